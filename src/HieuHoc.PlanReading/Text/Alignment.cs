namespace HieuHoc.PlanReading.Text;

/// <summary>How the words of a text fit a phrase that lost letters.</summary>
/// <param name="First">The first token.</param>
/// <param name="Exact">How many words stand as they should.</param>
/// <param name="Damaged">The tokens that do not, each with what belongs there.</param>
internal sealed record Alignment(int First, int Exact, IReadOnlyList<(int Token, string Words)> Damaged)
{
    /// <summary>The fit of a phrase to all tokens from the first up to the last, which is left out; null without a doubtless one.</summary>
    /// <param name="isCapitals">All of the text is in capitals, so that these make no abbreviation.</param>
    public static Alignment? Of(Tokens tokens, int first, int last, Phrase phrase, bool isCapitals)
    {
        var damaged = new List<(int Token, string Words)>();
        var (at, exact, certain) = (first, 0, true);

        for (var word = 0; word < phrase.Length; word++, at++)
        {
            if (at >= last || !tokens.Is(at, TokenKind.Word))
            {
                return null;
            }

            var token = tokens[at];

            if (token.Folded == phrase.Folded[word])
            {
                exact++;
            }
            else if (LacksOne(token.Folded, phrase.Folded[word]))
            {
                damaged.Add((at, phrase.Words[word]));
                certain &= !Syllable.CanBe(token.Folded);
            }
            else if (word + 1 < phrase.Length && IsGrownTogether(token.Folded, phrase.Folded[word], phrase.Folded[word + 1]))
            {
                damaged.Add((at, $"{phrase.Words[word]} {phrase.Words[++word]}"));
                certain &= !Syllable.CanBe(token.Folded);
            }
            else
            {
                return null;
            }
        }

        // A word that could be one of its own (đi for đối) is only taken for a damaged one among enough others that are right.
        var enough = certain ? exact >= 1 : exact >= 2 && exact >= damaged.Count;

        return at == last && damaged.Count > 0 && enough && (isCapitals || damaged.All(entry => !IsAbbreviation(tokens[entry.Token].Text))) ? new(first, exact, damaged) : null;
    }

    /// <summary>The last letter of the first word is lost, and the space behind it.</summary>
    private static bool IsGrownTogether(string found, string first, string second) =>
        found.Length == first.Length - 1 + second.Length && found.StartsWith(first[..^1], StringComparison.Ordinal) && found.EndsWith(second, StringComparison.Ordinal);

    private static bool LacksOne(string found, string whole)
    {
        if (found.Length != whole.Length - 1)
        {
            return false;
        }

        var same = 0;

        while (same < found.Length && found[same] == whole[same])
        {
            same++;
        }

        return found.AsSpan(same).SequenceEqual(whole.AsSpan(same + 1));
    }

    private static bool IsAbbreviation(string word) => word.Length > 1 && word.All(char.IsUpper);
}
