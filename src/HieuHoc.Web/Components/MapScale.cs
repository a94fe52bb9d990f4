namespace HieuHoc.Web.Components;

/// <summary>Five classes of equal width between the lowest and the highest value, with round bounds that the legend states.</summary>
public sealed class MapScale
{
    private const int Classes = 5;

    private static readonly IReadOnlyList<decimal> Steps =
        [0.1m, 0.2m, 0.5m, 1, 2, 5, 10, 20, 50, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000];

    private readonly decimal low;
    private readonly decimal step;

    public MapScale(IReadOnlyList<decimal?> shown)
    {
        var values = shown.OfType<decimal>().DefaultIfEmpty(0).ToList();
        var (least, most) = (values.Min(), values.Max());

        // The narrowest round step with which five classes reach from a round bound below the least to beyond the most.
        step = Steps.FirstOrDefault(step => LowerBound(least, step) + (step * Classes) > most, Steps[^1]);
        low = LowerBound(least, step);
    }

    /// <summary>The lower bounds of the classes and the upper bound of the last.</summary>
    public IReadOnlyList<decimal> Bounds => [.. Enumerable.Range(0, Classes + 1).Select(i => low + (step * i))];

    /// <summary>The CSS class of a value: <c>map-1</c> … <c>map-5</c>, or <c>cannot-say</c>.</summary>
    public string ClassOf(decimal? value) => value is { } known
        ? $"map-{(int)Math.Clamp((known - low) / step, 0, Classes - 1) + 1}"
        : "cannot-say";

    private static decimal LowerBound(decimal least, decimal step) => Math.Floor(least / step) * step;
}
