using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Accounts;

/// <summary>Speaks with the browser about passkeys: what it is to sign, and whether it did.</summary>
public sealed class Passkeys(
    IPasskeyHandler<Person> handler, PasskeyState state, KeepPasskeys keep, StartSession startSession, AddressLimit limit, HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>True when browsers make and show passkeys here: over HTTPS, or on this very machine.</summary>
    public static bool WorkOn(HttpRequest request) => request.IsHttps || request.Host.Host is "localhost";

    /// <summary>What the browser is asked for to make one, as JSON.</summary>
    public async Task<string> AskForNewAsync(Actor actor, HttpContext context, CancellationToken ct)
    {
        var person = await db.People.AsNoTracking().SingleAsync(row => row.Owner == actor.Owner && row.Id == actor.PersonId, ct);
        var asked = await handler.MakeCreationOptionsAsync(
            new PasskeyUserEntity { Id = IdOf(person), Name = person.UserName, DisplayName = person.DisplayName }, context);
        state.Write(context, asked.AttestationState ?? "");

        return asked.CreationOptionsJson;
    }

    /// <summary>Adds the one that the browser made; why not, or null.</summary>
    public async Task<Refusal?> AddAsync(string name, string password, string answer, SessionStanding session, Actor actor, HttpContext context, CancellationToken ct)
    {
        var caller = Caller.Of(context);

        if ((limit.Check(caller) ?? await keep.CheckAsync(name, password, session, actor, ct)) is { } refusal)
        {
            CountGuess(refusal, caller);

            return refusal;
        }

        if (state.Take(context) is not { } asked)
        {
            return new PasskeyNotValid();
        }

        var shown = await handler.PerformAttestationAsync(
            new PasskeyAttestationContext { HttpContext = context, CredentialJson = answer, AttestationState = asked });

        // What another person of this browser was asked for is not theirs to answer.
        return shown.Succeeded && shown.UserEntity.Id == $"{actor.Owner}:{actor.PersonId!.Value.Value}"
            ? await keep.AddAsync(
                new NewPasskey(
                    name, shown.Passkey.CredentialId, shown.Passkey.PublicKey, shown.Passkey.SignCount, shown.Passkey.IsBackupEligible, shown.Passkey.IsBackedUp),
                session.Id,
                actor,
                ct)
            : new PasskeyNotValid();
    }

    /// <summary>What a browser is asked to sign with any passkey that it has for this site, as JSON.</summary>
    public async Task<string> AskAsync(HttpContext context)
    {
        var asked = await handler.MakeRequestOptionsAsync(null, context);
        state.Write(context, asked.AssertionState ?? "");

        return asked.RequestOptionsJson;
    }

    /// <summary>Begins a session that has shown both factors; why not, or null.</summary>
    public async Task<Refusal?> SignInAsync(string answer, HttpContext context, CancellationToken ct)
    {
        var caller = Caller.Of(context);

        if (limit.Check(caller) is { } closed)
        {
            return closed;
        }

        var shown = state.Take(context) is { } asked
            ? await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = context, CredentialJson = answer, AssertionState = asked })
            : null;

        if (shown is not { Succeeded: true })
        {
            limit.Count(caller);

            return new PasskeyNotValid();
        }

        var (person, passkey) = (shown.User, shown.Passkey);

        if (!await db.RoleGrantsOn(clock.Now.Day).AnyAsync(grant => grant.Owner == person.Owner && grant.PersonId == person.Id, ct))
        {
            return new NoRoleToday();
        }

        await keep.MarkUsedAsync(person.Owner, person.Id, passkey.CredentialId, passkey.SignCount, passkey.IsBackedUp, ct);
        await startSession.RunAsync(person, SessionWay.Passkey, caller, null, ct);

        return null;
    }

    private void CountGuess(Refusal refusal, Caller caller)
    {
        if (refusal is OldPasswordWrong)
        {
            limit.Count(caller);
        }
    }

    private static string IdOf(Person person) => $"{person.Owner}:{person.Id.Value}";
}
