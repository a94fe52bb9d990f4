using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Money;

/// <summary>Gives a request back to whoever sent it, with a reason; it is not consolidated until it is sent again.</summary>
public sealed class ReturnBudgetRequest(HieuHocDb db, ProgrammeClock clock)
{
    /// <param name="startedFrom">The revision that the person's page showed.</param>
    public async Task<Outcome<BudgetRequest>> RunAsync(BudgetRoundId round, int subject, int startedFrom, string? reason, Actor actor, CancellationToken ct)
    {
        if (await db.BudgetRequestsVisibleTo(actor).SingleOrDefaultAsync(row => row.RoundId == round && row.SubjectId == subject, ct) is not { } request)
        {
            return new BudgetRequestNotFound();
        }

        if (!actor.May(Capability.RunMoney))
        {
            return new MoneyNotYours();
        }

        if (TypedText.KeptOrNull(reason) is not { } why || why.Length > TypedBudgetLine.LongestText)
        {
            return new BudgetReasonMissing(TypedBudgetLine.LongestText);
        }

        // The same press again.
        if (request.State is BudgetRequestState.Returned && request.Reason == why && request.Revision == startedFrom + 1)
        {
            return request;
        }

        if (request.Revision != startedFrom)
        {
            return new BudgetRequestChangedMeanwhile();
        }

        if (request.State is not BudgetRequestState.Sent)
        {
            return new BudgetRequestIsNotSent();
        }

        var now = clock.Now;
        request.Return(why);
        db.AddStep(request, why, actor, now);
        db.Record(new BudgetRequestReturned(round, subject, request.Revision), actor.Owner, actor.PersonId?.Value, now);

        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new BudgetRequestChangedMeanwhile();
        }

        return request;
    }
}

internal static class BudgetRequestSteps
{
    extension(HieuHocDb db)
    {
        /// <summary>Adds the step that a request has just taken.</summary>
        public void AddStep(BudgetRequest request, string reason, Actor actor, Moment now) => db.Add(new BudgetRequestStep
        {
            Owner = request.Owner,
            RoundId = request.RoundId,
            SubjectId = request.SubjectId,
            Revision = request.Revision,
            State = request.State,
            Lines = request.Lines,
            Reason = reason,
            TakenBy = actor.PersonId?.Value,
            TakenAt = now.Instant,
        });
    }
}
