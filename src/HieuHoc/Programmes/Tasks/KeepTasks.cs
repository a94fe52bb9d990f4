using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.PlanReading;
using HieuHoc.Platform;
using HieuHoc.Programmes.Plans;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Tasks;

/// <summary>Makes a task by hand, and changes one; nobody's change is overwritten unseen.</summary>
public sealed class KeepTasks(HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>Makes it; the same request again changes nothing.</summary>
    public async Task<Outcome<ProgrammeTask>> MakeAsync(TaskId id, StatedTask given, GivenAgencies agencies, Actor actor, CancellationToken ct)
    {
        if (!await db.KeepsTasksAsync(actor, ct))
        {
            return new TasksNotYoursToKeep();
        }

        var (stated, found) = (given.Kept(), await GivenAgencies.FindAsync(db, agencies, actor, clock.Now.Day, ct));

        if ((stated.Unfit() ?? found.Refusal) is { } unfit)
        {
            return unfit;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Engine.LockAsync(db, "tasks", ct);

        if (await db.ProgrammeTasks.SingleOrDefaultAsync(row => row.Owner == actor.Owner && row.Id == id, ct) is { } before)
        {
            return StatedTask.Of(before) == stated && found.Value.SetEquals(Parts(await GivenToAsync(before, ct))) ? before : new TaskDiffers();
        }

        var task = Task(id, plan: null, actor, clock.Now);
        task.Say(stated);
        db.Add(task);
        db.AddRange(found.Value.Select(part => Given(task, part.Agency, part.Role)));
        db.Record(new TaskMade(id), actor.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return task;
    }

    /// <summary>Changes it; what says nothing new changes nothing.</summary>
    /// <param name="startedFrom">The revision that the person's page showed.</param>
    public async Task<Outcome<ProgrammeTask>> ChangeAsync(TaskId id, int startedFrom, StatedTask given, GivenAgencies agencies, Actor actor, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Engine.LockAsync(db, "tasks", ct);

        if (await db.TasksVisibleTo(actor).SingleOrDefaultAsync(row => row.Id == id, ct) is not { } task)
        {
            return new TaskNotFound();
        }

        if (!await db.KeepsTasksAsync(actor, ct))
        {
            return new TasksNotYoursToKeep();
        }

        var (stated, found) = (given.Kept(), await GivenAgencies.FindAsync(db, agencies, actor, clock.Now.Day, ct));

        if ((stated.Unfit() ?? found.Refusal) is { } unfit)
        {
            return unfit;
        }

        var parts = await GivenToAsync(task, ct);
        var fields = Differing(stated, StatedTask.Of(task), found.Value.SetEquals(await StandingAsync(parts, ct)));

        if (fields.Count == 0)
        {
            return task;
        }

        if (task.Revision != startedFrom)
        {
            return new TaskChangedMeanwhile();
        }

        await SayAsync(task, stated, actor, ct);
        await GiveAsync(task, parts, found.Value, ct);
        db.Record(new TaskChanged(id, fields), actor.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return task;
    }

    /// <summary>Says it anew. The rows that are still to be done by the day of the task go with it; a day that an agency set for itself stays.</summary>
    private async Task SayAsync(ProgrammeTask task, StatedTask stated, Actor actor, CancellationToken ct)
    {
        var rows = (await db.AnnualRows.Where(row => row.Owner == task.Owner && row.TaskId == task.Id && row.State != RowState.Done && row.DropReason == null).ToListAsync(ct))
            .FindAll(row => row.DueOn == task.DueIn(row.Year));
        task.Say(stated);

        foreach (var row in rows.Where(row => row.DueOn != task.DueIn(row.Year)))
        {
            row.Move(task.DueIn(row.Year));
            db.Record(new AnnualRowRenewed(row.Id), actor.Owner, actor.PersonId?.Value, clock.Now);
        }
    }

    internal static ProgrammeTask Task(TaskId id, PlanId? plan, Actor actor, Moment now) => new()
    {
        Owner = actor.Owner,
        Id = id,
        PlanId = plan,
        MadeBy = actor.PersonId,
        MadeAt = now.Instant,
    };

    internal static TaskAgency Given(ProgrammeTask task, int agency, AgencyRole role, string namedAs = "") => new()
    {
        Owner = task.Owner,
        TaskId = task.Id,
        AgencyId = agency,
        Role = role,
        NamedAs = namedAs,
    };

    private Task<List<TaskAgency>> GivenToAsync(ProgrammeTask task, CancellationToken ct) =>
        db.TaskAgencies.Where(part => part.Owner == task.Owner && part.TaskId == task.Id).ToListAsync(ct);

    /// <summary>Who has a part today: a page shows successors, and who typed nothing new changed nothing.</summary>
    private async Task<IReadOnlySet<(int Agency, AgencyRole Role)>> StandingAsync(IReadOnlyList<TaskAgency> parts, CancellationToken ct)
    {
        var heirs = await db.AgencyHeirsAsync(clock.Now.Day, ct);

        return parts.Select(part => (heirs.For(part.ActingId ?? part.AgencyId), part.Role)).ToHashSet();
    }

    private static IEnumerable<(int Agency, AgencyRole Role)> Parts(IEnumerable<TaskAgency> parts) => parts.Select(part => (part.AgencyId, part.Role));

    /// <summary>Those that are named no longer have no part; a predecessor of one that is named keeps its own.</summary>
    private async Task GiveAsync(ProgrammeTask task, IReadOnlyList<TaskAgency> parts, IReadOnlySet<(int Agency, AgencyRole Role)> named, CancellationToken ct)
    {
        var heirs = await db.AgencyHeirsAsync(clock.Now.Day, ct);
        var kept = parts.ToLookup(part => named.Contains((heirs.For(part.ActingId ?? part.AgencyId), part.Role)));
        db.RemoveRange(kept[false]);
        var standing = kept[true].Select(part => (heirs.For(part.ActingId ?? part.AgencyId), part.Role)).ToHashSet();
        db.AddRange(named.Where(part => !standing.Contains(part)).Select(part => Given(task, part.Agency, part.Role)));
    }

    private static List<string> Differing(StatedTask stated, StatedTask before, bool sameAgencies)
    {
        var fields = new (string Name, Func<StatedTask, object?> Of)[]
        {
            (nameof(StatedTask.Text), task => task.Text),
            (nameof(StatedTask.Division), task => task.Division),
            (nameof(StatedTask.Clause), task => task.Clause),
            (nameof(StatedTask.FromYear), task => task.FromYear),
            (nameof(StatedTask.ToYear), task => task.ToYear),
            (nameof(StatedTask.Recurrence), task => task.Recurrence),
            (nameof(StatedTask.Deliverable), task => task.Deliverable),
            (nameof(StatedTask.DueOn), task => task.DueOn),
            (nameof(StatedTask.DueMonth), task => task.DueMonth),
            (nameof(StatedTask.DueDay), task => task.DueDay),
        };
        var differing = fields.Where(field => !Equals(field.Of(stated), field.Of(before))).Select(field => field.Name);

        return [.. sameAgencies ? differing : differing.Append("Agencies")];
    }
}
