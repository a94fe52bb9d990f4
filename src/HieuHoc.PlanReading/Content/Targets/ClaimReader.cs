using HieuHoc.PlanReading.Text;

namespace HieuHoc.PlanReading.Content.Targets;

/// <summary>
/// Takes a part of a sentence apart into its values and who each is about. Two orders of words exist: the value first
/// ("60% gia đình được công nhận …") and the value last ("tỷ lệ người biết chữ đạt 98%", "gia đình học tập: 70%").
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
            var subject = SubjectBefore(tokens, lead, anchor, next?.At ?? to);
            var end = next is null ? to : End(tokens, anchor, next, isLast: subject is not null, limit: k + 2 < anchors.Count ? anchors[k + 2].At : to);
            var each = Each.In(tokens, lead, anchor.At);

            claims.Add(subject is { } before
                ? new(anchor, lead, before.From, before.To, end, IsContainer: false, each)
                : ValueFirst(tokens, anchor, lead, end, each));
            lead = end;
        }

        return claims;
    }

    private static Claim ValueFirst(Tokens tokens, Anchor anchor, int lead, int end, Each? each)
    {
        var from = anchor.End + TargetWords.AtLeastAfter.LengthAt(tokens, anchor.End);
        var to = TargetWords.SkipBack(tokens, from, end);
        // Words of time at the front say when ("60% vào năm 2025"); "có" and its like are what is to be reached.
        var subject = IsTime(tokens, from) ? TargetWords.SkipOpeners(tokens, from, to) : from;

        return new(anchor, lead, Math.Min(subject, to), to, end, tokens.Is(end, "với"), each);
    }

    private static bool IsTime(Tokens tokens, int at) => TargetWords.TimeWords.LengthAt(tokens, at) > 0 || tokens.Is(at, ",");

    /// <summary>Who stands in front of the value: before a linking verb, or where nobody stands behind it; null where the value comes first.</summary>
    private static (int From, int To)? SubjectBefore(Tokens tokens, int lead, Anchor anchor, int limit)
    {
        var beside = Qualifiers.BeginBeside(tokens, anchor);
        var verb = TargetWords.LinkingVerbs.LengthBefore(tokens, beside);

        if ((verb == 0 && !StandsLast(tokens, anchor, limit)) || (anchor.Kind is TargetKind.Percent && TargetWords.Counted.LengthAt(tokens, anchor.End) > 0))
        {
            return null;
        }

        // Growth says by its verb what the value means; "tỷ lệ … tăng" stays one.
        var end = anchor.Growth is { } growth && growth < anchor.At ? growth + 1 : beside - verb;
        var from = TargetWords.SkipOpeners(tokens, AfterIntroduction(tokens, lead, end), anchor.At);

        if (from >= (anchor.Growth ?? end))
        {
            return null;
        }

        return (from, anchor.Growth is null ? TargetWords.SkipBack(tokens, from, end) : end);
    }

    /// <summary>"Kết quả cần đạt: gia đình học tập 70%": what stands before a colon only introduces, unless "tỷ lệ" alone stands behind it.</summary>
    private static int AfterIntroduction(Tokens tokens, int lead, int end)
    {
        var last = TargetWords.SkipBack(tokens, lead, end);

        for (var i = last - 1; i > lead; i--)
        {
            if (tokens[i].Depth == 0 && tokens.Is(i, ":") && TargetWords.BareSubjects.LengthAt(tokens, i + 1) != last - i - 1)
            {
                return i + 1;
            }
        }

        return lead;
    }

    /// <summary>Nothing stands behind the share up to the next sign but when and in comparison with what.</summary>
    private static bool StandsLast(Tokens tokens, Anchor anchor, int limit)
    {
        if (anchor.Kind is not TargetKind.Percent)
        {
            return false;
        }

        var from = anchor.End + TargetWords.AtLeastAfter.LengthAt(tokens, anchor.End);
        var end = from;

        while (end < limit && !(tokens[end].Depth == 0 && (tokens.Is(end, ",") || tokens.Is(end, "và"))))
        {
            end++;
        }

        var at = TargetWords.SkipOpeners(tokens, from, end);

        return at == end || (tokens.Is(at, "(") && TargetWords.SkipOpeners(tokens, tokens.ClosedAt(at) + 1, end) == end);
    }

    /// <summary>Where a claim ends before the next value: at the words that lead to that, or, where both come last, at the first sign.</summary>
    private static int End(Tokens tokens, Anchor anchor, Anchor next, bool isLast, int limit)
    {
        var beside = Qualifiers.BeginBeside(tokens, next);
        var back = TargetWords.SkipBack(tokens, anchor.End, beside);

        if (Each.HeadBetween(tokens, anchor.End, beside) is var each && each < beside)
        {
            return TargetWords.SkipBack(tokens, anchor.End, each);
        }

        if (!isLast && !ComesLast(tokens, next, limit))
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

    private static bool ComesLast(Tokens tokens, Anchor anchor, int limit) =>
        TargetWords.Counted.LengthAt(tokens, anchor.End) == 0 && (TargetWords.LinkingVerbs.LengthBefore(tokens, Qualifiers.BeginBeside(tokens, anchor)) > 0 || StandsLast(tokens, anchor, limit));
}
