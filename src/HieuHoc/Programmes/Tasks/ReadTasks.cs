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

    /// <summary>The day of the task where the agency set another one for itself.</summary>
    public DateOnly? DueOfTask => Row is { IsOpen: true } row && Task?.DueIn(row.Year) is { } due && due != row.DueOn ? due : null;

    /// <summary>The year whose plan it belongs to: what is missed is of an earlier one than the list.</summary>
    public required int Year { get; init; }
}

/// <summary>The tasks of a year as the actor sees them.</summary>
/// <param name="Agencies">Those that have lines, by name, for choosing one.</param>
public sealed record TasksOfYear(IReadOnlyList<TaskLine> Lines, IReadOnlyList<(int Id, string Name)> Agencies);

/// <summary>A day on which a task, or work that an agency gave itself, is due.</summary>
/// <param name="Task">Null of work that an agency gave itself.</param>
/// <param name="Row">A row that is due; null where no agency has taken the task into its plan.</param>
/// <param name="Count">Of how many agencies.</param>
public sealed record TaskDay(DateOnly Day, string Text, TaskId? Task, AnnualRowId? Row, int Count);

/// <summary>
/// Reads what agencies have to do in a year, overdue first. What is overdue stays in the lists of later years until it is done, whether an
/// agency took it into its plan or not, and what an agency that ended had to do stands under who goes on with it.
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
        var given = await PartsAsync(tasks.Keys, actor, ct);
        var parts = given.ToLookup(part => part.TaskId);
        var heirs = await db.AgencyHeirsAsync(today, ct);
        var unplanned = await UnplannedTasks.OfAsync(db, tasks.Values, given, heirs, actor, today, ct);
        var soon = await SoonAsync(actor, ct);
        var lines = rows.Select(OfRow).Concat(unplanned.UpTo(year).Select(OfUnplanned)).ToList();
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

            return new TaskLine(task, row, whose, "", roles, "", StateOf(row, today, soon)) { DueOn = row.DueOn, Year = row.Year };
        }

        TaskLine OfUnplanned(UnplannedTask one)
        {
            var roles = one.AgencyId is { } whose ? Roles(one.Task, whose) : [];
            var state = one.AgencyId is null ? TaskLineState.NotGiven : StateOf(one.DueOn, today, soon) ?? TaskLineState.NotPlanned;

            return new TaskLine(one.Task, null, one.AgencyId, "", roles, "", state) { DueOn = one.DueOn, Year = one.Year };
        }

        IReadOnlyList<AgencyRole> Roles(ProgrammeTask task, int whose) => [.. parts[task.Id].Where(part => For(part) == whose).Select(part => part.Role).Distinct().Order()];

        string Leads(TaskLine line) => line.Task is not { } task
            ? ""
            : string.Join("; ", parts[task.Id].Where(part => part.Role is AgencyRole.Lead).Select(part => names[For(part)]).Distinct().Order(Vietnamese.Order));
    }

    /// <summary>The days to come of what is still to be done; of what is done every year and not planned, the next.</summary>
    public async Task<IReadOnlyList<TaskDay>> ComingAsync(Actor actor, CancellationToken ct)
    {
        var today = clock.Now.Day;
        var tasks = await db.TasksVisibleTo(actor).AsNoTracking().ToDictionaryAsync(task => task.Id, ct);
        var rows = await db.AnnualRowsVisibleTo(actor).AsNoTracking().Where(row => row.DueOn >= today && row.State != RowState.Done && row.DropReason == null).ToListAsync(ct);
        var unplanned = await UnplannedTasks.OfAsync(
            db, tasks.Values, await PartsAsync(tasks.Keys, actor, ct), await db.AgencyHeirsAsync(today, ct), actor, today, ct);

        return
        [
            .. rows.Select(row => (Day: row.DueOn!.Value, row.TaskId, Row: (AnnualRowId?)row.Id, Text: row.TaskId is { } task ? tasks[task].Text : row.Text))
                .Concat(unplanned.Coming().Select(one => (Day: one.DueOn!.Value, TaskId: (TaskId?)one.Task.Id, Row: (AnnualRowId?)null, one.Task.Text)))
                .GroupBy(one => (one.Day, one.TaskId?.Value ?? one.Row!.Value.Value)) // what is of no task is a row
                .Select(same => new TaskDay(same.Key.Day, same.First().Text, same.First().TaskId, same.First().Row, same.Count()))
                .OrderBy(day => day.Day).ThenBy(day => day.Text, Vietnamese.Order).ThenBy(day => day.Row?.Value ?? day.Task!.Value.Value),
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
        _ => StateOf(row.DueOn, today, soon) ?? (row.State is RowState.UnderWay ? TaskLineState.UnderWay : TaskLineState.NotBegun),
    };

    /// <summary>How what is still to be done stands by its last day; null where that says nothing yet.</summary>
    private static TaskLineState? StateOf(DateOnly? due, DateOnly today, int soon) =>
        due < today ? TaskLineState.Overdue : due <= today.AddDays(soon) ? TaskLineState.DueSoon : null;

    private Task<List<TaskAgency>> PartsAsync(IEnumerable<TaskId> tasks, Actor actor, CancellationToken ct)
    {
        var ids = tasks.ToList();

        return db.TaskAgencies.AsNoTracking().Where(part => part.Owner == actor.Owner && EF.Parameter(ids).Contains(part.TaskId)).ToListAsync(ct);
    }
}
