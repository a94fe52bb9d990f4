using HieuHoc.PlanReading.Text;
using HieuHoc.PlanReading.Words;

namespace HieuHoc.PlanReading.Content.Targets;

/// <summary>Shares that are written as fractions or in words, which are not read as numbers: "1/2 số xã", "hai phần ba số xã".</summary>
internal static class Fractions
{
    private static readonly PhraseSet Wholes = WordLists.Set("fractionWholes");

    private static readonly PhraseSet Halves = WordLists.Set("halves");

    private static readonly PhraseSet Numerals = WordLists.Set("numerals");

    public static bool AreIn(Tokens tokens, int from, int to) =>
        Enumerable.Range(from, Math.Max(0, to - from)).Any(i => tokens[i].Depth == 0 && LengthAt(tokens, i) is var length and > 0 && (Halves.LengthAt(tokens, i) > 0 || Wholes.LengthAt(tokens, i + length) > 0));

    private static int LengthAt(Tokens tokens, int i) =>
        tokens.Is(i, TokenKind.Number) && tokens.Is(i + 1, "/") && tokens.Is(i + 2, TokenKind.Number) ? 3
        : Numerals.LengthAt(tokens, i) > 0 && tokens.Is(i + 1, "phần") && Numerals.LengthAt(tokens, i + 2) > 0 ? 3
        : Halves.LengthAt(tokens, i);
}
