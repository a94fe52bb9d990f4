using HieuHoc.PlanReading.Text;

namespace HieuHoc.PlanReading.Content;

/// <summary>Where sentences, and the parts between semicolons, begin and end among the words of a paragraph.</summary>
internal static class Sentences
{
    private const int LongestAbbreviation = 2;

    public static IEnumerable<(int From, int To)> Of(Tokens tokens) => Cut(tokens, 0, tokens.Count, EndsSentence);

    /// <summary>The parts of a sentence that semicolons part.</summary>
    public static IEnumerable<(int From, int To)> Parts(Tokens tokens, int from, int to) =>
        Cut(tokens, from, to, (words, i) => words[i].Depth == 0 && words.Is(i, ";"));

    private static IEnumerable<(int From, int To)> Cut(Tokens tokens, int from, int to, Func<Tokens, int, bool> ends)
    {
        var start = from;

        for (var i = from; i < to; i++)
        {
            if (ends(tokens, i))
            {
                yield return (start, i);
                start = i + 1;
            }
        }

        if (start < to)
        {
            yield return (start, to);
        }
    }

    /// <summary>A point before a capital or a number; not the one of an abbreviation (TP. Đông Hà).</summary>
    private static bool EndsSentence(Tokens tokens, int i)
    {
        if (tokens[i].Depth > 0 || !tokens.Is(i, "."))
        {
            return false;
        }

        var isAbbreviation = i > 0 && tokens[i - 1].Text.Length <= LongestAbbreviation && tokens[i - 1].Text.All(char.IsUpper);

        return i + 1 == tokens.Count || (!isAbbreviation && (tokens[i + 1].BeginsWithCapital || tokens[i + 1].Kind is not TokenKind.Word));
    }
}
