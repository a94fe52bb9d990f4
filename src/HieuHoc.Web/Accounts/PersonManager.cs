using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HieuHoc.Web.Accounts;

/// <summary>
/// Identity's manager with the things it does by the machine's clock and in two steps: here the lock-out goes by the
/// programme's clock, and a failure is counted by the database, so that attempts at once are all counted.
/// </summary>
public sealed class PersonManager(
    IUserStore<Person> store,
    IOptions<IdentityOptions> options,
    IPasswordHasher<Person> hasher,
    IEnumerable<IUserValidator<Person>> userValidators,
    IEnumerable<IPasswordValidator<Person>> passwordValidators,
    ILookupNormalizer normalizer,
    IdentityErrorDescriber errors,
    IServiceProvider services,
    ILogger<UserManager<Person>> logger,
    HieuHocDb db,
    ProgrammeClock clock)
    : UserManager<Person>(store, options, hasher, userValidators, passwordValidators, normalizer, errors, services, logger)
{
    public override Task<bool> IsLockedOutAsync(Person user) => Task.FromResult(user.LockedUntil > clock.Now.Instant);

    /// <summary>
    /// A right password forgets the failures of those alone who have no second factor: otherwise whoever knows it could
    /// guess codes for ever, with a sign-in after every fourth.
    /// </summary>
    public override async Task<IdentityResult> ResetAccessFailedCountAsync(Person user) =>
        await db.Authenticators.AnyAsync(row => row.Owner == user.Owner && row.PersonId == user.Id && row.ConfirmedAt != null, CancellationToken)
            ? IdentityResult.Success
            : await ForgetFailuresAsync(user);

    /// <summary>Forgets the failures of a person who has shown everything that is asked.</summary>
    public Task<IdentityResult> ForgetFailuresAsync(Person user) => base.ResetAccessFailedCountAsync(user);

    public override async Task<IdentityResult> AccessFailedAsync(Person user)
    {
        var until = clock.Now.Instant + Options.Lockout.DefaultLockoutTimeSpan;
        var limit = Options.Lockout.MaxFailedAccessAttempts;
        var same = db.People.Where(person => person.Owner == user.Owner && person.Id == user.Id);
        await same.ExecuteUpdateAsync(set => set.SetProperty(person => person.FailedSignIns, person => person.FailedSignIns + 1), CancellationToken);
        await same.Where(person => person.FailedSignIns >= limit).ExecuteUpdateAsync(
            set => set.SetProperty(person => person.FailedSignIns, 0).SetProperty(person => person.LockedUntil, until), CancellationToken);
        await db.Entry(user).ReloadAsync(CancellationToken);

        return IdentityResult.Success;
    }
}
