using System.Globalization;
using System.Text.RegularExpressions;

namespace HieuHoc.PlanReading.Frame;

/// <summary>Years as a span: "giai đoạn 2016-2020", "đến năm 2025", "năm 2024".</summary>
internal static partial class PeriodReader
{
    public static PlanPeriod? In(string said)
    {
        var text = Compared().Replace(said, "");

        if (Stretch().Match(text) is { Success: true } stretch)
        {
            return new(Year(stretch, "from"), Year(stretch, "to"));
        }

        if (Until().Match(text) is { Success: true } until)
        {
            return new(null, Year(until, "to"));
        }

        if (Day().Match(text) is { Success: true } day)
        {
            return new(null, Year(day, "to"));
        }

        return Single().Match(text) is { Success: true } single ? new(Year(single, "to"), Year(single, "to")) : null;
    }

    private static int Year(Match match, string part) => int.Parse(match.Groups[part].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?:giai\s+đoạn|từ\s+năm|trong\s+các\s+năm|các\s+năm|năm)?\s*(?<!\d|/)(?<from>(?:19|20)\d\d)\s*(?:-|–|—|đến\s+năm|đến)\s*(?<to>(?:19|20)\d\d)(?![\d/])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Stretch();

    [GeneratedRegex(@"(?:đến\s+hết|đến|trước|cuối|tới)\s+(?:cuối\s+|trước\s+|hết\s+)?năm\s+(?<to>(?:19|20)\d\d)(?!\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Until();

    // "đến 30/11/2026", "trước ngày 30/6/2026", "đến hết quý III/2027", "đến tháng 6/2028".
    [GeneratedRegex(@"(?:đến|tới|trước|hết)\s+(?:(?:cuối|trước|hết|ngày|tháng|quý)\s+)*(?:\d{1,2}\s*/\s*\d{1,2}|\d{1,2}|[IV]{1,3})\s*/\s*(?<to>20\d\d)(?!\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Day();

    // "tăng 5% so với năm 2025": a year of the past, by which nothing is due.
    [GeneratedRegex(@"so\s+với\s+(?:[^\s,;.]+\s+){0,5}?(?:19|20)\d\d(?!\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Compared();

    [GeneratedRegex(@"(?:năm(?:\s+học)?|đến)\s+(?<to>(?:19|20)\d\d)(?!\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Single();
}
