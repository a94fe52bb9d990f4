using System.Globalization;
using System.Text.RegularExpressions;

namespace HieuHoc.PlanReading.Frame;

/// <summary>Days as documents write them: 30/7/2021, 01-9-2017, ngày 18 tháng 11 năm 2019.</summary>
internal static partial class Dates
{
    /// <summary>The day that begins here, and where it ends; null where none does, or none that the calendar has.</summary>
    public static (DateOnly Day, int End)? At(string text, int at)
    {
        var match = Day().Match(text, at);

        return match.Success && Of(match) is { } day ? (day, match.Index + match.Length) : null;
    }

    public static DateOnly? In(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsAsciiDigit(text[at]) && (at == 0 || !char.IsAsciiDigit(text[at - 1])) && At(text, at) is { } found)
            {
                return found.Day;
            }
        }

        return null;
    }

    private static DateOnly? Of(Match match)
    {
        var (day, month, year) = (Number(match, "day"), Number(match, "month"), Number(match, "year"));

        return month is >= 1 and <= 12 && year is >= 1945 and <= 2999 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static int Number(Match match, string part) => int.Parse(match.Groups[part].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\G(?<day>\d{1,2})\s*(?:[/.-]\s*(?<month>\d{1,2})\s*[/.-]|\s*tháng\s*(?<month>\d{1,2}),?\s*năm)\s*(?<year>\d{4})(?!\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Day();
}
