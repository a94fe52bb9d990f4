using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access;

/// <summary>What an administrator states about a new account.</summary>
/// <param name="DisplayName">The name of the post, as others see it.</param>
/// <param name="PlaceId">The part of the hierarchy that it answers for, from today on.</param>
/// <param name="Password">For the first sign-in alone: there its person chooses another.</param>
public sealed record NewPerson(string UserName, string DisplayName, Role Role, int PlaceId, string Password);

/// <summary>Makes an account with its first role.</summary>
public sealed class CreatePerson(HieuHocDb db, ProgrammeClock clock, HashPassword hash)
{
    /// <param name="actor">An administrator; the installation itself acts as one without a person.</param>
    public async Task<Outcome<Person>> RunAsync(NewPerson given, Actor actor, CancellationToken ct)
    {
        var userName = UserNames.Normal(given.UserName);
        // One of its own, unless the account is part of something larger.
        await using var own = db.Transaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
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
            PasswordHash = hash(given.Password),
            OneTimeSince = now.Instant,
            SecurityStamp = SecurityStamps.New(),
        };
        db.Add(person);
        db.Add(new RoleGrant
        {
            Owner = actor.Owner,
            PersonId = person.Id,
            Role = given.Role,
            PlaceId = given.PlaceId,
            ValidFrom = now.Day,
        });
        db.Record(new PersonCreated(person.Id.Value.ToString(), given.Role, given.PlaceId), actor.Owner, actor.PersonId?.Value, now);

        return person;
    }

    private async Task<Refusal?> RefusalOfAsync(NewPerson given, string userName, Actor actor, CancellationToken ct)
    {
        if (actor.Role is not Role.Administrator)
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

        if (PasswordRule.Check(given.Password, userName) is { } weak)
        {
            return weak;
        }

        var level = RoleLevels.Of(given.Role);

        if (!await db.PlaceReaches.AnyAsync(reach => reach.PlaceId == given.PlaceId && reach.AncestorId == actor.PlaceId, ct))
        {
            return new AccountPlaceUnknown();
        }

        if (!await db.Places.AnyAsync(place => place.Id == given.PlaceId && place.Level == level, ct))
        {
            return new RoleDoesNotFitPlace(given.Role);
        }

        return await db.People.AnyAsync(person => person.UserName == userName, ct) ? new UserNameTaken(userName) : null;
    }
}
