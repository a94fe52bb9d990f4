using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access;

/// <summary>Gives an account one more role, from today on.</summary>
public sealed class GrantRole(HieuHocDb db, ProgrammeClock clock)
{
    /// <param name="actor">Who keeps the account and the accounts of the role.</param>
    public async Task<Outcome<RoleGrant>> RunAsync(PersonId personId, RoleAsked asked, Actor actor, CancellationToken ct)
    {
        if (actor.Rule.Keeps.Count == 0)
        {
            return new AccountsNotYoursToKeep();
        }

        var now = clock.Now;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // The same role given twice at once would stand twice.
        await db.Engine.LockAsync(db, $"roles-{actor.Owner}", ct);

        if (!await db.PeopleKeptBy(actor, now.Day).AnyAsync(person => person.Id == personId, ct))
        {
            return new PersonNotFound();
        }

        if (await asked.RefusalAsync(db, actor, now.Day, ct) is { } refusal)
        {
            return refusal;
        }

        var (role, place, agency, programme) = (asked.Role, asked.PlaceId, asked.AgencyId, asked.Programme);
        var held = await db.RoleGrants.AnyAsync(
            grant => grant.Owner == actor.Owner && grant.PersonId == personId && grant.Role == role && grant.PlaceId == place
                && grant.AgencyId == agency && grant.Programme == programme && (grant.ValidTo == null || grant.ValidTo >= now.Day),
            ct);

        if (held)
        {
            return new RoleHeldAlready(role);
        }

        var grant = new RoleGrant
        {
            Owner = actor.Owner,
            PersonId = personId,
            Role = role,
            PlaceId = place,
            AgencyId = agency,
            Programme = programme,
            ValidFrom = now.Day,
        };
        db.Add(grant);
        db.Record(
            new RoleGranted(personId.Value.ToString(), grant.Id.Value, role, place, agency, programme), actor.Owner, actor.PersonId?.Value, now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return grant;
    }
}
