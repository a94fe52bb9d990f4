using System.Text.RegularExpressions;
using HieuHoc.PlanReading.Text;
using HieuHoc.PlanReading.Words;

namespace HieuHoc.PlanReading.Content;

/// <summary>A day of the year by which something is due, where it stands among the words.</summary>
/// <param name="Year">Null for a day of every year.</param>
internal sealed partial record Deadline(int At, int End, int Day, int Month, int? Year, bool IsBefore)
{
    private const int LongestYear = 9999;

    private static readonly PhraseSet Openings = WordLists.Set("deadlines");

    private static readonly PhraseSet Before = WordLists.Set("beforeDeadlines");

    public static IReadOnlyList<Deadline> In(Tokens tokens, int from, int to)
    {
        var found = new List<Deadline>();

        for (var i = from; i < to; i++)
        {
            var goesOn = found.Count > 0 && found[^1].IsJoinedTo(tokens, i);
            var length = Openings.LengthAt(tokens, i);

            if ((length > 0 || (goesOn && tokens.Is(i + 1, "/"))) && Read(tokens, i, AfterHour(tokens, i + length)) is { } deadline)
            {
                found.Add(deadline with { IsBefore = deadline.IsBefore || (goesOn && found[^1].IsBefore) });
                i = deadline.End - 1;
            }
        }

        return found;
    }

    /// <summary>"trước ngày 25 hằng tháng": where a day without a month stands, of which no day of the year can be made; or the end.</summary>
    public static int FindWithoutMonth(Tokens tokens, int from, int to)
    {
        var at = from;

        while (at < to && !(tokens.Is(at, "ngày") && Number(tokens, at + 1) is >= 1 and <= 31 && Read(tokens, at, at + 1) is null))
        {
            at++;
        }

        return at;
    }

    /// <summary>"trước ngày 15/6 và 15/12": a day that only goes on with the one before it.</summary>
    public bool IsJoinedTo(Tokens tokens, int at) => at == End + 1 && (tokens.Is(End, "và") || tokens.Is(End, ","));

    /// <summary>"trước 17 giờ ngày 20/12", "trước 17h00, ngày 20/12": the hour of the day is left out.</summary>
    private static int AfterHour(Tokens tokens, int at)
    {
        if (Number(tokens, at) is null || !(tokens.Is(at + 1, "giờ") || (at + 1 < tokens.Count && Hour().IsMatch(tokens[at + 1].Folded))))
        {
            return at;
        }

        var end = at + 2;

        while (tokens.Is(end, TokenKind.Number) && tokens.Is(end + 1, "phút"))
        {
            end += 2;
        }

        while (tokens.Is(end, ",") || tokens.Is(end, "ngày"))
        {
            end++;
        }

        return end;
    }

    [GeneratedRegex(@"^h\d{0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Hour();

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
