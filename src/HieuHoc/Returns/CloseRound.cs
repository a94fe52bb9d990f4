using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns;

/// <summary>
/// Chốt số liệu: the figures confirmed by now are those of the round, and change by correction alone, with its reason. What arrives
/// later is taken as before, and shown as late.
/// </summary>
public sealed class CloseRound(HieuHocDb db, ProgrammeClock clock)
{
    public async Task<Outcome<Round>> RunAsync(RoundId id, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Capability.OpenRounds))
        {
            return new RoundNotYoursToClose();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Closed twice at once it would have two entries in its history.
        await db.Engine.LockAsync(db, "rounds", ct);

        if (await db.RoundsVisibleTo(actor).SingleOrDefaultAsync(round => round.Id == id, ct) is not { } round)
        {
            return new RoundNotFound();
        }

        if (round.ClosedAt is not null)
        {
            return round;
        }

        var now = clock.Now;

        if (now.Day <= round.CutOffOn)
        {
            return new RoundNotCutOffYet(round.CutOffOn);
        }

        var owed = db.Returns.Owed().Where(@return => @return.Owner == round.Owner && @return.RoundId == round.Id);
        var confirmed = await owed.CountAsync(@return => @return.ConfirmedVersion != null, ct);
        round.Close(now, actor.PersonId);
        db.Record(new RoundClosed(round.Id, confirmed, await owed.CountAsync(ct) - confirmed), round.Owner, actor.PersonId?.Value, now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return round;
    }
}
