using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.PlanReading;
using HieuHoc.Platform;
using HieuHoc.Returns.Reminders;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Tasks;

/// <summary>How a line of the list of tasks stands on a day; in the order of the list.</summary>
public enum TaskLineState
{
    Overdue,
    DueSoon,
    UnderWay,
    NotBegun,

    /// <summary>The agency has not taken the task into its plan of the year.</summary>
    NotPlanned,

    /// <summary>No agency has a part in the task.</summary>
    NotGiven,

    Done,
    Dropped,
}

/// <summary>What an agency has to do in a year: a row of its annual plan, or a task that it has not planned yet.</summary>
/// <param name="Task">Null of work that the agency gave itself.</param>
/// <param name="Row">Null while it is not planned.</param>
/// <param name="AgencyId">Who stands for it today; null of a task that nobody has a part in.</param>
/// <param name="Agency">The name; empty of a task that nobody has a part in.</param>
/// <param name="Leads">The names of those who lead the task.</param>
public sealed record TaskLine(
    ProgrammeTask? Task, AnnualRow? Row, int? AgencyId, string Agency, IReadOnlyList<AgencyRole> Roles, string Leads, TaskLineState State)
{
    public string Text => Row is { TaskId: null } own ? own.Text : Task!.Text;

    /// <summary>As the row says it, else as the task does.</summary>
    public string Deliverable => Row?.Deliverable ?? Task!.Deliverable;

    public DateOnly? DueOn { get; init; }
}

/// <summary>The tasks of a year as the actor sees them.</summary>
/// <param name="Agencies">Those that have lines, by name, for choosing one.</param>
public sealed record TasksOfYear(IReadOnlyList<TaskLine> Lines, IReadOnlyList<(int Id, string Name)> Agencies);

/// <summary>A day on which rows are due.</summary>
/// <param name="Row">Where one row alone is due.</param>
/// <param name="Count">Of how many agencies.</param>
public sealed record TaskDay(DateOnly Day, string Text, AnnualRowId Row, int Count);

/// <summary>
/// Reads what agencies have to do in a year, overdue first. What is overdue stays in the lists of later years until it is done, and what
/// an agency that ended had to do stands under who goes on with it.
/// </summary>
public sealed class ReadTasks(HieuHocDb db, ReadReminders readReminders, ProgrammeClock clock)
{
    /// <summary>The lines of a year.</summary>
    /// <param name="agency">One agency; null for all.</param>
    public async Task<TasksOfYear> RunAsync(int year, int? agency, Actor actor, CancellationToken ct)
    {
        var today = clock.Now.Day;
        var tasks = await db.TasksVisibleTo(actor).AsNoTracking().ToDictionaryAsync(task => task.Id, ct);
        var rows = await db.AnnualRowsVisibleTo(actor).AsNoTracking()
            .Where(row => row.Year == year || (row.Year < year && row.DueOn < today && row.State != RowState.Done && row.DropReason == null)).ToListAsync(ct);
        var parts = (await PartsAsync(tasks.Keys, actor, ct)).ToLookup(part => part.TaskId);
        var heirs = await db.AgencyHeirsAsync(today, ct);
        var mine = await db.AgenciesWithTasksOf(actor).ToHashSetAsync(ct);
        var soon = await SoonAsync(actor, ct);
        var lines = rows.Select(row => OfRow(row)).ToList();
        var planned = lines.Where(line => line.Row!.Year == year && line.Task is not null).Select(line => (line.Task!.Id, line.AgencyId)).ToHashSet();
        lines.AddRange(tasks.Values.Where(task => task.Covers(year)).SelectMany(task => Unplanned(task)));
        var names = await db.AgencyNamesAsync([.. lines.Select(line => line.AgencyId).OfType<int>().Concat(parts.SelectMany(part => part.Select(For))).Distinct()], today, ct);
        var named = lines.Select(line => line with { Agency = line.AgencyId is { } id ? names[id] : "", Leads = Leads(line) }).ToList();

        return new TasksOfYear(
            [
                .. named.Where(line => agency is null || line.AgencyId == agency)
                    .OrderBy(line => line.State).ThenBy(line => line.DueOn ?? DateOnly.MaxValue).ThenBy(line => line.Agency, Vietnamese.Order)
                    .ThenBy(line => line.Task?.MadeAt).ThenBy(line => line.Row?.Id.Value ?? line.Task!.Id.Value),
            ],
            [.. named.Where(line => line.AgencyId is not null).Select(line => (line.AgencyId!.Value, line.Agency)).Distinct().OrderBy(one => one.Agency, Vietnamese.Order)]);

        int For(TaskAgency part) => heirs.For(part.ActingId ?? part.AgencyId);

        TaskLine OfRow(AnnualRow row)
        {
            var (task, whose) = (row.TaskId is { } id ? tasks.GetValueOrDefault(id) : null, heirs.For(row.ActingId ?? row.AgencyId));
            var roles = task is null ? [] : Roles(task, whose);

            return new TaskLine(task, row, whose, "", roles, "", StateOf(row, today, soon)) { DueOn = row.DueOn };
        }

        IReadOnlyList<AgencyRole> Roles(ProgrammeTask task, int whose) => [.. parts[task.Id].Where(part => For(part) == whose).Select(part => part.Role).Distinct().Order()];

        IEnumerable<TaskLine> Unplanned(ProgrammeTask task)
        {
            var given = parts[task.Id].Where(part => mine.Contains(part.ActingId ?? part.AgencyId)).Select(For).Distinct().ToList();
            var lines = given.Where(whose => !planned.Contains((task.Id, whose)))
                .Select(whose => new TaskLine(task, null, whose, "", Roles(task, whose), "", TaskLineState.NotPlanned) { DueOn = task.DueIn(year) });

            return parts[task.Id].Any() ? lines : [new TaskLine(task, null, null, "", [], "", TaskLineState.NotGiven) { DueOn = task.DueIn(year) }];
        }

        string Leads(TaskLine line) => line.Task is not { } task
            ? ""
            : string.Join("; ", parts[task.Id].Where(part => part.Role is AgencyRole.Lead).Select(part => names[For(part)]).Distinct().Order(Vietnamese.Order));
    }

    /// <summary>The days to come on which rows are due that are still to be done.</summary>
    public async Task<IReadOnlyList<TaskDay>> ComingAsync(Actor actor, CancellationToken ct)
    {
        var today = clock.Now.Day;
        var tasks = db.ProgrammeTasks;
        var rows = await db.AnnualRowsVisibleTo(actor).AsNoTracking()
            .Where(row => row.DueOn >= today && row.State != RowState.Done && row.DropReason == null)
            .Select(row => new { row.Id, row.DueOn, row.TaskId, Text = row.TaskId == null ? row.Text : tasks.Single(task => task.Owner == row.Owner && task.Id == row.TaskId).Text })
            .ToListAsync(ct);

        return
        [
            .. rows.GroupBy(row => (row.DueOn!.Value, row.TaskId is { } task ? task.Value : row.Id.Value))
                .Select(same => new TaskDay(same.Key.Value, same.First().Text, same.First().Id, same.Count()))
                .OrderBy(day => day.Day).ThenBy(day => day.Text, Vietnamese.Order).ThenBy(day => day.Row.Value),
        ];
    }

    /// <summary>From how many days before its last day a row is due soon: as many as returns are reminded of before theirs.</summary>
    public async Task<int> SoonAsync(Actor actor, CancellationToken ct) =>
        await readReminders.PlanAsync(actor.Owner, ct) is { } plan ? plan.DaysBefore.DefaultIfEmpty(0).Max() : 0;

    /// <summary>How a row stands on a day.</summary>
    public static TaskLineState StateOf(AnnualRow row, DateOnly today, int soon) => row switch
    {
        { DropReason: not null } => TaskLineState.Dropped,
        { State: RowState.Done } => TaskLineState.Done,
        { DueOn: { } due } when due < today => TaskLineState.Overdue,
        { DueOn: { } due } when due.DayNumber - today.DayNumber <= soon => TaskLineState.DueSoon,
        { State: RowState.UnderWay } => TaskLineState.UnderWay,
        _ => TaskLineState.NotBegun,
    };

    private Task<List<TaskAgency>> PartsAsync(IEnumerable<TaskId> tasks, Actor actor, CancellationToken ct)
    {
        var ids = tasks.ToList();

        return db.TaskAgencies.AsNoTracking().Where(part => part.Owner == actor.Owner && EF.Parameter(ids).Contains(part.TaskId)).ToListAsync(ct);
    }
}
