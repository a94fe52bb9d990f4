using HieuHoc.PlanReading.Text;

namespace HieuHoc.PlanReading.Content.Targets;

/// <summary>
/// Takes a part of a sentence apart into its values and who each is about. Two orders of words exist: the value first
/// ("60% gia đình được công nhận …") and the value last ("tỷ lệ người biết chữ đạt 98%").
/// </summary>
internal static class ClaimReader
{
    public static IReadOnlyList<Claim> Read(Tokens tokens, int from, int to, IReadOnlyList<Anchor> anchors)
    {
        var claims = new List<Claim>();
        var lead = from;

        foreach (var (k, anchor) in anchors.Index())
        {
            var next = k + 1 < anchors.Count ? anchors[k + 1] : null;
            var subject = SubjectBefore(tokens, lead, anchor);
            var end = next is null ? to : End(tokens, anchor, next, isLast: subject is not null);

            claims.Add(subject is { } before
                ? new(anchor, lead, before.From, before.To, end, IsContainer: false)
                : ValueFirst(tokens, anchor, lead, end));
            lead = end;
        }

        return claims;
    }

    private static Claim ValueFirst(Tokens tokens, Anchor anchor, int lead, int end)
    {
        var from = anchor.End + TargetWords.AtLeastAfter.LengthAt(tokens, anchor.End);
        var to = TargetWords.SkipBack(tokens, from, end);
        // Words of time at the front say when ("60% vào năm 2025"); "có" and its like are what is to be reached.
        var subject = IsTime(tokens, from) ? TargetWords.SkipOpeners(tokens, from, to) : from;

        return new(anchor, lead, Math.Min(subject, to), to, end, tokens.Is(end, "với"));
    }

    private static bool IsTime(Tokens tokens, int at) => TargetWords.TimeWords.LengthAt(tokens, at) > 0 || tokens.Is(at, ",");

    /// <summary>Who stands before a linking verb in front of the value; null where the value comes first.</summary>
    private static (int From, int To)? SubjectBefore(Tokens tokens, int lead, Anchor anchor)
    {
        var beside = Qualifiers.BeginBeside(tokens, anchor);
        var verb = TargetWords.LinkingVerbs.LengthBefore(tokens, beside);
        var from = TargetWords.SkipOpeners(tokens, lead, anchor.At);

        if (verb == 0 || from >= beside - verb || TargetWords.Counted.LengthAt(tokens, anchor.End) > 0 && anchor.Kind is TargetKind.Percent)
        {
            return null;
        }

        return (from, TargetWords.SkipBack(tokens, from, beside - verb));
    }

    /// <summary>Where a claim ends before the next value: at the words that lead to that, or, where both come last, at the first sign.</summary>
    private static int End(Tokens tokens, Anchor anchor, Anchor next, bool isLast)
    {
        var back = TargetWords.SkipBack(tokens, anchor.End, Qualifiers.BeginBeside(tokens, next));

        if (!isLast && !LinksTo(tokens, next))
        {
            return back;
        }

        for (var i = anchor.End; i < back; i++)
        {
            if (tokens[i].Depth == 0 && (tokens.Is(i, ",") || tokens.Is(i, "và")))
            {
                return i;
            }
        }

        return back;
    }

    private static bool LinksTo(Tokens tokens, Anchor next) => TargetWords.LinkingVerbs.LengthBefore(tokens, Qualifiers.BeginBeside(tokens, next)) > 0 && TargetWords.Counted.LengthAt(tokens, next.End) == 0;
}
