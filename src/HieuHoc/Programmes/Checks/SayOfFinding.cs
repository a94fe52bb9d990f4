using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Checks;

/// <summary>What somebody says of a finding.</summary>
/// <param name="StartedFrom">How many words the person's page knew.</param>
/// <param name="DueOn">A new last day, of who asks again; null leaves the one there is.</param>
public sealed record SaidOfFinding(int StartedFrom, FindingStep Step, string? Words, DateOnly? DueOn = null);

/// <summary>
/// The unit that a finding names answers; who visited accepts, asks again, or takes the finding back, and may take down an answer
/// that came on paper.
/// </summary>
public sealed class SayOfFinding(HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>Takes it down; the same again changes nothing.</summary>
    public async Task<Outcome<Finding>> RunAsync(FindingId id, SaidOfFinding given, Actor actor, CancellationToken ct)
    {
        await using var transaction = await db.BeginUnlessBegunAsync(ct);
        await db.Engine.LockAsync(db, "visits", ct);

        if (await db.FindingsVisibleTo(actor).SingleOrDefaultAsync(finding => finding.Id == id, ct) is not { } finding)
        {
            return new FindingNotFound();
        }

        var said = given with { Words = TypedText.Kept(given.Words), DueOn = given.Step is FindingStep.AskAgain ? given.DueOn : null };
        var last = await db.FindingWords.AsNoTracking().SingleOrDefaultAsync(word => word.Owner == finding.Owner && word.FindingId == id && word.Number == finding.Revision, ct);

        if (said.StartedFrom == finding.Revision - 1 && last is not null
            && (last.Step, last.Words, last.DueOn, last.SaidBy) == (said.Step, said.Words, said.DueOn, actor.PersonId))
        {
            return finding;
        }

        if (await UnfitAsync(finding, said, actor, ct) is { } unfit)
        {
            return unfit;
        }

        if (finding.Take(said.Step) is { } refusal)
        {
            return refusal;
        }

        finding.DueOn = said.DueOn ?? finding.DueOn;
        db.Add(new FindingWord
        {
            Owner = finding.Owner,
            FindingId = id,
            Number = finding.Revision,
            Step = said.Step,
            Words = said.Words,
            DueOn = said.DueOn,
            OnBehalf = said.Step is FindingStep.Answer && !await db.FindingsAnsweredBy(actor).AnyAsync(own => own.Id == id, ct),
            SaidBy = actor.PersonId,
            SaidAt = clock.Now.Instant,
        });
        db.Record(new FindingSpokenOf(finding.VisitId, id, said.Step), finding.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);

        if (transaction is not null)
        {
            await transaction.CommitAsync(ct);
        }

        return finding;
    }

    private async Task<Refusal?> UnfitAsync(Finding finding, SaidOfFinding said, Actor actor, CancellationToken ct)
    {
        var keeps = await db.VisitsKeptBy(actor).AnyAsync(visit => visit.Id == finding.VisitId, ct);

        if (!keeps && !(said.Step is FindingStep.Answer && await db.FindingsAnsweredBy(actor).AnyAsync(own => own.Id == finding.Id, ct)))
        {
            return new FindingNotYoursToSay();
        }

        if (said.StartedFrom != finding.Revision)
        {
            return new FindingChangedMeanwhile();
        }

        if (said.Words!.Length > StatedVisit.LongestText) // kept by the caller, and so never null
        {
            return new VisitTextTooLong(StatedVisit.LongestText);
        }

        if (said.Words.Length == 0 && said.Step is not FindingStep.Accept)
        {
            return new FindingWordsMissing();
        }

        var (first, latest) = (clock.Now.Day, clock.Now.Day.AddYears(AddFinding.MostYears));

        return said.DueOn < first || said.DueOn > latest ? new FindingDueUnfit(first, latest) : null;
    }
}
