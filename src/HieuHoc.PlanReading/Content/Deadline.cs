using HieuHoc.PlanReading.Text;
using HieuHoc.PlanReading.Words;

namespace HieuHoc.PlanReading.Content;

/// <summary>A day of the year by which something is due, where it stands among the words.</summary>
/// <param name="Year">Null for a day of every year.</param>
internal sealed record Deadline(int At, int End, int Day, int Month, int? Year, bool IsBefore)
{
    private const int LongestYear = 9999;

    private static readonly PhraseSet Openings = WordLists.Set("deadlines");

    private static readonly PhraseSet Before = WordLists.Set("beforeDeadlines");

    public static IReadOnlyList<Deadline> In(Tokens tokens, int from, int to)
    {
        var found = new List<Deadline>();

        for (var i = from; i < to; i++)
        {
            if (Openings.LengthAt(tokens, i) is var length and > 0 && Read(tokens, i, i + length) is { } deadline)
            {
                found.Add(deadline);
                i = deadline.End - 1;
            }
        }

        return found;
    }

    /// <summary>30 tháng 11, 30/11, 30/11/2025.</summary>
    private static Deadline? Read(Tokens tokens, int at, int number)
    {
        if (Number(tokens, number) is not { } day || !(tokens.Is(number + 1, "tháng") || tokens.Is(number + 1, "/") || tokens.Is(number + 1, "-"))
            || Number(tokens, number + 2) is not { } month || day is < 1 or > 31 || month is < 1 or > 12)
        {
            return null;
        }

        var isYear = tokens.Is(number + 3, "/") || tokens.Is(number + 3, "-") || tokens.Is(number + 3, "năm");
        var year = isYear && Number(tokens, number + 4) is { } stated and > 1900 and < LongestYear ? stated : (int?)null;

        return new(at, number + (year is null ? 3 : 5), day, month, year, Before.LengthAt(tokens, at) > 0);
    }

    private static int? Number(Tokens tokens, int i) => tokens.Is(i, TokenKind.Number) && int.TryParse(tokens[i].Text, out var number) ? number : null;
}
