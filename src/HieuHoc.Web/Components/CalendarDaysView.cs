using System.Globalization;
using HieuHoc.Platform;
using HieuHoc.Programmes.Checks;
using HieuHoc.Programmes.Pilots;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Returns;

namespace HieuHoc.Web.Components;

/// <summary>One day of a calendar, in words.</summary>
/// <param name="Name">What the day is of; null where the page says it.</param>
/// <param name="Address">The page of that; null where the reader may not open it.</param>
public sealed record CalendarLine(DateOnly Day, string Words, string? Name = null, string? Address = null)
{
    /// <summary>The most signs of a name that a calendar shows on one line.</summary>
    private const int LongestSummary = 120;

    /// <summary>Days of rounds.</summary>
    /// <param name="namesRounds">True where the days are of several rounds.</param>
    public static IReadOnlyList<CalendarLine> Of(IEnumerable<CalendarDay> days, Texts texts, bool namesRounds) =>
    [
        .. from day in days
           let key = day.Level is { } level ? $"{Texts.KeyOf(day.Kind)}.{level}" : Texts.KeyOf(day.Kind)
           select new CalendarLine(day.Day, texts[key, ("count", day.Count)], namesRounds ? day.Round.Title : null, $"/rounds/{day.Round.Id.Value}"),
    ];

    /// <summary>Days of visits and of what they found; a visit that has begun stands at today.</summary>
    public static IReadOnlyList<CalendarLine> Of(IEnumerable<VisitDay> days, Texts texts, DateOnly today) =>
        [.. days.Select(day => new CalendarLine(day.First < today ? today : day.First, WordsOf(day, texts), day.Unit, AddressOf(day)))];

    /// <summary>The same as a calendar file has them.</summary>
    public static IEnumerable<CalendarEntry> EntriesOf(IEnumerable<VisitDay> days, Texts texts) =>
        days.Select(day => new CalendarEntry($"{day.Finding?.Id.Value ?? day.Visit.Id.Value:D}", day.First, day.Last, $"{WordsOf(day, texts)}: {day.Unit}"));

    /// <summary>What agencies have to do; of many agencies with one task and day it stands once.</summary>
    public static IReadOnlyList<CalendarLine> Of(IEnumerable<TaskDay> days, Texts texts) =>
    [
        .. from day in days
           let address = day switch
           {
               { Count: > 1 } => $"/tasks?year={day.Day.Year}",
               { Row: { } row } => $"/tasks/rows/{row.Value}",
               _ => $"/tasks/{day.Task!.Value.Value}", // what is of no task is a row
           }
           let name = day switch
           {
               { Count: > 1 } => texts["tasks.calendar.agencies", ("count", day.Count)],
               { Row: not null } => texts["tasks.row.open"],
               _ => texts["tasks.unplanned", ("year", Plain(day.Day.Year))],
           }
           select new CalendarLine(day.Day, TaskWords.Short(day.Text), name, address),
    ];

    /// <inheritdoc cref="EntriesOf(IEnumerable{VisitDay}, Texts)"/>
    public static IEnumerable<CalendarEntry> EntriesOf(IEnumerable<TaskDay> days, Texts texts) =>
        days.Select(day => new CalendarEntry($"{KeyOf(day)}-task", day.Day, day.Day, texts["tasks.calendar", ("task", TaskWords.Short(day.Text))]));

    /// <summary>When confirmed plans ask for reports.</summary>
    /// <param name="opensPlans">True for who may open a plan.</param>
    public static IReadOnlyList<CalendarLine> Of(IEnumerable<ReportDay> days, Texts texts, bool opensPlans) =>
    [
        .. from day in days
           select new CalendarLine(day.Day, WordsOf(day, texts), ByWhom(day, texts), opensPlans ? $"/plans/{day.Plan.Id.Value}" : null),
    ];

    /// <inheritdoc cref="EntriesOf(IEnumerable{VisitDay}, Texts)"/>
    public static IEnumerable<CalendarEntry> EntriesOf(IEnumerable<ReportDay> days, Texts texts) =>
        from day in days
        group day by (day.Plan.Id, day.Report.Clause, day.Day) into same
        from one in same.Index()
        select new CalendarEntry(
            string.Create(CultureInfo.InvariantCulture, $"{same.Key.Id.Value:D}-{same.Key.Clause}-{same.Key.Day:yyyyMMdd}-{one.Index}-report"),
            same.Key.Day, same.Key.Day, $"{WordsOf(one.Item, texts)} ({ByWhom(one.Item, texts)})");

    /// <summary>When pilots begin, are to be evaluated, and are to be decided on.</summary>
    public static IReadOnlyList<CalendarLine> Of(IEnumerable<PilotDay> days, Texts texts) =>
        [.. days.Select(day => new CalendarLine(day.Day, texts[$"pilots.day.{day.Pilot.State}"], day.Pilot.Name, $"/pilots/{day.Pilot.Id.Value}"))];

    /// <inheritdoc cref="EntriesOf(IEnumerable{VisitDay}, Texts)"/>
    public static IEnumerable<CalendarEntry> EntriesOf(IEnumerable<PilotDay> days, Texts texts) =>
        days.Select(day => new CalendarEntry($"{day.Pilot.Id.Value:D}-pilot", day.Day, day.Day, $"{texts[$"pilots.day.{day.Pilot.State}"]}: {Short(day.Pilot.Name)}"));

    private static string WordsOf(ReportDay day, Texts texts) => day.Plan.Content.Document switch
    {
        { Number: { Length: > 0 } number } => texts["plans.calendar", ("plan", number), ("report", texts.Of(day.Report))],
        var head => texts["plans.calendar", ("plan", Short(head.Title ?? texts["plans.untitled"])), ("report", texts.Of(day.Report))],
    };

    private static string ByWhom(ReportDay day, Texts texts) => day.By switch
    {
        [] => texts["plans.calendar.standing"],
        [var only] => only,
        var several => texts["tasks.calendar.agencies", ("count", several.Count)],
    };

    private static string KeyOf(TaskDay day) => day.Row is { } row ? $"{row.Value:D}" : $"{day.Task!.Value.Value:D}-{Plain(day.Day.Year)}"; // what is of no task is a row

    private static string Plain(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static string Short(string text) => text.Length <= LongestSummary ? text : $"{text[..LongestSummary]}…";

    private static string WordsOf(VisitDay day, Texts texts) => day switch
    {
        { Finding: not null } => texts["visits.day.due"],
        _ when day.First == day.Last => texts[Texts.KeyOf(day.Visit.Kind)],
        _ => texts["visits.day.span", ("kind", day.Visit.Kind), ("first", day.First), ("last", day.Last)],
    };

    private static string AddressOf(VisitDay day) => day.Finding is { } finding ? $"/findings/{finding.Id.Value}" : $"/visits/{day.Visit.Id.Value}";
}

/// <summary>Days as a list.</summary>
public sealed record CalendarDaysView(IReadOnlyList<CalendarLine> Lines, DateOnly Today);
