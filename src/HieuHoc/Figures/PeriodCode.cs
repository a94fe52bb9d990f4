using System.Globalization;
using System.Text.RegularExpressions;
using HieuHoc.Platform;

namespace HieuHoc.Figures;

/// <summary>The code of a period: <c>2026</c>, <c>2026-11</c>, <c>2025-26S</c>, <c>@2026-09-30</c>, <c>2016/2020</c>.</summary>
public sealed partial record PeriodCode(string Text, PeriodKind Kind, Days Days)
{
    /// <summary>The calendar year.</summary>
    public static PeriodCode Year(int year) =>
        new(year.ToString("0000", CultureInfo.InvariantCulture), PeriodKind.Year, new Days(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)));

    /// <summary>A span of calendar years, the first before the last.</summary>
    public static PeriodCode Years(int first, int last) =>
        new(FormattableString.Invariant($"{first:0000}/{last:0000}"), PeriodKind.Years, new Days(new DateOnly(first, 1, 1), new DateOnly(last, 12, 31)));

    /// <summary>Reads a code; null when it is none.</summary>
    public static PeriodCode? Parse(string text)
    {
        if (Code().Match(text) is not { Success: true } match)
        {
            return null;
        }

        int? Number(string group) =>
            match.Groups[group] is { Success: true } found ? int.Parse(found.Value, CultureInfo.InvariantCulture) : null;

        return (Number("year"), Number("month"), Number("school"), Number("last"), match.Groups["day"].Value) switch
        {
            (null, _, _, _, var day) => OfDay(text, day),
            ({ } year, { } month, _, _, _) => OfMonth(text, year, month),
            ({ } year, _, { } school, _, _) => OfSchoolYear(text, year, school),
            ({ } year, _, _, { } last, _) => OfYears(year, last),
            ({ } year, _, _, _, _) => year > 0 ? Year(year) : null,
        };
    }

    private static PeriodCode? OfDay(string text, string day) =>
        IsoDay.Read(day) is { } date ? new PeriodCode(text, PeriodKind.Day, new Days(date, date)) : null;

    private static PeriodCode? OfMonth(string text, int year, int month)
    {
        if (year == 0 || month is < 1 or > 12)
        {
            return null;
        }

        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));

        return new PeriodCode(text, PeriodKind.Month, new Days(new DateOnly(year, month, 1), last));
    }

    // September to August: not the teaching calendar, but a span that leaves no day between two school years.
    private static PeriodCode? OfSchoolYear(string text, int year, int second) =>
        year is > 0 and < 9999 && second == (year + 1) % 100
            ? new PeriodCode(text, PeriodKind.SchoolYear, new Days(new DateOnly(year, 9, 1), new DateOnly(year + 1, 8, 31)))
            : null;

    private static PeriodCode? OfYears(int first, int last) =>
        first > 0 && first < last ? Years(first, last) : null;

    [GeneratedRegex(@"\A(@(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})|(?<year>[0-9]{4})(-(?<month>[0-9]{2})|-(?<school>[0-9]{2})S|/(?<last>[0-9]{4}))?)\z")]
    private static partial Regex Code();
}
