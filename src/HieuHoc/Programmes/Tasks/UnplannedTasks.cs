using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Tasks;

/// <summary>A task that an agency has not taken into its plan of a year.</summary>
/// <param name="AgencyId">Who stands for it today; null of a task that nobody has a part in.</param>
/// <param name="DueOn">The day of the task; null where it has none in the year.</param>
internal sealed record UnplannedTask(ProgrammeTask Task, int? AgencyId, int Year, DateOnly? DueOn);

/// <summary>The tasks that agencies have yet to take into their annual plans: what is given to them is to be done, planned or not.</summary>
internal sealed class UnplannedTasks
{
    private readonly IReadOnlyCollection<ProgrammeTask> tasks;
    private readonly ILookup<TaskId, int> given;
    private readonly HashSet<TaskId> named;
    private readonly ILookup<(TaskId Task, int Agency), (int Year, RowState State)> rows;
    private readonly DateOnly today;

    private UnplannedTasks(
        IReadOnlyCollection<ProgrammeTask> tasks, ILookup<TaskId, int> given, HashSet<TaskId> named, ILookup<(TaskId Task, int Agency), (int Year, RowState State)> rows, DateOnly today) =>
        (this.tasks, this.given, this.named, this.rows, this.today) = (tasks, given, named, rows, today);

    /// <summary>Those of the agencies whose tasks the actor sees.</summary>
    public static async Task<UnplannedTasks> OfAsync(
        HieuHocDb db, IReadOnlyCollection<ProgrammeTask> tasks, IReadOnlyCollection<TaskAgency> parts, AgencyHeirs heirs, Actor actor, DateOnly today, CancellationToken ct)
    {
        var mine = await db.AgenciesWithTasksOf(actor).ToHashSetAsync(ct);
        var rows = await db.AnnualRowsVisibleTo(actor).Where(row => row.TaskId != null)
            .Select(row => new { TaskId = row.TaskId!.Value, Agency = row.ActingId ?? row.AgencyId, row.Year, row.State }).ToListAsync(ct);

        return new UnplannedTasks(
            tasks,
            parts.Where(part => mine.Contains(part.ActingId ?? part.AgencyId)).Select(part => (part.TaskId, Agency: heirs.For(part.ActingId ?? part.AgencyId))).Distinct()
                .ToLookup(part => part.TaskId, part => part.Agency),
            parts.Select(part => part.TaskId).ToHashSet(),
            rows.ToLookup(row => (row.TaskId, heirs.For(row.Agency)), row => (row.Year, row.State)),
            today);
    }

    /// <summary>Those of a year, and what should have been done in the years before it and was not.</summary>
    public IEnumerable<UnplannedTask> UpTo(int year) =>
        tasks.Where(task => task.Covers(year)).SelectMany(task => Of(task, year, task.DueOn ?? task.DueIn(year))).Concat(tasks.SelectMany(task => Missed(task, year)));

    /// <summary>Those whose day is still to come; of what is done every year the next one.</summary>
    public IEnumerable<UnplannedTask> Coming() =>
        from task in tasks
        from day in task.Recurrence is TaskRecurrence.Once ? [task.DueOn] : new[] { today.Year, today.Year + 1 }.Where(task.Covers).Select(task.DueIn)
        where day >= today && (task.Recurrence is TaskRecurrence.Once || day < today.AddYears(1))
        from unplanned in Of(task, day.Value.Year, day)
        where unplanned.AgencyId is not null
        select unplanned;

    /// <summary>What is done once is missed until it is done; of what is done every year the years count whose day came after it was given.</summary>
    private IEnumerable<UnplannedTask> Missed(ProgrammeTask task, int year)
    {
        var since = ProgrammeClock.DayOf(task.MadeAt);
        IEnumerable<DateOnly?> days = task.Recurrence is TaskRecurrence.Once
            ? [task.DueOn]
            : Enumerable.Range(since.Year, Math.Max(0, year - since.Year)).Where(task.Covers).Select(task.DueIn).Where(day => day >= since);

        return days.Where(day => day < today && day.Value.Year < year).SelectMany(day => Of(task, day!.Value.Year, day)); // filtered before
    }

    private IEnumerable<UnplannedTask> Of(ProgrammeTask task, int year, DateOnly? due) => named.Contains(task.Id)
        ? given[task.Id].Where(agency => !IsSettled(task, agency, year)).Select(agency => new UnplannedTask(task, agency, year, due))
        : [new UnplannedTask(task, null, year, due)];

    /// <summary>True where the plan of the year has it; what is done once is settled, too, where it was done before or goes on in a later plan.</summary>
    private bool IsSettled(ProgrammeTask task, int agency, int year) => rows[(task.Id, agency)]
        .Any(row => row.Year == year || (task.Recurrence is TaskRecurrence.Once && (row.State is RowState.Done || row.Year > year)));
}
