using HieuHoc.PlanReading.Text;
using HieuHoc.PlanReading.Words;

namespace HieuHoc.PlanReading.Content.Targets;

/// <summary>Finds the values of a sentence; years, levels, ages and what stands in quotation marks are none.</summary>
internal static class AnchorReader
{
    private const int ShortestAbbreviation = 3;

    private static readonly PhraseSet Counted = WordLists.Set("counted");

    private static readonly PhraseSet NumberedThings = WordLists.Set("numberedThings");

    private static readonly PhraseSet Growths = WordLists.Set("growths");

    private static readonly PhraseSet GrowthsOfShares = WordLists.Set("growthsOfShares");

    private static readonly PhraseSet Rises = WordLists.Set("rises");

    private static readonly IReadOnlyDictionary<string, decimal> Multipliers = WordLists.Map<decimal>("multipliers");

    public static IReadOnlyList<Anchor> Read(Tokens tokens, int from, int to)
    {
        var anchors = new List<Anchor>();

        for (var i = from; i < to; i++)
        {
            if (tokens[i].Depth > 0 || At(tokens, i) is not { } anchor)
            {
                continue;
            }

            if (anchors.Count > 0 && IsRange(tokens, anchors[^1], anchor))
            {
                anchors[^1] = anchors[^1] with { End = anchor.End, IsRange = true };
            }
            else if (anchors.Count > 0 && IsRise(tokens, anchors[^1], anchor))
            {
                anchors[^1] = anchor with { At = anchors[^1].At - 1, Growth = null };
            }
            else
            {
                anchors.Add(anchor);
            }

            i = anchor.End - 1;
        }

        return anchors;
    }

    private static Anchor? At(Tokens tokens, int i)
    {
        if (!tokens.Is(i, TokenKind.Number) || Numbers.Of(tokens[i].Text) is not { } value)
        {
            return null;
        }

        // 70-80%, 40 - 50 lớp, 20 đến 30 học viên.
        var isRange = IsTo(tokens, i + 1) && tokens.Is(i + 2, TokenKind.Number) && !TargetWords.IsYear(tokens, i);
        var last = isRange ? i + 2 : i;
        var anchor = Percent(tokens, value, i, last) ?? Count(tokens, value, i, last);

        return anchor is null ? null : anchor with { IsRange = isRange, Growth = GrowthBefore(tokens, anchor) ?? anchor.Growth };
    }

    private static Anchor? Percent(Tokens tokens, decimal value, int i, int last)
    {
        // "10 điểm phần trăm": how far two shares are apart, which no share can be.
        var points = tokens.Is(last + 1, "điểm") ? 1 : 0;
        var sign = last + 1 + points;

        if (!tokens.Is(sign, TokenKind.Percent) && !(tokens.Is(sign, "phần") && tokens.Is(sign + 1, "trăm")))
        {
            return null;
        }

        var end = sign + (tokens.Is(sign, TokenKind.Percent) ? 1 : 2);

        // "2%/năm": so much more every year.
        var yearly = tokens.Is(end, "/") && tokens.Is(end + 1, "năm") ? 2 : 0;

        return new(TargetKind.Percent, value, i, i, AfterFraction(tokens, end + yearly), points + yearly > 0 ? i : null);
    }

    private static Anchor? Count(Tokens tokens, decimal value, int i, int last)
    {
        // "03/05 dòng họ": three of five.
        if (tokens.Is(i + 1, "/") && tokens.Is(i + 2, TokenKind.Number) && Counted.LengthAt(tokens, i + 3) > 0)
        {
            return new(TargetKind.Count, value, i, i, i + 3);
        }

        // 1,2 triệu lượt.
        var factor = last + 1 < tokens.Count && Multipliers.TryGetValue(tokens[last + 1].Folded, out var many) ? many : 1;
        var unit = last + (factor > 1 ? 2 : 1);
        var isCounted = Counted.LengthAt(tokens, unit) > 0 && !tokens[unit].BeginsWithCapital;

        // Of a range "từ" only says that it begins: "từ 20 đến 30 học viên".
        var isNumbered = NumberedThings.LengthBefore(tokens, i) > 0 && !(last > i && tokens.Is(i - 1, "từ"));

        return (isCounted && !isNumbered) || IsAbbreviated(tokens, i, unit) ? new(TargetKind.Count, factor > 1 ? decimal.Truncate(value * factor) : value, i, i, unit) : null;
    }

    /// <summary>"có 01 TTHTCĐ": what is counted stands in capitals alone.</summary>
    private static bool IsAbbreviated(Tokens tokens, int i, int unit) =>
        tokens[i].Text[0] is '0' && !tokens.Is(i - 1, TokenKind.Sign) && NumberedThings.LengthBefore(tokens, i) == 0
        && tokens.Is(unit, TokenKind.Word) && tokens[unit].Text.Length >= ShortestAbbreviation && tokens[unit].Text.All(char.IsUpper);

    /// <summary>True where words within parentheses speak of growth.</summary>
    public static bool IsGrowth(Tokens tokens, int from, int to) => Enumerable.Range(from, to - from).Any(i => Growths.LengthAt(tokens, i) > 0);

    private static int? GrowthBefore(Tokens tokens, Anchor anchor)
    {
        var beside = Qualifiers.BeginBeside(tokens, anchor);

        var length = Growths.LengthBefore(tokens, beside) is var said and > 0 ? said : anchor.Kind is TargetKind.Percent ? GrowthsOfShares.LengthBefore(tokens, beside) : 0;

        return length > 0 ? beside - length : null;
    }

    /// <summary>"100% (9/9) xã": how the share came about stands in parentheses behind it.</summary>
    private static int AfterFraction(Tokens tokens, int end) =>
        tokens.Is(end, "(") && tokens.Is(end + 1, TokenKind.Number) && tokens.Is(end + 2, "/") && tokens.Is(end + 4, ")") ? end + 5 : end;

    private static bool IsRange(Tokens tokens, Anchor first, Anchor second) =>
        first.Kind == second.Kind && first.Kind is TargetKind.Percent && second.At == first.End + 1 && IsTo(tokens, first.End);

    private static bool IsTo(Tokens tokens, int i) => tokens.Is(i, "-") || tokens.Is(i, "–") || tokens.Is(i, "đến");

    /// <summary>"từ 95% lên 98%", "từ 15% năm 2025 lên 25%": where it stands now, and what is to be reached.</summary>
    private static bool IsRise(Tokens tokens, Anchor now, Anchor goal)
    {
        var rise = tokens.Is(now.End, "năm") && TargetWords.IsYear(tokens, now.End + 1) ? now.End + 2 : now.End;

        return now.Kind == goal.Kind && tokens.Is(now.At - 1, "từ") && Rises.LengthAt(tokens, rise) is var length and > 0 && rise + length == Qualifiers.BeginBeside(tokens, goal);
    }
}
