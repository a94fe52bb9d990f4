using HieuHoc.Figures;
using HieuHoc.Platform;

namespace HieuHoc.Returns;

/// <summary>What is wrong with the comparisons and the ready reasons of a form.</summary>
internal static class ComparisonMistakes
{
    /// <summary>The fewest communes of which quartiles say anything.</summary>
    private const int FewestAlike = 4;

    public static IEnumerable<FileMistake> Of(FormsPack form, IReadOnlyDictionary<string, ElementDefinition> elements) =>
    [
        .. form.Comparisons.SelectMany(comparison => Of(comparison, form, elements)),
        .. Twice("comparisons", form.Comparisons.Select(comparison => comparison.Code).Concat(
            form.Checks.Select(check => check.Code).Distinct().Where(code => form.Comparisons.Any(comparison => comparison.Code == code)))),
        .. Twice("reasons", form.Reasons.Select(reason => reason.Code)),
    ];

    private static IEnumerable<FileMistake> Of(FormComparison comparison, FormsPack form, IReadOnlyDictionary<string, ElementDefinition> elements)
    {
        IReadOnlyList<string> names = [.. comparison.Cells, .. comparison.Whole is null ? (IEnumerable<string>)[] : [comparison.Whole]];

        foreach (var name in names.Where(name => !form.Elements.Contains(name)))
        {
            yield return new FileMistake(comparison.Code, "pack.mistake.unknown", name);
        }

        // A level is no number of things, and only communes have others alike.
        foreach (var name in names.Where(name => elements.TryGetValue(name, out var element) && element.Type is not ElementType.Number))
        {
            yield return new FileMistake(comparison.Code, "pack.mistake.sum", name);
        }

        if (!HasItsLimits(comparison) || comparison.Cells.Count == 0
            || (comparison.Kind is ComparisonKind.FarFromAlike && form.Level is not SubjectLevel.Commune))
        {
            yield return new FileMistake(comparison.Code, "pack.mistake.limits", comparison.Limits);
        }
    }

    /// <summary>True when it states the limits that its kind needs, and no others.</summary>
    private static bool HasItsLimits(FormComparison comparison) =>
        (comparison.Whole is not null, comparison.Percent, comparison.Least, comparison.Ranges) switch
        {
            (false, > 0, >= 0, null) => comparison.Kind is ComparisonKind.Jump,
            (false, null, >= 2, null) => comparison.Kind is ComparisonKind.CopyOfLastYear or ComparisonKind.EqualDigits,
            (true, null, null or >= 0, null) => comparison.Kind is ComparisonKind.ExactlyWhole,
            (true, null, >= FewestAlike, > 0) => comparison.Kind is ComparisonKind.FarFromAlike,
            _ => false,
        };

    private static IEnumerable<FileMistake> Twice(string where, IEnumerable<string> codes) =>
        codes.GroupBy(code => code).Where(group => group.Count() > 1).Select(group => new FileMistake(where, "pack.mistake.twice", group.Key));
}
