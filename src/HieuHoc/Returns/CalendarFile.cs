using System.Globalization;
using System.Text;
using HieuHoc.Platform;

namespace HieuHoc.Returns;

/// <summary>A day, or several, in a calendar file.</summary>
/// <param name="Key">What tells it from all others, and stays: taken in again it is the same.</param>
public sealed record CalendarEntry(string Key, DateOnly First, DateOnly Last, string Summary);

/// <summary>Days as a calendar file (iCalendar, RFC 5545), to be taken into the calendar of a telephone or an office.</summary>
public static class CalendarFile
{
    /// <summary>The most bytes of a line; longer ones go on in the next after a blank.</summary>
    private const int Line = 75;

    /// <summary>Days of rounds as a file has them; reminders are the product's own, and not in it.</summary>
    public static IEnumerable<CalendarEntry> EntriesOf(IEnumerable<CalendarDay> days, Texts texts) =>
        from day in days
        where day.Kind is not CalendarKind.Remind
        select new CalendarEntry($"{day.Round.Id.Value:D}-{day.Kind}-{day.Level}-{Text(day.Day)}", day.Day, day.Day, $"{texts[Texts.KeyOf(day.Kind)]}: {day.Round.Title}");

    /// <summary>The file.</summary>
    public static string Write(IEnumerable<CalendarEntry> entries, Moment now)
    {
        var file = new StringBuilder();
        IEnumerable<string> lines =
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Hieu Hoc//Calendar//VI", "CALSCALE:GREGORIAN",
            .. entries.SelectMany(entry => Event(entry, now)), "END:VCALENDAR",
        ];

        foreach (var line in lines)
        {
            Fold(file, line);
        }

        return file.ToString();
    }

    private static IEnumerable<string> Event(CalendarEntry entry, Moment now) =>
    [
        "BEGIN:VEVENT",
        $"UID:{entry.Key}@hieuhoc",
        $"DTSTAMP:{now.Instant.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}",
        $"DTSTART;VALUE=DATE:{Text(entry.First)}",
        $"DTEND;VALUE=DATE:{Text(entry.Last.AddDays(1))}",
        $"SUMMARY:{Escaped(entry.Summary)}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ];

    private static string Text(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escaped(string text) =>
        text.ReplaceLineEndings(" ").Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal);

    // Counted in bytes, and never within a letter.
    private static void Fold(StringBuilder file, string line)
    {
        var used = 0;

        foreach (var letter in line.EnumerateRunes())
        {
            if (used + letter.Utf8SequenceLength > Line)
            {
                file.Append("\r\n ");
                used = 1;
            }

            file.Append(letter);
            used += letter.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }
}
