using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Reporting.Records;

/// <summary>A report that somebody wants to write. Whoever begins it chooses its id.</summary>
public sealed record NewReport(ReportId Id, string Variant, int Year)
{
    /// <summary>The code of the programme; null is the one that the actor answers for, of several the first.</summary>
    public string? Programme { get; init; }

    public Boundaries Boundaries { get; init; } = Boundaries.Today;
}

/// <summary>Begins to write a report: its sentences and numbers follow the figures until it is locked.</summary>
public sealed class BeginReport(HieuHocDb db, ReadAnnualFacts readAnnualFacts, ProgrammeClock clock)
{
    public async Task<Outcome<Report>> RunAsync(NewReport wanted, Actor actor, CancellationToken ct)
    {
        var found = await readAnnualFacts.FindAsync(new ReportAsked(actor.PlaceId, wanted.Year) { Programme = wanted.Programme, Variant = wanted.Variant }, actor, ct);

        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var (programme, variant) = (found.Value.Programme, found.Value.Variant);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Two that begin the same report at once would both be its first version.
        await db.Engine.LockAsync(db, "reports", ct);
        var period = await db.PeriodAsync(variant.Review is { } years ? PeriodCode.Years(years.From, years.To) : PeriodCode.Year(wanted.Year), ct);

        if (await db.Reports.SingleOrDefaultAsync(report => report.Owner == actor.Owner && report.Id == wanted.Id, ct) is { } before)
        {
            // The same request again changes nothing.
            return (before.Programme, before.Variant, before.PeriodId, before.Boundaries) == (programme.BaseId, variant.Code, period.Id, wanted.Boundaries)
                ? before
                : new ReportDiffers();
        }

        if (await db.Reports.AnyAsync(
            report => report.Owner == actor.Owner && report.Programme == programme.BaseId && report.Variant == variant.Code && report.PeriodId == period.Id, ct))
        {
            return new ReportAlreadyBegun();
        }

        var report = First(wanted, found.Value, period.Id, actor);
        db.Add(report);
        db.Record(new ReportBegun(report.Id, report.Variant, report.Number), actor.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return report;
    }

    private Report First(NewReport wanted, FoundReport found, int period, Actor actor) => new()
    {
        Owner = actor.Owner,
        Id = wanted.Id,
        Programme = found.Programme.BaseId,
        Variant = found.Variant.Code,
        Writer = found.Variant.Writer,
        PlaceId = actor.PlaceId,
        PeriodId = period,
        Boundaries = wanted.Boundaries,
        Number = 1,
        CreatedBy = actor.PersonId?.Value,
        CreatedAt = clock.Now.Instant,
    };
}
