using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Tasks;

/// <summary>What a person does to single rows of an annual plan: adds one of the agency's own, writes in one, drops one with a reason.</summary>
public sealed class KeepAnnualRows(HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>Adds work that the agency gives itself; the same request again changes nothing.</summary>
    public async Task<Outcome<AnnualRow>> AddAsync(AnnualRowId id, int agencyId, int year, string text, StatedRow given, Actor actor, CancellationToken ct)
    {
        if (await db.RefuseAnnualPlanAsync(agencyId, year, actor, clock.Now.Day, ct) is { } refusal)
        {
            return refusal;
        }

        var (kept, stated) = (TypedText.Kept(text).ReplaceLineEndings("\n"), given.Kept());

        if ((UnfitText(kept) ?? stated.Unfit(year)) is { } unfit)
        {
            return unfit;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Engine.LockAsync(db, "tasks", ct);

        if (await db.AnnualRows.SingleOrDefaultAsync(row => row.Owner == actor.Owner && row.Id == id, ct) is { } before)
        {
            return (before.AgencyId, before.Year, before.Text) == (agencyId, year, kept) && StatedRow.Of(before) == stated ? before : new AnnualRowDiffers();
        }

        var row = new AnnualRow { Owner = actor.Owner, Id = id, AgencyId = agencyId, Year = year, TaskId = null, Text = kept };
        row.Write(stated);
        db.Add(row);
        db.Record(new AnnualRowAdded(id, agencyId, year), actor.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return row;
    }

    /// <summary>Writes in a row; what says nothing new changes nothing.</summary>
    /// <param name="startedFrom">The revision that the person's page showed.</param>
    public async Task<Outcome<AnnualRow>> ChangeAsync(AnnualRowId id, int startedFrom, StatedRow given, Actor actor, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Engine.LockAsync(db, "tasks", ct);
        var found = await db.AnnualRowToKeepAsync(id, actor, clock.Now.Day, ct);

        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var (row, stated) = (found.Value, given.Kept());
        var fields = Differing(stated, StatedRow.Of(row));

        if (fields.Count == 0)
        {
            return row;
        }

        if (row.DropReason is not null)
        {
            return new AnnualRowIsDropped();
        }

        // A day that the row has from its task, which was due earlier, may stay.
        if ((stated.DueOn == row.DueOn ? stated with { DueOn = null } : stated).Unfit(row.Year) is { } unfit)
        {
            return unfit;
        }

        if (row.Revision != startedFrom)
        {
            return new AnnualRowChangedMeanwhile();
        }

        row.Write(stated);
        db.Record(new AnnualRowChanged(id, fields), actor.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return row;
    }

    /// <summary>Drops a row with a reason; it stays to be read. The same again changes nothing.</summary>
    public async Task<Outcome<AnnualRow>> DropAsync(AnnualRowId id, string reason, Actor actor, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Engine.LockAsync(db, "tasks", ct);
        var found = await db.AnnualRowToKeepAsync(id, actor, clock.Now.Day, ct);
        var kept = TypedText.Line(reason);

        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        if (kept.Length == 0)
        {
            return new DropReasonMissing();
        }

        if (kept.Length > StatedTask.LongestLine)
        {
            return new TaskLineTooLong(StatedTask.LongestLine);
        }

        if (found.Value.DropReason is { } before)
        {
            return before == kept ? found.Value : new AnnualRowIsDropped();
        }

        found.Value.Drop(kept);
        db.Record(new AnnualRowDropped(id), actor.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return found.Value;
    }

    private static Refusal? UnfitText(string text) =>
        text.Length == 0 ? new TaskTextMissing() : text.Length > StatedTask.LongestText ? new TaskTextTooLong(StatedTask.LongestText) : null;

    private static List<string> Differing(StatedRow stated, StatedRow before) =>
    [
        .. new[]
        {
            (Name: nameof(StatedRow.Deliverable), Same: stated.Deliverable == before.Deliverable),
            (Name: nameof(StatedRow.DueOn), Same: stated.DueOn == before.DueOn),
            (Name: nameof(StatedRow.Note), Same: stated.Note == before.Note),
        }.Where(field => !field.Same).Select(field => field.Name),
    ];
}

internal static class AnnualRowToKeep
{
    extension(HieuHocDb db)
    {
        /// <summary>A row that the actor writes in today; refused where it is not theirs, or nobody's until a successor is named.</summary>
        public async Task<Outcome<AnnualRow>> AnnualRowToKeepAsync(AnnualRowId id, Actor actor, DateOnly today, CancellationToken ct)
        {
            if (!await db.AnnualRowsVisibleTo(actor).AnyAsync(row => row.Id == id, ct))
            {
                return new AnnualRowNotFound();
            }

            if (await db.AnnualRowsKeptBy(actor).SingleOrDefaultAsync(row => row.Id == id, ct) is not { } row)
            {
                return new AnnualPlanNotYours();
            }

            return (await db.AgencyHeirsAsync(today, ct)).Of(row.ActingId ?? row.AgencyId).Count > 1 ? new TaskSuccessorUnnamed() : row;
        }
    }
}
