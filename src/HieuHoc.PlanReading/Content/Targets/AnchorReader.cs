using HieuHoc.PlanReading.Text;
using HieuHoc.PlanReading.Words;

namespace HieuHoc.PlanReading.Content.Targets;

/// <summary>Finds the values of a sentence; years, levels, ages and what stands in quotation marks are none.</summary>
internal static class AnchorReader
{
    private static readonly PhraseSet Counted = WordLists.Set("counted");

    private static readonly PhraseSet NumberedThings = WordLists.Set("numberedThings");

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

        // 70-80%, 70%-80%.
        var (number, isRange) = tokens.Is(i + 1, TokenKind.Sign) && tokens[i + 1].Text is "-" or "–" && tokens.Is(i + 2, TokenKind.Number) && tokens.Is(i + 3, TokenKind.Percent) ? (i + 2, true) : (i, false);

        if (tokens.Is(number + 1, TokenKind.Percent) || (tokens.Is(number + 1, "phần") && tokens.Is(number + 2, "trăm")))
        {
            var end = number + (tokens.Is(number + 1, TokenKind.Percent) ? 2 : 3);

            return new(TargetKind.Percent, value, i, AfterFraction(tokens, end), isRange);
        }

        // "03/05 dòng họ": three of five.
        if (tokens.Is(i + 1, "/") && tokens.Is(i + 2, TokenKind.Number) && Counted.LengthAt(tokens, i + 3) > 0)
        {
            return new(TargetKind.Count, value, i, i + 3);
        }

        var isCount = Counted.LengthAt(tokens, i + 1) > 0 && !tokens[i + 1].BeginsWithCapital && NumberedThings.LengthBefore(tokens, i) == 0;

        return isCount ? new(TargetKind.Count, value, i, i + 1) : null;
    }

    /// <summary>"100% (9/9) xã": how the share came about stands in parentheses behind it.</summary>
    private static int AfterFraction(Tokens tokens, int end) =>
        tokens.Is(end, "(") && tokens.Is(end + 1, TokenKind.Number) && tokens.Is(end + 2, "/") && tokens.Is(end + 4, ")") ? end + 5 : end;

    private static bool IsRange(Tokens tokens, Anchor first, Anchor second) =>
        first.Kind == second.Kind && first.Kind is TargetKind.Percent && second.At == first.End + 1 && (tokens.Is(first.End, "-") || tokens.Is(first.End, "–") || tokens.Is(first.End, "đến"));
}
