using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns.Cells;
using HieuHoc.Returns.Reasons;
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

        var taken = new Taken(@return, version, asked, step, from, Said(step, reason), actor, now)
        {
            Marks = step is ReturnStep.AskToMend ? await db.MarksAsync(@return, version.Number, ct) : [],
        };

        return await UnfitAsync(taken, ct) is { } unfit ? unfit : await SaveAsync(taken, ct) is { } conflict ? conflict : @return;
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
    private async Task<Refusal?> UnfitAsync(Taken taken, CancellationToken ct)
    {
        if (taken.Said is { Length: > LongestReason })
        {
            return new ReasonTooLong(LongestReason);
        }

        if (taken.Step is ReturnStep.OnBehalf && (taken.Said is "" || !await db.AttachmentsOf(taken.Return).AnyAsync(ct)))
        {
            return new ReturnPaperMissing();
        }

        if (taken.Said is "" && taken.Marks.Count == 0)
        {
            return new ReasonMissing();
        }

        if (taken.LeavesTheTypist && await WaitingAsync(taken, ct) is { } unanswered)
        {
            return unanswered;
        }

        return Checked.Contains(taken.Step) ? await CheckAsync(taken, ct) : null;
    }

    private async Task<Refusal?> WaitingAsync(Taken taken, CancellationToken ct) =>
        await db.AskedCellsAsync(taken.Return, taken.Asked.Form, ct) is { } asked && asked.Waiting(taken.Answers) is [var first, ..] waiting
            ? new CellsNotAnswered(waiting.Count, taken.Asked.Elements[EstimatedCell.ElementOf(first.Cell)].Title.Here)
            : null;

    private async Task<Refusal?> CheckAsync(Taken taken, CancellationToken ct)
    {
        if (taken.Answers.Values.Count == 0)
        {
            return new ReturnEmpty();
        }

        var (form, elements, _) = taken.Asked;

        // Only whoever types can mend or explain: what looks odd later, since others have reported meanwhile, stops nobody.
        if (!taken.LeavesTheTypist)
        {
            return taken.Answers.Judge(form, elements).Count(finding => finding.Weight is FindingWeight.Hard) is > 0 and var broken
                ? new ReturnHasHardFindings(broken)
                : null;
        }

        var found = await FoundAsync(taken, ct);

        return found.Hard > 0 ? new ReturnHasHardFindings(found.Hard)
            : found.Unexplained is [var first, ..] open ? new ReturnHasUnexplainedFindings(open.Count, elements[first.Cell].Title.Here)
            : null;
    }

    private Task<ReturnFindings> FoundAsync(Taken taken, CancellationToken ct) => db.FindingsAsync(
        shelf, taken.Return, taken.Version.Number, taken.Asked.Form, taken.Answers, taken.Asked.Elements, ct);

    private async Task<Refusal?> SaveAsync(Taken taken, CancellationToken ct)
    {
        await using var transaction = await db.BeginUnlessBegunAsync(ct);
        taken.Ask();

        // The return first and alone: of two steps at once its revision decides. Together with the rest, PostgreSQL
        // would meet the second move of the same number before it looks at the revision.
        if (await db.SaveReturnAsync(ct) is { } conflict)
        {
            return conflict;
        }

        await RecordAsync(taken, ct);
        await LeaveIdleAsync(taken, ct);
        await db.SaveChangesAsync(ct);

        if (taken.Step is ReturnStep.Confirm
            && await db.PostAnswersAsync(shelf, taken.Return, taken.Asked, taken.Answers, taken.Now.Instant, ct) is { } unposted)
        {
            return unposted;
        }

        if (transaction is not null)
        {
            await transaction.CommitAsync(ct);
        }

        return null;
    }

    private async Task RecordAsync(Taken taken, CancellationToken ct)
    {
        var (@return, version, _, step, from, said, actor, now) = taken;
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
            Reason = said ?? "",
        });
        db.Record(new ReturnMoved(@return.Id, version.Number, step, from, @return.State), @return.Owner, actor.PersonId?.Value, now);

        if (@return.CurrentVersion != version.Number)
        {
            // What was sent stays as it was; work goes on in a copy.
            db.AddVersion(@return, Answers.FromJson(version.Answers), now, version.SavedBy);
        }
    }

    /// <summary>What explains nothing any longer is not handed on: the notes of a report would tell of a jump that was mended.</summary>
    private async Task LeaveIdleAsync(Taken taken, CancellationToken ct)
    {
        var (owner, id) = (taken.Return.Owner, taken.Return.Id);

        if (!taken.LeavesTheTypist || !await db.ReturnReasons.AnyAsync(reason => reason.Owner == owner && reason.ReturnId == id, ct))
        {
            return;
        }

        foreach (var idle in (await FoundAsync(taken, ct)).Idle)
        {
            await db.KeepReasonAsync(taken.Return, new PlacedReason(idle.Code, idle.Cell, null, ""), Answers.None, taken.Actor.PersonId, taken.Now, ct);
        }
    }

    /// <summary>A step that the state allows: of which version, from where, why, by whom and when.</summary>
    /// <param name="Said">The reason as it is kept; null where none is asked.</param>
    private sealed record Taken(
        Return Return, ReturnVersion Version, ReturnForm Asked, ReturnStep Step, ReturnState From, string? Said, Actor Actor, Moment Now)
    {
        /// <summary>True when it takes the answers out of the hands of whoever types them.</summary>
        public bool LeavesTheTypist => ReturnSteps.Editable.Contains(From);

        /// <summary>The cells for which it is given back; empty for the other steps, and where all of it is.</summary>
        public required IReadOnlyList<CellMark> Marks { get; init; }

        public Answers Answers => Answers.FromJson(Version.Answers);

        /// <summary>Gives it back for its marked cells, where there are any.</summary>
        public void Ask()
        {
            if (Marks.Count > 0)
            {
                Return.OpenMarked(Version.Number);
            }

            foreach (var mark in Marks)
            {
                mark.Ask(Now);
            }
        }
    }
}
