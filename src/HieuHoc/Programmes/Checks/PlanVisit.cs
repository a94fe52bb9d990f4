using HieuHoc.Access;
using HieuHoc.Documents;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Checks;

/// <summary>Plans a visit, or changes one that has not taken place.</summary>
public sealed class PlanVisit(HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>Plans it; the same request again changes nothing.</summary>
    /// <param name="id">Chosen by the sender; one that is known is changed.</param>
    /// <param name="startedFrom">The revision that the person's page showed; 0 of a new one.</param>
    public async Task<Outcome<Visit>> RunAsync(VisitId id, int startedFrom, StatedVisit given, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Capability.KeepVisits))
        {
            return new VisitsNotYoursToKeep();
        }

        await using var transaction = await db.BeginUnlessBegunAsync(ct);
        await db.Engine.LockAsync(db, "visits", ct);
        var found = await VisitAsync(id, actor, ct);
        var outcome = found.Refusal is null ? await SayAsync(found.Value, startedFrom, given.Kept(), actor, ct) : found;

        if (transaction is not null && outcome.Refusal is null)
        {
            await transaction.CommitAsync(ct);
        }

        return outcome;
    }

    /// <summary>The visit that is meant, or a new one that is not kept yet.</summary>
    private async Task<Outcome<Visit>> VisitAsync(VisitId id, Actor actor, CancellationToken ct)
    {
        return await db.Visits.AnyAsync(visit => visit.Owner == actor.Owner && visit.Id == id, ct)
            ? await db.KeptVisitAsync(id, actor, ct)
            : new Visit { Owner = actor.Owner, Id = id, PlaceId = actor.PlaceId, AgencyId = actor.OwnAgency, PlannedBy = actor.PersonId?.Value, PlannedAt = clock.Now.Instant };
    }

    private async Task<Outcome<Visit>> SayAsync(Visit visit, int startedFrom, StatedVisit stated, Actor actor, CancellationToken ct)
    {
        var (isNew, points) = (visit.Revision == 0, await db.PointsOf(visit).ToListAsync(ct));
        var fields = isNew ? [] : stated.DiffersIn(StatedVisit.Of(visit, points));

        // The same request again, or a page that was saved as it was.
        if (!isNew && fields.Count == 0)
        {
            return visit;
        }

        if (visit.State is not VisitState.Planned)
        {
            return new VisitStandsOtherwise(visit.State);
        }

        if (visit.Revision != startedFrom)
        {
            return new VisitChangedMeanwhile();
        }

        if (stated.Unfit() is { } unfit)
        {
            return unfit;
        }

        // Who was visited already stays, also when the unit has ended since.
        if ((isNew || stated.VisitedId != visit.VisitedId) && (await db.VisitedUnitsAsync(actor, clock.Now.Day, ct)).All(unit => unit.Id != stated.VisitedId))
        {
            return new VisitUnitUnknown();
        }

        if (stated.Regulation is { } regulation && !await db.DocumentsOfNumber(actor, regulation, issuedOn: null).AnyAsync(document => document.Type == DocumentType.Regulation, ct))
        {
            return new VisitRegulationUnknown();
        }

        visit.Say(stated);

        if (isNew)
        {
            db.Add(visit);
        }

        await KeepPointsAsync(visit, points, stated, ct);
        db.Record(isNew ? new VisitPlanned(visit.Id) : new VisitChanged(visit.Id, fields), visit.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);

        return visit;
    }

    private async Task KeepPointsAsync(Visit visit, IReadOnlyList<VisitPoint> before, StatedVisit stated, CancellationToken ct)
    {
        if (before.Count > 0)
        {
            // Numbers are keys, and what takes a key over must be saved later than what leaves it.
            db.RemoveRange(before);
            await db.SaveChangesAsync(ct);
        }

        db.AddRange(stated.PointLines.Select((line, index) => new VisitPoint { Owner = visit.Owner, VisitId = visit.Id, Number = index + 1, Text = line }));
    }
}
