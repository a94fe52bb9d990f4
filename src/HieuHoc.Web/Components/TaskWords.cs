using System.Globalization;
using HieuHoc.Platform;
using HieuHoc.Programmes.Tasks;

namespace HieuHoc.Web.Components;

/// <summary>What is said of tasks in lists and headings.</summary>
public static class TaskWords
{
    /// <summary>The most signs of a task that a heading or a cell shows.</summary>
    private const int Longest = 160;

    /// <summary>A task as a heading: its first line, cut where it is long.</summary>
    public static string Short(string text)
    {
        var line = TypedText.Lines(text)[0];

        return line.Length <= Longest ? line : $"{line[..Longest]}…";
    }

    extension(Texts texts)
    {
        /// <summary>When a task is due, in words.</summary>
        public string DueOf(ProgrammeTask task) => task switch
        {
            { DueMonth: { } month, DueDay: { } day } => texts["tasks.due.everyYear", ("day", day), ("month", month)],
            { DueOn: { } day } => Shown.DayText(day),
            _ => texts["tasks.due.none"],
        };

        /// <summary>Từ 2026 đến 2030, hằng năm</summary>
        public string PeriodOf(ProgrammeTask task) => texts[
            "tasks.period.shown", ("from", Plain(task.FromYear)), ("to", Plain(task.ToYear)), ("recurrence", task.Recurrence)];
    }

    private static string Plain(int year) => year.ToString(CultureInfo.InvariantCulture);
}
