using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HieuHoc.Web.Accounts;

/// <summary>Begins a session, or says no in one way for an unknown name, a wrong password and a locked account.</summary>
public sealed class SignInPerson(
    SignInManager<Person> signIn,
    PersonManager people,
    PasswordHashing hashing,
    StartSession startSession,
    AddressLimit limit,
    HieuHocDb db,
    ProgrammeClock clock,
    IOptions<IdentityOptions> options)
{
    // Attempts on one name wait for each other: otherwise thousands sent at once would all be checked before the fifth had failed.
    private static readonly SemaphoreSlim[] Gates = [.. Enumerable.Range(0, 1024).Select(_ => new SemaphoreSlim(1, 1))];

    private readonly SignInRefused refused = new(
        options.Value.Lockout.MaxFailedAccessAttempts, (int)options.Value.Lockout.DefaultLockoutTimeSpan.TotalMinutes);

    /// <summary>Why not; null when the session has begun.</summary>
    public async Task<Refusal?> RunAsync(string userName, string password, Caller caller, CancellationToken ct)
    {
        var gate = Gates[(uint)StringComparer.Ordinal.GetHashCode(UserNames.Normal(userName)) % Gates.Length];
        await gate.WaitAsync(ct);

        try
        {
            var refusal = limit.Check(caller) ?? await CheckAsync(userName, password, caller, ct);

            if (refusal is SignInRefused)
            {
                limit.Count(caller);
            }

            return refusal;
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<Refusal?> CheckAsync(string userName, string password, Caller caller, CancellationToken ct)
    {
        var person = await people.FindByNameAsync(userName);

        if (person is null || await people.IsLockedOutAsync(person))
        {
            // As much work as for a name that exists, so that the time does not tell them apart.
            hashing.Waste(password);

            return refused;
        }

        var result = await signIn.CheckPasswordSignInAsync(person, password, lockoutOnFailure: true);

        if (!result.Succeeded)
        {
            return refused;
        }

        if (!await db.RoleGrantsOn(clock.Now.Day).AnyAsync(grant => grant.Owner == person.Owner && grant.PersonId == person.Id, ct))
        {
            return new NoRoleToday();
        }

        await startSession.RunAsync(person, SessionWay.Password, caller, null, ct);

        return null;
    }
}
