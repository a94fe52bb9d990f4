using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace HieuHoc.Web.Accounts;

/// <summary>Takes the second factor after the password; wrong codes count like wrong passwords, for the account and for the address.</summary>
public sealed class SecondStep(PersonManager people, ShowSecondFactor show, AddressLimit limit, IOptions<IdentityOptions> options)
{
    /// <summary>Why not; null when the session has shown it.</summary>
    public async Task<Refusal?> RunAsync(string code, SessionId session, Actor actor, Caller caller, CancellationToken ct)
    {
        if (limit.Check(caller) is { } closed)
        {
            return closed;
        }

        var person = (await people.FindByIdAsync($"{actor.Owner}:{actor.PersonId!.Value.Value}"))!;
        var lockout = options.Value.Lockout;

        if (!await people.IsLockedOutAsync(person) && await show.RunAsync(code, session, actor, ct))
        {
            await people.ForgetFailuresAsync(person);

            return null;
        }

        limit.Count(caller);
        await people.AccessFailedAsync(person);

        return new SecondFactorWrong(lockout.MaxFailedAccessAttempts, (int)lockout.DefaultLockoutTimeSpan.TotalMinutes);
    }
}
