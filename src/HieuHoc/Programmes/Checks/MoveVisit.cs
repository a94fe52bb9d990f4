using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Checks;

/// <summary>A visit took place, does not take place, or is closed once each finding is settled.</summary>
public sealed class MoveVisit(HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>Takes the step; the same request again changes nothing.</summary>
    /// <param name="startedFrom">The revision that the person's page showed.</param>
    /// <param name="typed">Why it does not take place; asked of who cancels alone.</param>
    public async Task<Outcome<Visit>> RunAsync(VisitId id, int startedFrom, VisitStep step, string? typed, Actor actor, CancellationToken ct)
    {
        await using var transaction = await db.BeginUnlessBegunAsync(ct);
        // A finding that is taken down at this moment would be left behind in what is closed.
        await db.Engine.LockAsync(db, "visits", ct);
        var found = await db.KeptVisitAsync(id, actor, ct);

        if (found.Refusal is not null)
        {
            return found;
        }

        var (visit, reason) = (found.Value, step is VisitStep.Cancel ? TypedText.Line(typed) : "");

        if (startedFrom == visit.Revision - 1 && (visit.State, visit.Reason) == (Visit.Way(step).To, reason))
        {
            return visit;
        }

        if (visit.Revision != startedFrom)
        {
            return new VisitChangedMeanwhile();
        }

        if (reason.Length > StatedVisit.LongestText)
        {
            return new VisitTextTooLong(StatedVisit.LongestText);
        }

        var unsettled = await db.Findings.CountAsync(
            finding => finding.Owner == visit.Owner && finding.VisitId == id && (finding.State == FindingState.Open || finding.State == FindingState.Answered), ct);

        if (visit.Take(step, reason, unsettled, clock.Now.Day) is { } refusal)
        {
            return refusal;
        }

        db.Record(new VisitMoved(id, step), visit.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);

        if (transaction is not null)
        {
            await transaction.CommitAsync(ct);
        }

        return visit;
    }
}
