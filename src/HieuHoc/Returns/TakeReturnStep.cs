using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns;

/// <summary>
/// Moves a return one step on: submit, approve, send, hand in on behalf, recall, receive, ask to mend, confirm, correct. Confirming turns its
/// answers into figures and moves the roll-up, in the same transaction; what was confirmed before counts until then.
/// </summary>
public sealed class TakeReturnStep(HieuHocDb db, PackShelf shelf, ProgrammeClock clock)
{
    /// <summary>The steps before which the answers must hold together.</summary>
    private static readonly IReadOnlyList<ReturnStep> Checked =
        [ReturnStep.Submit, ReturnStep.Approve, ReturnStep.Send, ReturnStep.OnBehalf, ReturnStep.Confirm];

    /// <summary>The most characters of a reason.</summary>
    public const int LongestReason = 2_000;

    /// <summary>Takes the step.</summary>
    /// <param name="startedFrom">The revision that the person's page showed.</param>
    /// <param name="reason">Why it is given back or is to be mended, or from which paper it was typed; not read for the other steps.</param>
    public async Task<Outcome<Return>> RunAsync(
        ReturnId id, int startedFrom, ReturnStep step, string? reason, Actor actor, CancellationToken ct)
    {
        var @return = await db.ReturnsVisibleTo(actor).SingleOrDefaultAsync(@return => @return.Id == id, ct);

        if (@return is null)
        {
            return new ReturnNotFound();
        }

        if (await IsDoneAsync(@return, startedFrom, step, reason, actor, ct))
        {
            return @return;
        }

        var now = clock.Now;
        var from = @return.State;
        var version = await db.ReturnVersions.SingleAsync(
            version => version.Owner == @return.Owner && version.ReturnId == id && version.Number == @return.CurrentVersion, ct);
        var asked = await db.FormOfAsync(shelf, @return, version.FormPackId, now.Day, ct);

        if (@return.Take(step, actor.Role, asked.Form.Way, now) is { } refusal)
        {
            return refusal;
        }

        // After the state, so that whoever comes second is told what the state does not allow.
        if (startedFrom != @return.Revision - 1)
        {
            return new ReturnChangedMeanwhile();
        }

        var said = Said(step, reason);

        if (await UnfitAsync(@return, version, asked, step, said, ct) is { } unfit)
        {
            return unfit;
        }

        var taken = new Taken(@return, version, asked, step, from, said ?? "", actor, now);

        return await SaveAsync(taken, ct) is { } conflict ? conflict : @return;
    }

    /// <summary>True when this very request was carried out before and nothing has changed since: it changes nothing again.</summary>
    private async Task<bool> IsDoneAsync(
        Return @return, int startedFrom, ReturnStep step, string? reason, Actor actor, CancellationToken ct)
    {
        if (startedFrom != @return.Revision - 1)
        {
            return false;
        }

        var last = await db.ReturnMoves.AsNoTracking()
            .Where(move => move.Owner == @return.Owner && move.ReturnId == @return.Id)
            .OrderByDescending(move => move.Number)
            .FirstOrDefaultAsync(ct);

        return last is not null
            && last.Step == step
            && last.ToState == @return.State
            && last.TakenBy == actor.PersonId
            && last.Reason == (Said(step, reason) ?? "");
    }

    /// <summary>The reason as it is kept, null where none is asked.</summary>
    private static string? Said(ReturnStep step, string? reason) => ReturnSteps.NeedsReason(step) ? TypedText.Kept(reason) : null;

    /// <summary>What the step needs beyond the state, and is not there.</summary>
    private async Task<Refusal?> UnfitAsync(
        Return @return, ReturnVersion version, ReturnForm asked, ReturnStep step, string? said, CancellationToken ct)
    {
        if (said is { Length: > LongestReason })
        {
            return new ReasonTooLong(LongestReason);
        }

        if (step is ReturnStep.OnBehalf && (said is "" || !await db.AttachmentsOf(@return).AnyAsync(ct)))
        {
            return new ReturnPaperMissing();
        }

        if (said is "")
        {
            return new ReasonMissing();
        }

        return Checked.Contains(step) ? Check(version, asked) : null;
    }

    private static Refusal? Check(ReturnVersion version, ReturnForm asked)
    {
        var answers = Answers.FromJson(version.Answers);

        if (answers.Values.Count == 0)
        {
            return new ReturnEmpty();
        }

        var hard = answers.Judge(asked.Form, asked.Elements).Count(finding => finding.Check.Weight is FindingWeight.Hard);

        return hard > 0 ? new ReturnHasHardFindings(hard) : null;
    }

    private async Task<Refusal?> SaveAsync(Taken taken, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // The return first and alone: of two steps at once its revision decides. Together with the rest, PostgreSQL
        // would meet the second move of the same number before it looks at the revision.
        if (await db.SaveReturnAsync(ct) is { } conflict)
        {
            return conflict;
        }

        await RecordAsync(taken, ct);
        await db.SaveChangesAsync(ct);

        if (taken.Step is ReturnStep.Confirm
            && await db.PostAnswersAsync(shelf, taken.Return, taken.Asked, Answers.FromJson(taken.Version.Answers), taken.Now.Instant, ct) is { } unposted)
        {
            return unposted;
        }

        await transaction.CommitAsync(ct);

        return null;
    }

    private async Task RecordAsync(Taken taken, CancellationToken ct)
    {
        var (@return, version, _, step, from, reason, actor, now) = taken;
        var before = await db.ReturnMoves.CountAsync(move => move.Owner == @return.Owner && move.ReturnId == @return.Id, ct);
        db.Add(new ReturnMove
        {
            Owner = @return.Owner,
            ReturnId = @return.Id,
            Number = before + 1,
            Step = step,
            FromState = from,
            ToState = @return.State,
            Version = version.Number,
            TakenAt = now.Instant,
            TakenBy = actor.PersonId,
            Reason = reason,
        });
        db.Record(new ReturnMoved(@return.Id, version.Number, step, from, @return.State), @return.Owner, actor.PersonId?.Value, now);

        if (@return.CurrentVersion != version.Number)
        {
            // What was sent stays as it was; work goes on in a copy.
            db.AddVersion(@return, Answers.FromJson(version.Answers), now, version.SavedBy);
        }
    }

    /// <summary>A step that may be taken: of which version, from where, why, by whom and when.</summary>
    private sealed record Taken(
        Return Return, ReturnVersion Version, ReturnForm Asked, ReturnStep Step, ReturnState From, string Reason, Actor Actor, Moment Now);
}
