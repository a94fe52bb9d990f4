using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Money;

/// <summary>Writes down what an agency or commune asks for, and sends it when told to; nobody's lines are overwritten unseen.</summary>
public sealed class StateBudgetRequest(HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>Keeps the lines; what says nothing new changes nothing.</summary>
    /// <param name="startedFrom">The revision that the person's page showed; 0 where there was no request.</param>
    public async Task<Outcome<BudgetRequest>> RunAsync(
        BudgetRoundId round, int subject, int startedFrom, IReadOnlyList<TypedBudgetLine> typed, bool send, Actor actor, CancellationToken ct)
    {
        if (!await db.BudgetRoundsVisibleTo(actor).AnyAsync(row => row.Id == round, ct) || !await db.BudgetsVisibleTo(actor).ContainsAsync(subject, ct))
        {
            return new BudgetRequestNotFound();
        }

        if (!actor.May(Capability.KeepMoney) || actor.OwnSubject != subject)
        {
            return new MoneyNotYours();
        }

        var read = Read(typed, send);

        if (read.Refusal is { } unfit)
        {
            return unfit;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Two of one office may begin its request at once.
        await db.Engine.LockAsync(db, "budgets", ct);
        var request = await db.BudgetRequests.SingleOrDefaultAsync(row => row.Owner == actor.Owner && row.RoundId == round && row.SubjectId == subject, ct);

        if (request is null)
        {
            request = new BudgetRequest { Owner = actor.Owner, RoundId = round, SubjectId = subject };
            db.Add(request);
        }

        if (Say(request, startedFrom, BudgetLine.ToJson(read.Value), send, actor) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return request;
    }

    private static Outcome<IReadOnlyList<BudgetLine>> Read(IReadOnlyList<TypedBudgetLine> typed, bool send)
    {
        if (typed.Count > TypedBudgetLine.MostLines)
        {
            return new BudgetLinesTooMany(TypedBudgetLine.MostLines);
        }

        if (send && typed.Count == 0)
        {
            return new BudgetRequestEmpty();
        }

        var read = typed.Select((line, i) => line.Read(i + 1)).ToList();

        return read.Select(line => line.Refusal).FirstOrDefault(refusal => refusal is not null) is { } first
            ? first
            : read.ConvertAll(line => line.Value);
    }

    private Refusal? Say(BudgetRequest request, int startedFrom, string lines, bool send, Actor actor)
    {
        // The same request again, or a page that was saved as it was.
        if (request.Lines == lines && (!send || request.State is BudgetRequestState.Sent))
        {
            return null;
        }

        if (request.State is BudgetRequestState.Sent)
        {
            return new BudgetRequestIsSent();
        }

        if (request.Revision != startedFrom)
        {
            return new BudgetRequestChangedMeanwhile();
        }

        var now = clock.Now;
        request.Say(lines, send ? now.Instant : null);
        db.AddStep(request, "", actor, now);
        db.Record(
            send ? new BudgetRequestSent(request.RoundId, request.SubjectId, request.Revision) : new BudgetRequestSaved(request.RoundId, request.SubjectId, request.Revision),
            actor.Owner, actor.PersonId?.Value, now);

        return null;
    }
}
