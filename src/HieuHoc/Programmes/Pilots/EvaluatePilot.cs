using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Pilots;

/// <summary>Takes down what an evaluation of a pilot found, with the value of each measure as it is then; what an earlier one found stays.</summary>
public sealed class EvaluatePilot(HieuHocDb db, ReadPilotFigures readFigures, ProgrammeClock clock)
{
    /// <summary>Takes it down; the same request again changes nothing.</summary>
    /// <param name="id">Chosen by the sender.</param>
    /// <param name="startedFrom">The revision that the person's page showed.</param>
    public async Task<Outcome<Pilot>> RunAsync(PilotId pilotId, PilotEvaluationId id, int startedFrom, StatedPilotEvaluation given, Actor actor, CancellationToken ct)
    {
        await using var transaction = await db.BeginUnlessBegunAsync(ct);
        await db.Engine.LockAsync(db, "pilots", ct);
        var found = await db.KeptPilotAsync(pilotId, actor, ct);

        if (found.Refusal is not null)
        {
            return found;
        }

        var (pilot, stated) = (found.Value, given.Kept());
        var before = await db.PilotEvaluations.AsNoTracking().Where(row => row.Owner == pilot.Owner && row.PilotId == pilotId).ToListAsync(ct);

        if (before.Exists(evaluation => evaluation.Id == id))
        {
            return pilot;
        }

        if (pilot.Revision != startedFrom)
        {
            return new PilotChangedMeanwhile();
        }

        if (stated.Unfit() is { } unfit)
        {
            return unfit;
        }

        var evaluation = new PilotEvaluation
        {
            Owner = pilot.Owner,
            PilotId = pilotId,
            Id = id,
            Number = before.Count + 1,
            EvaluatedOn = stated.EvaluatedOn,
            Findings = stated.Findings!, // kept, and never null
            DecideBy = stated.DecideBy,
            EvaluatedBy = actor.PersonId?.Value,
            EvaluatedAt = clock.Now.Instant,
        };
        var taken = await ValuesAsync(pilot, evaluation.Number, stated, actor, ct);

        // Last: what refuses leaves the pilot as it was.
        if ((taken.Refusal ?? pilot.Evaluate(stated.EvaluatedOn, clock.Now.Day)) is { } refusal)
        {
            return refusal;
        }

        db.Add(evaluation);
        db.AddRange(taken.Value);
        db.Record(new PilotEvaluated(pilotId, evaluation.Number), pilot.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);

        if (transaction is not null)
        {
            await transaction.CommitAsync(ct);
        }

        return pilot;
    }

    private async Task<Outcome<IReadOnlyList<PilotValue>>> ValuesAsync(Pilot pilot, int number, StatedPilotEvaluation stated, Actor actor, CancellationToken ct)
    {
        var measures = await db.PilotMeasures.AsNoTracking().Where(measure => measure.Owner == pilot.Owner && measure.PilotId == pilot.Id).ToListAsync(ct);
        var areas = await db.AreasAsync(pilot, clock.Now.Day, ct);
        var codes = measures.Select(measure => measure.Indicator).OfType<string>().ToHashSet();
        var known = await readFigures.RunAsync([.. areas.Select(area => area.Id)], codes, stated.EvaluatedOn, actor, ct);

        return PilotFigureTaking.Take(measures, areas, await db.OwnerPlaceAsync(pilot.Owner, ct), number, known, stated.Values, stated.Source!); // kept, and never null
    }
}
