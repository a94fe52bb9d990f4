using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns;

/// <summary>
/// Moves a return one step on: submit, approve, send, ask to mend, confirm. Confirming turns its answers into figures
/// and moves the roll-up, in the same transaction.
/// </summary>
public sealed class TakeReturnStep(HieuHocDb db, PackShelf shelf, ProgrammeClock clock)
{
    /// <summary>The steps before which the answers must hold together.</summary>
    private static readonly IReadOnlyList<ReturnStep> Checked =
        [ReturnStep.Submit, ReturnStep.Approve, ReturnStep.Send, ReturnStep.Confirm];

    /// <summary>Takes the step.</summary>
    /// <param name="startedFrom">The revision that the person's page showed.</param>
    /// <param name="reason">Why it is given back or is to be mended; not read for the other steps.</param>
    public async Task<Outcome<Return>> RunAsync(
        ReturnId id, int startedFrom, ReturnStep step, string? reason, Actor actor, CancellationToken ct)
    {
        var @return = await db.ReturnsVisibleTo(actor).SingleOrDefaultAsync(@return => @return.Id == id, ct);

        if (@return is null)
        {
            return new ReturnNotFound();
        }

        var now = clock.Now;
        var from = @return.State;

        if (@return.Take(step, actor.Role, now) is { } refusal)
        {
            return refusal;
        }

        // After the state, so that a double click is told "already done" and not "changed meanwhile".
        if (startedFrom != @return.Revision - 1)
        {
            return new ReturnChangedMeanwhile();
        }

        var needsReason = ReturnSteps.Find(from, step)!.NeedsReason;

        if (needsReason && string.IsNullOrWhiteSpace(reason))
        {
            return new ReasonMissing();
        }

        var version = await db.ReturnVersions.SingleAsync(
            version => version.Owner == @return.Owner && version.ReturnId == id && version.Number == @return.CurrentVersion, ct);
        var elements = await db.ElementDefinitionsAsync(shelf, ct);

        if (Checked.Contains(step) && await CheckAsync(version, elements, ct) is { } unfit)
        {
            return unfit;
        }

        var saved = await SaveAsync(@return, version, step, from, needsReason ? reason!.Trim() : "", actor, now, ct);

        return saved is { } conflict ? conflict : @return;
    }

    private async Task<Refusal?> CheckAsync(
        ReturnVersion version, IReadOnlyDictionary<string, ElementDefinition> elements, CancellationToken ct)
    {
        var answers = Answers.FromJson(version.Answers);

        if (answers.Values.Count == 0)
        {
            return new ReturnEmpty();
        }

        var form = await db.FormAsync(shelf, version.FormPackId, ct);
        var hard = answers.Judge(form, elements).Count(finding => finding.Check.Weight is FindingWeight.Hard);

        return hard > 0 ? new ReturnHasHardFindings(hard) : null;
    }

    private async Task<Refusal?> SaveAsync(
        Return @return, ReturnVersion version, ReturnStep step, ReturnState from, string reason, Actor actor, Moment now, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // The return alone first: who comes second waits here and is told, before the step is numbered and written down.
        if (await db.SaveReturnAsync(ct) is { } conflict)
        {
            return conflict;
        }

        await RecordAsync(@return, version, step, from, reason, actor, now, ct);
        await db.SaveChangesAsync(ct);

        if (step is ReturnStep.Confirm)
        {
            await PostAsync(@return, version, ct);
        }

        await transaction.CommitAsync(ct);

        return null;
    }

    private async Task RecordAsync(
        Return @return, ReturnVersion version, ReturnStep step, ReturnState from, string reason, Actor actor, Moment now, CancellationToken ct)
    {
        var taken = await db.ReturnMoves.CountAsync(move => move.Owner == @return.Owner && move.ReturnId == @return.Id, ct);
        db.Add(new ReturnMove
        {
            Owner = @return.Owner,
            ReturnId = @return.Id,
            Number = taken + 1,
            Step = step,
            FromState = from,
            ToState = @return.State,
            Version = version.Number,
            TakenAt = now.Instant,
            TakenBy = actor.PersonId,
            Reason = reason,
        });
        db.Record(new ReturnMoved(@return.Id, version.Number, step, from, @return.State), @return.Owner, actor.PersonId?.Value, now);

        if (step is ReturnStep.AskToMend)
        {
            BeginNextVersion(@return, version, now);
        }
    }

    /// <summary>What was sent stays as it was; mending happens in a copy.</summary>
    private void BeginNextVersion(Return @return, ReturnVersion sent, Moment now) => db.Add(new ReturnVersion
    {
        Owner = sent.Owner,
        ReturnId = sent.ReturnId,
        Number = @return.BeginVersion(),
        FormPackId = sent.FormPackId,
        Answers = sent.Answers,
        SavedAt = now.Instant,
        SavedBy = sent.SavedBy,
    });

    private async Task PostAsync(Return @return, ReturnVersion version, CancellationToken ct)
    {
        var period = await db.Rounds
            .Where(round => round.Owner == @return.Owner && round.Id == @return.RoundId)
            .Select(round => round.PeriodId)
            .SingleAsync(ct);
        var source = new FigureSource(@return.Owner, @return.SubjectId, period, @return.Id.Value, version.Number);
        var answers = Answers.FromJson(version.Answers).Values;
        var codes = answers.Keys.ToList();
        var values = (await db.Elements.Where(element => codes.Contains(element.Code)).ToListAsync(ct))
            .ToDictionary(element => element.Id, element => answers[element.Code]);
        await db.PostFiguresAsync(source, values, ct);
    }
}
