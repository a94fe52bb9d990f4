using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Pilots;

/// <summary>A pilot begins, or is given up with a reason.</summary>
public sealed class MovePilot(HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>Takes the step; the same request again changes nothing.</summary>
    /// <param name="startedFrom">The revision that the person's page showed.</param>
    /// <param name="typed">Why it is given up; asked of who gives it up alone.</param>
    public async Task<Outcome<Pilot>> RunAsync(PilotId id, int startedFrom, PilotStep step, string? typed, Actor actor, CancellationToken ct)
    {
        await using var transaction = await db.BeginUnlessBegunAsync(ct);
        // A measure that is taken away at this moment would leave it without a baseline.
        await db.Engine.LockAsync(db, "pilots", ct);
        var found = await db.KeptPilotAsync(id, actor, ct);

        if (found.Refusal is not null)
        {
            return found;
        }

        var (pilot, reason) = (found.Value, step is PilotStep.Cancel ? TypedText.Line(typed) : "");
        var to = step is PilotStep.Begin ? PilotState.Running : PilotState.Cancelled;

        if (startedFrom == pilot.Revision - 1 && (pilot.State, pilot.Reason) == (to, reason))
        {
            return pilot;
        }

        if (pilot.Revision != startedFrom)
        {
            return new PilotChangedMeanwhile();
        }

        if (reason.Length > StatedPilot.LongestLine)
        {
            return new PilotTextTooLong(StatedPilot.LongestLine);
        }

        var measures = await db.PilotMeasures.CountAsync(measure => measure.Owner == pilot.Owner && measure.PilotId == id, ct);

        if (pilot.Take(step, reason, measures, clock.Now.Day) is { } refusal)
        {
            return refusal;
        }

        db.Record(new PilotMoved(id, step), pilot.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);

        if (transaction is not null)
        {
            await transaction.CommitAsync(ct);
        }

        return pilot;
    }
}
