using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Reporting.Records;

/// <summary>Makes the next version of a locked report, with its texts; the locked one stays as it is.</summary>
public sealed class ContinueReport(HieuHocDb db, ProgrammeClock clock)
{
    /// <param name="id">Of the new version; sent again it is the same one.</param>
    public async Task<Outcome<Report>> RunAsync(ReportId from, ReportId id, Actor actor, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Engine.LockAsync(db, "reports", ct);

        if (await db.ReportsWrittenBy(actor).AsNoTracking().SingleOrDefaultAsync(report => report.Id == from, ct) is not { } locked)
        {
            return new ReportNotFound();
        }

        if (locked.State is not ReportState.Locked)
        {
            return new ReportNotLocked();
        }

        if (await db.Reports.SingleOrDefaultAsync(report => report.Owner == actor.Owner && report.Id == id, ct) is { } before)
        {
            return before.Variant == locked.Variant && before.PeriodId == locked.PeriodId && before.Number == locked.Number + 1 ? before : new ReportDiffers();
        }

        if (await db.VersionsOf(locked).Where(other => other.Number > locked.Number).Select(other => (int?)other.Number).FirstOrDefaultAsync(ct) is { } newer)
        {
            return new ReportHasNewerVersion(newer);
        }

        var next = Next(locked, id, actor);
        db.Add(next);
        db.AddRange((await db.TextsOfAsync(locked, ct)).Where(text => text.Text is not null).Select(text => Copy(text, next, actor)));
        db.Record(new ReportBegun(next.Id, next.Variant, next.Number), actor.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return next;
    }

    private Report Next(Report locked, ReportId id, Actor actor) => new()
    {
        Owner = locked.Owner,
        Id = id,
        Programme = locked.Programme,
        Variant = locked.Variant,
        Writer = locked.Writer,
        PlaceId = locked.PlaceId,
        PeriodId = locked.PeriodId,
        Boundaries = locked.Boundaries,
        Number = locked.Number + 1,
        CreatedBy = actor.PersonId?.Value,
        CreatedAt = clock.Now.Instant,
    };

    private ReportText Copy(ReportText text, Report to, Actor actor)
    {
        var copy = new ReportText { Owner = to.Owner, ReportId = to.Id, Section = text.Section, Seen = text.Seen };
        copy.Write(text.Text, text.Seen, actor.PersonId?.Value, clock.Now);

        return copy;
    }
}
