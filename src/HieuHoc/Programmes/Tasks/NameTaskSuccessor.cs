using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Tasks;

/// <summary>
/// Names who goes on with a task, or a row, for an agency that ended and that several took over from. Where one took over, it is that
/// one without a word.
/// </summary>
public sealed class NameTaskSuccessor(HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>For a task with its rows in all years; the same again changes nothing.</summary>
    public async Task<Refusal?> OfTaskAsync(TaskId id, int from, int to, Actor actor, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Engine.LockAsync(db, "tasks", ct);

        if (!await db.TasksVisibleTo(actor).AnyAsync(task => task.Id == id, ct))
        {
            return new TaskNotFound();
        }

        var parts = await db.TaskAgencies.Where(part => part.Owner == actor.Owner && part.TaskId == id && part.AgencyId == from).ToListAsync(ct);
        var rows = await db.AnnualRows.Where(row => row.Owner == actor.Owner && row.TaskId == id && row.AgencyId == from).ToListAsync(ct);

        if (await RefuseAsync(parts.Count + rows.Count, from, to, actor, ct) is { } refusal)
        {
            return refusal;
        }

        if (parts.All(part => part.ActingId == to) && rows.All(row => row.ActingId == to))
        {
            return null;
        }

        parts.ForEach(part => part.ActingId = to);
        rows.ForEach(row => row.ActingId = to);
        db.Record(new TaskSuccessorNamed(id, from, to), actor.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return null;
    }

    /// <summary>For one row; the same again changes nothing.</summary>
    public async Task<Refusal?> OfRowAsync(AnnualRowId id, int to, Actor actor, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Engine.LockAsync(db, "tasks", ct);

        if (await db.AnnualRowsVisibleTo(actor).SingleOrDefaultAsync(row => row.Id == id, ct) is not { } row)
        {
            return new AnnualRowNotFound();
        }

        if (await RefuseAsync(1, row.AgencyId, to, actor, ct) is { } refusal)
        {
            return refusal;
        }

        if (row.ActingId == to)
        {
            return null;
        }

        row.ActingId = to;
        db.Record(new AnnualRowHandedOver(id, row.AgencyId, to), actor.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return null;
    }

    private async Task<Refusal?> RefuseAsync(int count, int from, int to, Actor actor, CancellationToken ct)
    {
        if (!await db.KeepsTasksAsync(actor, ct))
        {
            return new TasksNotYoursToKeep();
        }

        var heirs = (await db.AgencyHeirsAsync(clock.Now.Day, ct)).Of(from);

        return count == 0 || heirs.Count < 2 ? new NoSuccessorToName() : heirs.Contains(to) ? null : new TaskSuccessorUnfit();
    }
}
