using System.Globalization;
using HieuHoc.Figures;

namespace HieuHoc.Returns;

/// <summary>
/// Holds the answers of a return against what stood there a year before and against what the communes alike have confirmed. What is
/// missing on either side is never odd.
/// </summary>
public static class Comparing
{
    /// <summary>What the comparisons of a form find, in their order and that of their cells.</summary>
    /// <param name="alike">The figures of each commune alike, as they are stored.</param>
    public static IReadOnlyList<OddFigure> Judge(
        FormsPack form,
        Answers answers,
        IReadOnlyDictionary<string, ElementDefinition> elements,
        PastYear past,
        IReadOnlyList<IReadOnlyDictionary<string, long>> alike)
    {
        var given = new Compared(answers.Values, elements, past, alike);

        return [.. form.Comparisons.SelectMany(comparison => Found(comparison, given))];
    }

    private static IEnumerable<OddFigure> Found(FormComparison comparison, Compared given) => comparison.Kind switch
    {
        ComparisonKind.Jump => comparison.Cells.Select(cell => Jump(comparison, cell, given)).OfType<OddFigure>(),
        ComparisonKind.CopyOfLastYear => Copy(comparison, given) is { } copy ? [copy] : [],
        ComparisonKind.ExactlyWhole => comparison.Cells.Select(cell => AllOf(comparison, cell, given)).OfType<OddFigure>(),
        ComparisonKind.EqualDigits => comparison.Cells.Select(cell => Digits(comparison, cell, given)).OfType<OddFigure>(),
        ComparisonKind.FarFromAlike => comparison.Cells.Select(cell => Far(comparison, cell, given)).OfType<OddFigure>(),
    };

    /// <summary>Over both limits. Of none last year there is no share: then the number alone tells.</summary>
    private static Jumped? Jump(FormComparison comparison, string cell, Compared given)
    {
        if (given.Now(cell) is not { } now || given.Before(cell) is not { } before)
        {
            return null;
        }

        var change = Math.Abs(now - before);

        return change > comparison.Least && change * 100 > comparison.Percent * before
            ? new Jumped(comparison, cell, given.Past.Year!.Value, before, now)
            : null;
    }

    /// <summary>Every answered cell stood there a year before, and says the same.</summary>
    private static Copied? Copy(FormComparison comparison, Compared given)
    {
        var answered = comparison.Cells.Where(cell => given.Now(cell) is not null).ToList();

        return answered.Count >= comparison.Least && answered.TrueForAll(cell => given.Now(cell) == given.Before(cell))
            ? new Copied(comparison, comparison.Cells[0], given.Past.Year!.Value, answered.Count)
            : null;
    }

    private static WholeReached? AllOf(FormComparison comparison, string cell, Compared given) =>
        given.Now(cell) is { } part && part > 0 && part >= (comparison.Least ?? 0) && part == given.Now(comparison.Whole!)
            ? new WholeReached(comparison, cell, part)
            : null;

    private static SameDigits? Digits(FormComparison comparison, string cell, Compared given)
    {
        if (given.Now(cell) is not { } now)
        {
            return null;
        }

        var digits = now.ToString(CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal);

        return digits.Length >= comparison.Least && digits.All(digit => digit == digits[0]) ? new SameDigits(comparison, cell, now) : null;
    }

    /// <summary>Beyond the quartiles by more than so many ranges between them; where all are alike to the dot there is no measure.</summary>
    private static FarAway? Far(FormComparison comparison, string cell, Compared given)
    {
        var shares = given.Alike.Select(place => Share(place, cell, comparison.Whole!)).OfType<decimal>().Order().ToList();

        if (Share(given.Answers, cell, comparison.Whole!) is not { } own || shares.Count < comparison.Least)
        {
            return null;
        }

        var (low, high) = (Quartile(shares, 1), Quartile(shares, 3));
        var far = (high - low) * comparison.Ranges;

        return far > 0 && (own < low - far || own > high + far) ? new FarAway(comparison, cell, own, low, high, shares.Count) : null;
    }

    private static decimal? Share(IReadOnlyDictionary<string, long> figures, string part, string whole) =>
        figures.TryGetValue(part, out var of) && figures.TryGetValue(whole, out var all) && all > 0 ? 100m * of / all : null;

    /// <summary>A quartile of numbers in their order, between two of them by its distance.</summary>
    private static decimal Quartile(List<decimal> ordered, int quarter)
    {
        var at = (ordered.Count - 1) * quarter / 4m;
        var below = (int)decimal.Floor(at);

        return below + 1 < ordered.Count ? ordered[below] + ((at - below) * (ordered[below + 1] - ordered[below])) : ordered[below];
    }

    /// <summary>What is compared with what.</summary>
    private sealed record Compared(
        IReadOnlyDictionary<string, long> Answers,
        IReadOnlyDictionary<string, ElementDefinition> Elements,
        PastYear Past,
        IReadOnlyList<IReadOnlyDictionary<string, long>> Alike)
    {
        public decimal? Now(string cell) => Answers.TryGetValue(cell, out var value) ? Elements[cell].Natural(value) : null;

        public decimal? Before(string cell) => Past.Counted(cell) is { } value ? Elements[cell].Natural(value) : null;
    }
}
