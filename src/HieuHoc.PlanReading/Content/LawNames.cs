using HieuHoc.PlanReading.Frame;
using HieuHoc.PlanReading.Text;
using HieuHoc.PlanReading.Words;

namespace HieuHoc.PlanReading.Content;

/// <summary>Laws that are cited by their name alone.</summary>
internal static class LawNames
{
    /// <summary>A number this close behind a name is the law's own.</summary>
    private const int NearNumber = 90;

    private const int LongestName = 8;

    private static readonly PhraseSet Heads = WordLists.Set("lawHeads");

    private static readonly PhraseSet NotLaws = WordLists.Set("notLaws");

    private static readonly PhraseSet Known = WordLists.Set("laws");

    private static readonly PhraseSet Ends = WordLists.Set("lawNameEnds");

    public static IEnumerable<(string Name, DateOnly? Date, int Start, int Length)> In(MappedText text, IEnumerable<int> numbers)
    {
        var tokens = Tokens.Of(text);

        for (var i = 0; i < tokens.Count; i++)
        {
            var head = Heads.LengthAt(tokens, i);

            if (head == 0 || !tokens[i].BeginsWithCapital || NotLaws.LengthAt(tokens, i) > 0 || !tokens.Is(i + head, TokenKind.Word))
            {
                continue;
            }

            var end = EndOf(tokens, i + head);

            // A law of two words is named with a capital: "Luật định" is none.
            if (end == i + head || !tokens[i + head].BeginsWithCapital || numbers.Any(number => number > tokens[i].Start && number - tokens[end - 1].End < NearNumber && IsNear(tokens, end, number)))
            {
                continue;
            }

            var name = tokens.Between(i, end);
            yield return (name.Text, DateAfter(tokens, end), tokens[i].Start, name.Length);
            i = end - 1;
        }
    }

    private static int EndOf(Tokens tokens, int at)
    {
        if (Known.LengthAt(tokens, at) is var known and > 0)
        {
            return at + known;
        }

        var end = at;

        while (end < tokens.Count && end - at < LongestName && tokens[end].Kind is TokenKind.Word && (Ends.LengthAt(tokens, end) == 0 || tokens[end].BeginsWithCapital))
        {
            end++;
        }

        return end;
    }

    /// <summary>Only "số", "năm 2019" and signs stand between the name and the number.</summary>
    private static bool IsNear(Tokens tokens, int end, int number)
    {
        while (end < tokens.Count && tokens[end].Start < number)
        {
            if (tokens[end].Kind is TokenKind.Word && !tokens.Is(end, "số") && !tokens.Is(end, "năm"))
            {
                return false;
            }

            end++;
        }

        return true;
    }

    private static DateOnly? DateAfter(Tokens tokens, int end)
    {
        while (tokens.Is(end, "ngày") || tokens.Is(end, ","))
        {
            end++;
        }

        return tokens.Is(end, TokenKind.Number) ? Dates.At(tokens.Text.Text, tokens[end].Start)?.Day : null;
    }
}
