using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access;

/// <summary>What a device showed of a new key, after the host has checked it.</summary>
public sealed record NewPasskey(string Name, byte[] CredentialId, byte[] PublicKey, long SignCount, bool IsBackupEligible, bool IsBackedUp);

/// <summary>Gives a person a passkey, remembers its use, and takes it away again.</summary>
public sealed class KeepPasskeys(HieuHocDb db, ProgrammeClock clock, VerifyPassword verify)
{
    /// <summary>Why this person cannot add one in this session now, or null.</summary>
    /// <param name="password">Asked again: a passkey opens the account for good, a browser left open only for a day.</param>
    public async Task<Refusal?> CheckAsync(string name, string password, SessionStanding session, Actor actor, CancellationToken ct)
    {
        if (session.Way is SessionWay.Pin)
        {
            return new PasskeyNotWithPin();
        }

        if (name.Trim().Length is 0 or > Passkey.LongestName)
        {
            return new PasskeyNameMissing(Passkey.LongestName);
        }

        var hash = await db.People.Where(person => person.Owner == actor.Owner && person.Id == actor.PersonId)
            .Select(person => person.PasswordHash).SingleAsync(ct);

        if (hash is null || !verify(hash, password))
        {
            return new OldPasswordWrong();
        }

        return await db.PasskeysOf(actor.Owner, actor.PersonId!.Value).CountAsync(ct) >= Passkey.Most ? new TooManyPasskeys(Passkey.Most) : null;
    }

    /// <summary>Adds one that the host has checked; the session has then shown both factors.</summary>
    public async Task<Refusal?> AddAsync(NewPasskey shown, SessionId session, Actor actor, CancellationToken ct)
    {
        var person = actor.PersonId!.Value;

        if (await db.Passkeys.AnyAsync(passkey => passkey.CredentialId == shown.CredentialId, ct))
        {
            return new PasskeyNotValid();
        }

        var now = clock.Now;
        db.Add(new Passkey
        {
            Owner = actor.Owner,
            PersonId = person,
            CredentialId = shown.CredentialId,
            Name = shown.Name.Trim(),
            PublicKey = shown.PublicKey,
            SignCount = shown.SignCount,
            IsBackupEligible = shown.IsBackupEligible,
            IsBackedUp = shown.IsBackedUp,
            AddedAt = now.Instant,
        });
        var acting = await db.Sessions.SingleAsync(row => row.Owner == actor.Owner && row.Id == session && row.PersonId == person, ct);
        acting.StrengthenedAt ??= now.Instant;
        db.Record(new PasskeyAdded(person.Value.ToString()), actor.Owner, person.Value, now);
        await db.SaveChangesAsync(ct);

        return null;
    }

    /// <summary>Remembers that somebody signed in with it.</summary>
    public Task<int> MarkUsedAsync(short owner, PersonId person, byte[] credential, long signCount, bool backedUp, CancellationToken ct)
    {
        var used = (DateTime?)clock.Now.Instant;

        return db.PasskeysOf(owner, person).Where(passkey => passkey.CredentialId == credential).ExecuteUpdateAsync(
            set => set.SetProperty(passkey => passkey.SignCount, signCount)
                .SetProperty(passkey => passkey.IsBackedUp, backedUp)
                .SetProperty(passkey => passkey.UsedAt, used),
            ct);
    }

    /// <summary>Takes one away from the person who acts.</summary>
    public async Task<Refusal?> RemoveAsync(byte[] credential, Actor actor, CancellationToken ct)
    {
        var person = actor.PersonId!.Value;

        if (await db.PasskeysOf(actor.Owner, person).SingleOrDefaultAsync(passkey => passkey.CredentialId == credential, ct) is not { } passkey)
        {
            return new PasskeyNotFound();
        }

        db.Remove(passkey);
        db.Record(new PasskeyRemoved(person.Value.ToString()), actor.Owner, person.Value, clock.Now);
        await db.SaveChangesAsync(ct);

        return null;
    }
}
