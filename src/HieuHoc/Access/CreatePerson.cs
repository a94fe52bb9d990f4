using HieuHoc.Platform;
using HieuHoc.Platform.Keys;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access;

/// <summary>What an administrator states about a new account.</summary>
/// <param name="DisplayName">The name of the post, as others see it.</param>
/// <param name="PlaceId">The part of the hierarchy that it answers for, from today on.</param>
/// <param name="Password">For the first sign-in alone: there its person chooses another. Null for a role whose device has a PIN instead.</param>
public sealed record NewPerson(string UserName, string DisplayName, Role Role, int PlaceId, string? Password)
{
    /// <summary>The agency that the person works in; null when the role answers for the place.</summary>
    public int? AgencyId { get; init; }

    /// <summary>The code of the programme; null for every programme of the province.</summary>
    public string? Programme { get; init; }

    /// <summary>Where the person gets mails; null or empty for none.</summary>
    public string? MailAddress { get; init; }

    /// <summary>True when its keeper makes the first password later, on a slip: until then nobody signs in with a password.</summary>
    public bool PasswordFollows { get; init; }

    /// <summary>The first role, as the rules of roles look at it.</summary>
    public RoleAsked Asked => new(Role, PlaceId) { AgencyId = AgencyId, Programme = Programme };
}

/// <summary>Makes an account with its first role.</summary>
public sealed class CreatePerson(HieuHocDb db, ProgrammeClock clock, HashPassword hash, KeyRing keys)
{
    /// <param name="actor">Who keeps the accounts of the role; the installation itself acts as an administrator without a person.</param>
    public async Task<Outcome<Person>> RunAsync(NewPerson given, Actor actor, CancellationToken ct)
    {
        var userName = UserNames.Normal(given.UserName);
        // One of its own, unless the account is part of something larger.
        await using var own = await db.BeginUnlessBegunAsync(ct);
        // Two administrators at once, perhaps of two programmes: people sign in to the installation, not to a programme.
        await db.Engine.LockAsync(db, "user-names", ct);

        if (await RefusalOfAsync(given, userName, actor, ct) is { } refusal)
        {
            return refusal;
        }

        var person = Add(given, userName, actor);
        await db.SaveChangesAsync(ct);

        if (own is not null)
        {
            await own.CommitAsync(ct);
        }

        return person;
    }

    private Person Add(NewPerson given, string userName, Actor actor)
    {
        var now = clock.Now;
        var person = new Person
        {
            Owner = actor.Owner,
            Id = new PersonId(Guid.CreateVersion7()),
            UserName = userName,
            DisplayName = given.DisplayName.Trim(),
            PasswordHash = given.Password is null ? null : hash(given.Password),
            OneTimeSince = given.Password is null ? null : now.Instant,
            SecurityStamp = SecurityStamps.New(),
        };
        db.Add(person);
        db.Add(new RoleGrant
        {
            Owner = actor.Owner,
            PersonId = person.Id,
            Role = given.Role,
            PlaceId = given.PlaceId,
            AgencyId = given.AgencyId,
            Programme = given.Programme,
            ValidFrom = now.Day,
        });

        if (given.MailAddress?.Trim() is { Length: > 0 } address)
        {
            db.AddMailAddress(keys, actor.Owner, person.Id, address, Texts.Languages[0]);
        }

        db.Record(
            new PersonCreated(person.Id.Value.ToString(), given.Role, given.PlaceId, given.AgencyId, given.Programme),
            actor.Owner,
            actor.PersonId?.Value,
            now);

        return person;
    }

    private async Task<Refusal?> RefusalOfAsync(NewPerson given, string userName, Actor actor, CancellationToken ct)
    {
        if (!actor.Rule.Keeps.Contains(given.Role))
        {
            return new AccountsNotYoursToKeep();
        }

        if (!UserNames.IsWellFormed(userName))
        {
            return new UserNameIllFormed(given.UserName);
        }

        if (string.IsNullOrWhiteSpace(given.DisplayName))
        {
            return new DisplayNameMissing();
        }

        var mayDoWithout = given.Password is null && (given.PasswordFollows || !RoleTable.Of(given.Role).NeedsSecondFactor);

        if (!mayDoWithout && PasswordRule.Check(given.Password ?? "", userName) is { } weak)
        {
            return weak;
        }

        if (given.MailAddress?.Trim() is { Length: > 0 } address && !MailAddress.IsWellFormed(address))
        {
            return new MailAddressIllFormed();
        }

        if (await given.Asked.RefusalAsync(db, actor, clock.Now.Day, ct) is { } unfit)
        {
            return unfit;
        }

        return await db.People.AnyAsync(person => person.UserName == userName, ct) ? new UserNameTaken(userName) : null;
    }
}
