using HieuHoc.Platform;
using HieuHoc.Platform.Keys;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access;

/// <summary>Takes the second factor of a session: a code of the authenticator, or a code on paper. Each is used once.</summary>
public sealed class ShowSecondFactor(HieuHocDb db, ProgrammeClock clock, KeyRing keys)
{
    /// <summary>True when the code was right; the session has then shown it.</summary>
    public async Task<bool> RunAsync(string typed, SessionId session, Actor actor, CancellationToken ct)
    {
        var now = clock.Now;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        if (!await TakeCodeAsync(typed, actor, now, ct) && !await TakePaperAsync(typed, actor, now, ct))
        {
            return false;
        }

        var acting = await db.Sessions.SingleAsync(row => row.Owner == actor.Owner && row.Id == session && row.PersonId == actor.PersonId, ct);
        acting.StrengthenedAt = now.Instant;
        db.Record(new SessionStrengthened(session.Value.ToString()), actor.Owner, actor.PersonId?.Value, now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return true;
    }

    private async Task<bool> TakeCodeAsync(string typed, Actor actor, Moment now, CancellationToken ct)
    {
        var own = db.Authenticators.Where(row => row.Owner == actor.Owner && row.PersonId == actor.PersonId && row.ConfirmedAt != null);

        if (await own.AsNoTracking().SingleOrDefaultAsync(ct) is not { } known)
        {
            return false;
        }

        var secret = keys.Unprotect(Authenticator.Purpose, known.Secret, Authenticator.RowOf(known.Owner, known.PersonId));

        // The database decides who was first: of two requests with one code, one finds it used.
        return Totp.Find(secret, typed, now.Instant, known.LastStep) is { } step
            && await own.Where(row => row.LastStep < step).ExecuteUpdateAsync(set => set.SetProperty(row => row.LastStep, step), ct) == 1;
    }

    private async Task<bool> TakePaperAsync(string typed, Actor actor, Moment now, CancellationToken ct)
    {
        var hash = SetUpAuthenticator.HashOf(typed);
        var used = (DateTime?)now.Instant;

        return await db.RecoveryCodes
            .Where(code => code.Owner == actor.Owner && code.PersonId == actor.PersonId && code.Hash == hash && code.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(code => code.UsedAt, used), ct) == 1;
    }
}
