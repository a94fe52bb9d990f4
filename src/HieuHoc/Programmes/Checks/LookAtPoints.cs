using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Checks;

/// <summary>What was seen of one line.</summary>
public sealed record SeenPoint(int Number, PointSeen Seen, string? Words);

/// <summary>Takes down what a visit saw of the lines that it was to look at.</summary>
public sealed class LookAtPoints(HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>All of them or none; the same again changes nothing.</summary>
    /// <param name="startedFrom">The revision that the person's page showed.</param>
    public async Task<Outcome<Visit>> RunAsync(VisitId id, int startedFrom, IReadOnlyList<SeenPoint> seen, Actor actor, CancellationToken ct)
    {
        await using var transaction = await db.BeginUnlessBegunAsync(ct);
        await db.Engine.LockAsync(db, "visits", ct);
        var found = await db.KeptVisitAsync(id, actor, ct);

        if (found.Refusal is not null)
        {
            return found;
        }

        var visit = found.Value;
        var points = await db.PointsOf(visit).ToDictionaryAsync(point => point.Number, ct);
        var kept = seen.Select(one => one with { Words = TypedText.Kept(one.Words) }).ToList();

        if (kept.Exists(one => !points.ContainsKey(one.Number)))
        {
            return new VisitPointNotFound();
        }

        var changed = kept.Where(one => (points[one.Number].Seen, points[one.Number].Words) != (one.Seen, one.Words)).ToList();

        // The same request again, or a page that was saved as it was.
        if (changed.Count == 0)
        {
            return visit;
        }

        if (Unfit(visit, startedFrom, changed) is { } unfit)
        {
            return unfit;
        }

        changed.ForEach(one => (points[one.Number].Seen, points[one.Number].Words) = (one.Seen, one.Words!)); // kept above, and so never null
        visit.Revision++;
        db.Record(new VisitPointsSeen(id, [.. changed.Select(one => one.Number)]), visit.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);

        if (transaction is not null)
        {
            await transaction.CommitAsync(ct);
        }

        return visit;
    }

    private static Refusal? Unfit(Visit visit, int startedFrom, List<SeenPoint> changed)
    {
        if (visit.State is not VisitState.CarriedOut)
        {
            return new VisitStandsOtherwise(visit.State);
        }

        if (visit.Revision != startedFrom)
        {
            return new VisitChangedMeanwhile();
        }

        return changed.Exists(one => one.Words?.Length > StatedVisit.LongestText) ? new VisitTextTooLong(StatedVisit.LongestText) : null;
    }
}
