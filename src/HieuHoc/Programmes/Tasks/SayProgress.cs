using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Tasks;

/// <summary>What an agency says of a row.</summary>
/// <param name="Act">One press of a button, chosen by the page.</param>
/// <param name="Seen">The number of the last that their page knew; 0 where there was none.</param>
/// <param name="ActedOn">The day as of which it is so.</param>
public sealed record ToldProgress(Guid Act, int Seen, RowState State, string Words, DateOnly ActedOn);

/// <summary>Takes down how far an agency has come with a row of its annual plan. Nothing said is taken back; the last holds.</summary>
public sealed class SayProgress(HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>The same act again changes nothing. Of two at one row the second is told what the first said, and says it again if it still holds.</summary>
    public async Task<Outcome<RowProgress>> RunAsync(AnnualRowId id, ToldProgress told, Actor actor, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Engine.LockAsync(db, "tasks", ct);
        var found = await db.AnnualRowToKeepAsync(id, actor, clock.Now.Day, ct);

        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var row = found.Value;
        var said = await db.RowProgresses.AsNoTracking().Where(one => one.Owner == row.Owner && one.RowId == id).OrderBy(one => one.Number).ToListAsync(ct);
        var words = TypedText.Kept(told.Words).ReplaceLineEndings("\n");

        if (said.SingleOrDefault(one => one.Act == told.Act) is { } before)
        {
            return (before.State, before.Words, before.ActedOn) == (told.State, words, told.ActedOn) ? before : new ProgressSaidMeanwhile();
        }

        var last = said.LastOrDefault()?.Number ?? 0;

        if (Unfit(row, told, words, last) is { } unfit)
        {
            return unfit;
        }

        var progress = new RowProgress
        {
            Owner = row.Owner,
            RowId = id,
            Number = last + 1,
            Act = told.Act,
            State = told.State,
            Words = words,
            ActedOn = told.ActedOn,
            SaidBy = actor.PersonId,
            SaidAt = clock.Now.Instant,
        };
        row.Stand(told.State);
        db.Add(progress);
        db.Record(new ProgressSaid(id, progress.Number, told.State), actor.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return progress;
    }

    private Refusal? Unfit(AnnualRow row, ToldProgress told, string words, int last) =>
        row.DropReason is not null ? new AnnualRowIsDropped()
        : told.ActedOn > clock.Now.Day ? new ProgressDayInFuture(clock.Now.Day)
        : words.Length > RowProgress.LongestWords ? new TaskTextTooLong(RowProgress.LongestWords)
        : told.Seen != last ? new ProgressSaidMeanwhile()
        : null;
}
