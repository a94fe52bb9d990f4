using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace HieuHoc.Web.Accounts;

/// <summary>Takes the second factor after the password; wrong codes count like wrong passwords, for the account and for the address.</summary>
public sealed class SecondStep(PersonManager people, ShowSecondFactor show, AddressLimit limit, IOptions<IdentityOptions> options)
{
    // Codes for one person wait for each other: otherwise thousands sent at once would all be checked before the fifth had failed.
    private static readonly SemaphoreSlim[] Gates = [.. Enumerable.Range(0, 256).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Why not; null when the session has shown it.</summary>
    public async Task<Refusal?> RunAsync(string code, SessionId session, Actor actor, Caller caller, CancellationToken ct)
    {
        var gate = Gates[(uint)actor.PersonId.GetHashCode() % Gates.Length];
        await gate.WaitAsync(ct);

        try
        {
            return await CheckAsync(code, session, actor, caller, ct);
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<Refusal?> CheckAsync(string code, SessionId session, Actor actor, Caller caller, CancellationToken ct)
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
