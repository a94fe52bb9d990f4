using System.Globalization;
using System.Text;
using HieuHoc.Platform;

namespace HieuHoc.Returns;

/// <summary>A day of a calendar file.</summary>
/// <param name="Id">The same whenever the file is written: a calendar that has the day changes it.</param>
public sealed record CalendarEvent(string Id, DateOnly Day, string Summary);

/// <summary>Days as a calendar file (iCalendar, RFC 5545), to be taken into the calendar of a telephone or an office.</summary>
public static class CalendarFile
{
    /// <summary>The most bytes of a line; longer ones go on in the next after a blank.</summary>
    private const int Line = 75;

    /// <summary>The days of rounds; reminders are the product's own, and not in a file.</summary>
    public static IEnumerable<CalendarEvent> Events(IEnumerable<CalendarDay> days, Texts texts) =>
        from day in days
        where day.Kind is not CalendarKind.Remind
        select new CalendarEvent($"{day.Round.Id.Value:D}-{day.Kind}-{day.Level}-{Text(day.Day)}", day.Day, $"{texts[Texts.KeyOf(day.Kind)]}: {day.Round.Title}");

    /// <summary>The file.</summary>
    public static string Write(IEnumerable<CalendarEvent> days, Moment now)
    {
        var file = new StringBuilder();
        IEnumerable<string> lines =
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Hieu Hoc//Calendar//VI", "CALSCALE:GREGORIAN",
            .. days.SelectMany(day => Event(day, now)), "END:VCALENDAR",
        ];

        foreach (var line in lines)
        {
            Fold(file, line);
        }

        return file.ToString();
    }

    private static IEnumerable<string> Event(CalendarEvent day, Moment now) =>
    [
        "BEGIN:VEVENT",
        $"UID:{day.Id}@hieuhoc",
        $"DTSTAMP:{now.Instant.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}",
        $"DTSTART;VALUE=DATE:{Text(day.Day)}",
        $"DTEND;VALUE=DATE:{Text(day.Day.AddDays(1))}",
        $"SUMMARY:{Escaped(day.Summary)}",
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
