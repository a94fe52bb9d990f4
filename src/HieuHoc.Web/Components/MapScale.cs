using HieuHoc.Figures;

namespace HieuHoc.Web.Components;

/// <summary>
/// Five classes of equal width between the lowest and the highest value, with round bounds that the legend states. What is to be
/// reached is one of the bounds: what reaches it has one hue and what does not another, and low and high are told apart in grey too.
/// </summary>
public sealed class MapScale
{
    private const int Classes = 5;

    private static readonly IReadOnlyList<decimal> Steps =
        [0.1m, 0.2m, 0.5m, 1, 2, 5, 10, 20, 50, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000];

    private readonly decimal low;
    private readonly decimal step;
    private readonly int classes;
    private readonly decimal? target;
    private readonly Direction direction;

    /// <param name="target">What is to be reached; null where nothing is, or where it is reached otherwise than by a number.</param>
    public MapScale(IReadOnlyList<decimal?> shown, decimal? target = null, Direction direction = Direction.Up)
    {
        var values = shown.OfType<decimal>().DefaultIfEmpty(0).ToList();
        var (least, most) = (values.Min(), values.Max());
        (this.target, this.direction) = (target, direction);

        // The narrowest round step with which five classes reach from a round bound below the least to beyond the most.
        step = Steps.FirstOrDefault(step => LowerBound(most, step) < LowerBound(least, step) + (step * Classes), Steps[^1]);
        low = LowerBound(least, step);
        // Beside a target no class stands that nobody is in.
        classes = target is null ? Classes : (int)Math.Clamp(((LowerBound(most, step) - low) / step) + 1, 1, Classes);
    }

    /// <summary>The lower bounds of the classes and the upper bound of the last. Nothing is counted below zero.</summary>
    public IReadOnlyList<decimal> Bounds => [.. Enumerable.Range(0, classes + 1).Select(i => Math.Max(0, low + (step * i)))];

    /// <summary>The CSS class of a value: <c>map-1</c> … <c>map-5</c>, short of the target <c>low-1</c> … <c>low-5</c>, or <c>cannot-say</c>.</summary>
    public string ClassOf(decimal? value) => value is { } known
        ? ClassAt((int)Math.Clamp((LowerBound(known, step) - low) / step, 0, classes - 1))
        : "cannot-say";

    /// <summary>The CSS class of a line of the legend, from 0.</summary>
    public string ClassAt(int index) => $"{(Reaches(index) ? "map" : "low")}-{index + 1}";

    private bool Reaches(int index) => direction is Direction.Up ? !(low + (step * index) < target) : !(low + (step * (index + 1)) > target);

    /// <summary>Where the class of a value begins. Less being better, a value on a bound belongs below it: it has reached it.</summary>
    private decimal LowerBound(decimal value, decimal width)
    {
        var from = target ?? 0;
        var steps = (value - from) / width;

        return from + (width * (target is not null && direction is Direction.Down ? Math.Ceiling(steps) - 1 : Math.Floor(steps)));
    }
}
