using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access;

/// <summary>An administrator that the installation made itself, with the password of the first sign-in.</summary>
public sealed record FirstAdministrator(string UserName, string Password, string PlaceName);

/// <summary>Gives every programme that has no administrator its first one, so that nobody has to know how to begin.</summary>
public sealed class AppointAdministrator(HieuHocDb db, ProgrammeClock clock, CreatePerson createPerson)
{
    /// <summary>Those that were made now; none where every programme has one, and in a demonstration, which shows its own.</summary>
    /// <param name="displayName">The name of the post.</param>
    public async Task<Outcome<List<FirstAdministrator>>> RunAsync(string displayName, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Several servers may start at once.
        await db.Engine.LockAsync(db, "administrators", ct);
        var day = clock.Now.Day;
        var grants = db.RoleGrants;
        var without = await db.Owners.AsNoTracking()
            .Where(owner => !owner.Demo && !grants.Any(grant => grant.Owner == owner.Id && grant.Role == Role.Administrator))
            .OrderBy(owner => owner.Id)
            .ToListAsync(ct);
        var made = new List<FirstAdministrator>();

        foreach (var owner in without)
        {
            var place = (await db.PlaceOnDayAsync(owner.PlaceId, day, ct))!;
            var password = OneTimePassword.New();
            var created = await createPerson.RunAsync(
                new NewPerson($"quantri.{place.Code.ToLowerInvariant()}", displayName, Role.Administrator, place.Id, password),
                new Actor(owner.Id, null, Role.Administrator, owner.PlaceId),
                ct);

            if (created.Refusal is { } refusal)
            {
                return refusal;
            }

            made.Add(new FirstAdministrator(created.Value.UserName, password, place.FullName));
        }

        await transaction.CommitAsync(ct);

        return made;
    }
}
