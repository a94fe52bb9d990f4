using HieuHoc.PlanReading.Text;
using HieuHoc.PlanReading.Words;

namespace HieuHoc.PlanReading.Content.Targets;

/// <summary>How a value is meant: what stands beside the number counts before what stands at the beginning of the claim.</summary>
internal static class Qualifiers
{
    private static readonly IReadOnlyList<(TargetQualifier Qualifier, PhraseSet Phrases)> Phrases =
        [.. WordLists.Groups("qualifiers").Select(group => (Enum.Parse<TargetQualifier>(group.Name, ignoreCase: true), group.Phrases))];

    private static readonly PhraseSet Maintains = WordLists.Set("maintains");

    private static readonly PhraseSet MaintainsBefore = WordLists.Set("maintainsBeforeValue");

    private static readonly PhraseSet Strives = Phrases.Single(entry => entry.Qualifier is TargetQualifier.Strive).Phrases;

    public static bool Strive(Tokens tokens, int from, int to) => tokens.Has(Strives, from, to);

    /// <param name="lead">Where the words before the value begin that belong to it.</param>
    /// <param name="end">Where the claim ends.</param>
    public static TargetQualifier Of(Tokens tokens, Anchor anchor, int lead, int end, bool strives)
    {
        if (TargetWords.AtLeastAfter.LengthAt(tokens, anchor.End) > 0 || TargetWords.AtLeastAfter.LengthAt(tokens, anchor.End + TargetWords.Counted.LengthAt(tokens, anchor.End)) > 0)
        {
            return TargetQualifier.AtLeast;
        }

        var beside = Phrases.Where(entry => entry.Qualifier is not TargetQualifier.Strive && entry.Phrases.LengthBefore(tokens, anchor.Number) > 0).Select(entry => (TargetQualifier?)entry.Qualifier).FirstOrDefault();

        return beside ?? (tokens.Has(MaintainsBefore, lead, anchor.At) ? TargetQualifier.Maintain : Stated(tokens.Has(Maintains, anchor.End, end), strives));
    }

    /// <summary>Of a claim without a value, or without a word beside it.</summary>
    public static TargetQualifier Stated(bool maintains, bool strives) =>
        maintains ? TargetQualifier.Maintain : strives ? TargetQualifier.Strive : TargetQualifier.Exact;

    public static bool Maintain(Tokens tokens, int from, int to) => tokens.Has(Maintains, from, to);

    /// <summary>Where the word beside a value begins, or the value itself.</summary>
    public static int BeginBeside(Tokens tokens, Anchor anchor)
    {
        if (anchor.Number != anchor.At)
        {
            return anchor.At;
        }

        var length = Phrases.Where(entry => entry.Qualifier is not TargetQualifier.Strive).Select(entry => entry.Phrases.LengthBefore(tokens, anchor.At)).Max();

        return anchor.At - length;
    }
}
