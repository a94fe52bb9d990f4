using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Checks;

/// <summary>What a visit found: in words, who must put it right, by when.</summary>
public sealed record StatedFinding(string? Text, int ResponsibleId, DateOnly DueOn);

/// <summary>Takes down what a visit found, or what the Front recommends.</summary>
public sealed class AddFinding(HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>How long, in years, somebody has at most.</summary>
    public const int MostYears = 3;

    /// <summary>Takes it down; the same request again changes nothing.</summary>
    /// <param name="id">Chosen by the sender.</param>
    public async Task<Outcome<Finding>> RunAsync(VisitId visitId, FindingId id, StatedFinding stated, Actor actor, CancellationToken ct)
    {
        await using var transaction = await db.BeginUnlessBegunAsync(ct);
        await db.Engine.LockAsync(db, "visits", ct);
        var found = await db.KeptVisitAsync(visitId, actor, ct);

        if (found.Refusal is { } none)
        {
            return none;
        }

        var (visit, text) = (found.Value, TypedText.Kept(stated.Text));

        if (await db.Findings.SingleOrDefaultAsync(finding => finding.Owner == actor.Owner && finding.Id == id, ct) is { } before)
        {
            return (before.VisitId, before.Text, before.ResponsibleId) == (visitId, text, stated.ResponsibleId) ? before : new FindingDiffers();
        }

        if (Unfit(visit, text, stated.DueOn) is { } unfit)
        {
            return unfit;
        }

        if (stated.ResponsibleId != visit.VisitedId && (await db.VisitedUnitsAsync(actor, clock.Now.Day, ct)).All(unit => unit.Id != stated.ResponsibleId))
        {
            return new VisitUnitUnknown();
        }

        var finding = new Finding
        {
            Owner = visit.Owner,
            Id = id,
            VisitId = visitId,
            Number = await db.Findings.CountAsync(other => other.Owner == visit.Owner && other.VisitId == visitId, ct) + 1,
            Text = text,
            ResponsibleId = stated.ResponsibleId,
            DueOn = stated.DueOn,
            FoundBy = actor.PersonId,
            FoundAt = clock.Now.Instant,
        };
        db.Add(finding);
        db.Record(new FindingAdded(visitId, id), visit.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);

        if (transaction is not null)
        {
            await transaction.CommitAsync(ct);
        }

        return finding;
    }

    private static Refusal? Unfit(Visit visit, string text, DateOnly dueOn)
    {
        if (visit.State is not VisitState.CarriedOut)
        {
            return new VisitStandsOtherwise(visit.State);
        }

        if (text.Length is 0 or > StatedVisit.LongestText)
        {
            return text.Length == 0 ? new FindingWordsMissing() : new VisitTextTooLong(StatedVisit.LongestText);
        }

        var last = visit.LastDay.AddYears(MostYears);

        return dueOn < visit.FirstDay || dueOn > last ? new FindingDueUnfit(visit.FirstDay, last) : null;
    }
}
