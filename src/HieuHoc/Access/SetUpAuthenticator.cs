using System.Security.Cryptography;
using System.Text;
using HieuHoc.Platform;
using HieuHoc.Platform.Keys;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access;

/// <summary>Gives a person an authenticator: a secret for the app, a first code to prove it, and codes on paper.</summary>
public sealed class SetUpAuthenticator(HieuHocDb db, ProgrammeClock clock, KeyRing keys)
{
    /// <summary>How many codes on paper a person gets.</summary>
    public const int RecoveryCodes = 10;

    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>The secret that is waiting for its first code; null when none was begun, or it is in use already.</summary>
    public async Task<byte[]?> SecretAsync(Actor actor, CancellationToken ct) =>
        await FindAsync(actor, ct) is { ConfirmedAt: null } waiting ? Open(waiting) : null;

    /// <summary>Makes a secret; one that is waiting already stays, so that a page that was loaded twice shows the same.</summary>
    public async Task<Refusal?> BeginAsync(Actor actor, CancellationToken ct)
    {
        var known = await FindAsync(actor, ct);

        if (known is not null)
        {
            return known.ConfirmedAt is null ? null : new AuthenticatorInUse();
        }

        var person = actor.PersonId!.Value;
        db.Add(new Authenticator
        {
            Owner = actor.Owner,
            PersonId = person,
            Secret = keys.Protect(Authenticator.Purpose, Totp.NewSecret(), Authenticator.RowOf(actor.Owner, person)),
        });
        await db.SaveChangesAsync(ct);

        return null;
    }

    /// <summary>Takes the first code: from now on the authenticator is asked for, and this session has shown it.</summary>
    /// <returns>The codes on paper, shown this once.</returns>
    public async Task<Outcome<IReadOnlyList<string>>> ConfirmAsync(string code, SessionId session, Actor actor, CancellationToken ct)
    {
        if (await FindAsync(actor, ct) is not { ConfirmedAt: null } waiting)
        {
            return new AuthenticatorInUse();
        }

        var now = clock.Now;

        if (Totp.Find(Open(waiting), code, now.Instant, waiting.LastStep) is not { } step)
        {
            return new FirstCodeWrong();
        }

        waiting.ConfirmedAt = now.Instant;
        waiting.LastStep = step;
        var acting = await db.Sessions.SingleAsync(row => row.Owner == actor.Owner && row.Id == session, ct);
        acting.StrengthenedAt = now.Instant;
        db.Record(new AuthenticatorSetUp($"{actor.PersonId?.Value}"), actor.Owner, actor.PersonId?.Value, now);
        var codes = await RenewCodesAsync(actor, ct);
        await db.SaveChangesAsync(ct);

        return Outcome(codes);
    }

    /// <summary>New codes on paper; the old ones are worth nothing from now on.</summary>
    public async Task<Outcome<IReadOnlyList<string>>> NewCodesAsync(Actor actor, CancellationToken ct)
    {
        if (await FindAsync(actor, ct) is not { ConfirmedAt: not null })
        {
            return new AuthenticatorNotSetUp();
        }

        var codes = await RenewCodesAsync(actor, ct);
        db.Record(new RecoveryCodesMade($"{actor.PersonId?.Value}"), actor.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);

        return Outcome(codes);
    }

    /// <summary>The hash of a code as it was typed, with hyphens and blanks or without.</summary>
    internal static byte[] HashOf(string typed) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant()));

    private async Task<IReadOnlyList<string>> RenewCodesAsync(Actor actor, CancellationToken ct)
    {
        var person = actor.PersonId!.Value;
        db.RemoveRange(await db.RecoveryCodes.Where(code => code.Owner == actor.Owner && code.PersonId == person).ToListAsync(ct));
        var codes = Enumerable.Range(0, RecoveryCodes)
            .Select(_ => string.Join('-', RandomNumberGenerator.GetString(Letters, 12).Chunk(4).Select(part => new string(part))))
            .ToList();
        db.AddRange(codes.Select(code => new RecoveryCode { Owner = actor.Owner, PersonId = person, Hash = HashOf(code) }));

        return codes;
    }

    private byte[] Open(Authenticator authenticator) =>
        keys.Unprotect(Authenticator.Purpose, authenticator.Secret, Authenticator.RowOf(authenticator.Owner, authenticator.PersonId));

    private Task<Authenticator?> FindAsync(Actor actor, CancellationToken ct) =>
        db.Authenticators.SingleOrDefaultAsync(row => row.Owner == actor.Owner && row.PersonId == actor.PersonId, ct);

    // An interface converts to nothing by itself.
    private static Outcome<IReadOnlyList<string>> Outcome(IReadOnlyList<string> codes) => new List<string>(codes);
}
