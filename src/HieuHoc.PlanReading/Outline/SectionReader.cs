using HieuHoc.PlanReading.Text;
using HieuHoc.PlanReading.Words;

namespace HieuHoc.PlanReading.Outline;

/// <summary>Tells from a heading what the section under it is about.</summary>
internal static class SectionReader
{
    private const int LongestHeading = 20;

    private static readonly IReadOnlyList<(SectionKind Kind, PhraseSet Phrases)> Kinds =
        [.. WordLists.Groups("sections").Select(group => (Enum.Parse<SectionKind>(group.Name, ignoreCase: true), group.Phrases))];

    /// <summary>What a heading says within a section; a heading that says nothing goes on with the section around it.</summary>
    /// <param name="isBullet">A bullet is a heading only with a colon at its end.</param>
    public static SectionKind Of(MappedText heading, SectionKind around, bool isBullet = false)
    {
        var said = isBullet && !heading.Text.EndsWith(':') ? SectionKind.Other : Said(heading.Text);

        return said is SectionKind.Other || !May(said, around) ? around : said;
    }

    /// <summary>True where the heading begins with the words of this kind.</summary>
    public static bool Opens(string heading, SectionKind kind) => Kinds.Any(entry => entry.Kind == kind && entry.Phrases.Opening(Fold.Of(heading)) is not null);

    /// <summary>True for a title rather than a sentence.</summary>
    public static bool IsTitle(string text) =>
        text.Length > 0 && (Fold.IsCapitals(text) || text[^1] is not ('.' or ';' or ',') && text.AsSpan().Count(' ') < LongestHeading);

    private static SectionKind Said(string text)
    {
        if (!IsTitle(text))
        {
            return SectionKind.Other;
        }

        var folded = Fold.Of(text);

        return Kinds.FirstOrDefault(kind => kind.Phrases.IsIn(folded)).Kind;
    }

    /// <summary>Inside these only what is really another thing ends them: an agency's item may speak of its "nhiệm vụ".</summary>
    private static bool May(SectionKind said, SectionKind around) => around switch
    {
        SectionKind.Execution => said is SectionKind.Reporting or SectionKind.Money,
        SectionKind.Tasks => said is SectionKind.Money or SectionKind.Criteria or SectionKind.Targets,
        SectionKind.Criteria or SectionKind.Situation or SectionKind.Money or SectionKind.Reporting => false,
        SectionKind.Targets or SectionKind.GeneralAim => said is not (SectionKind.Content or SectionKind.Scope or SectionKind.Tasks or SectionKind.Criteria or SectionKind.Money),
        _ => true,
    };
}
