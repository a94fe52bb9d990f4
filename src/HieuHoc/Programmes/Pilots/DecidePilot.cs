using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Programmes.Tasks;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Pilots;

/// <summary>Takes down what was decided of a pilot after its evaluation: it is replicated, goes on, or stops.</summary>
public sealed class DecidePilot(HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>Takes it down; the same request again changes nothing.</summary>
    /// <param name="startedFrom">The revision that the person's page showed.</param>
    public async Task<Outcome<Pilot>> RunAsync(PilotId id, int startedFrom, StatedPilotDecision given, Actor actor, CancellationToken ct)
    {
        await using var transaction = await db.BeginUnlessBegunAsync(ct);
        await db.Engine.LockAsync(db, "pilots", ct);

        if (await db.PilotsVisibleTo(actor).SingleOrDefaultAsync(row => row.Id == id, ct) is not { } pilot)
        {
            return new PilotNotFound();
        }

        if (!await db.KeepsTasksAsync(actor, ct))
        {
            return new PilotNotYoursToDecide();
        }

        var stated = given.Kept();
        var last = await db.PilotEvaluations.Where(row => row.Owner == pilot.Owner && row.PilotId == id).OrderByDescending(row => row.Number).FirstOrDefaultAsync(ct);

        if (startedFrom == pilot.Revision - 1 && last is { Decision: { } decision, DecidedOn: { } decidedOn }
            && new StatedPilotDecision(decision, last.DecisionNumber, decidedOn, last.WhereTo, last.GoesOnUntil) == stated)
        {
            return pilot;
        }

        if (pilot.Revision != startedFrom)
        {
            return new PilotChangedMeanwhile();
        }

        if (last is null)
        {
            return new PilotStandsOtherwise(pilot.State);
        }

        if ((stated.Unfit() ?? pilot.Decide(stated, last.EvaluatedOn, clock.Now.Day)) is { } unfit)
        {
            return unfit;
        }

        last.Say(stated);
        db.Record(new PilotDecided(id, last.Number, stated.Decision), pilot.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);

        if (transaction is not null)
        {
            await transaction.CommitAsync(ct);
        }

        return pilot;
    }
}
