using HieuHoc.Agencies;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access;

/// <summary>A role that a person can act in today: their own, or that of an absent colleague.</summary>
/// <param name="Key">The grant's id, or the delegation's: what the choice of a role remembers.</param>
/// <param name="Of">Whose role it is.</param>
/// <param name="Until">The last day of a delegation; null for a role of one's own.</param>
public sealed record HeldRole(Guid Key, RoleGrant Grant, PersonId Of, DateOnly? Until)
{
    /// <summary>The person who holds it today, acting in it.</summary>
    public Actor ActorOf(PersonId person) => new(Grant.Owner, person, Grant.Role, Grant.PlaceId)
    {
        AgencyId = Grant.AgencyId,
        Programme = Grant.Programme,
        ActingFor = Until is null ? null : Of,
    };
}

public static class AccessQueries
{
    private static List<HeldRole> WithFourEyes(IReadOnlyList<HeldRole> held)
    {
        var kept = new List<HeldRole>();

        foreach (var role in held)
        {
            if (role.Until is null || !kept.Any(other => FourEyes.Forbid(other.Grant, role.Grant)))
            {
                kept.Add(role);
            }
        }

        return kept;
    }

    extension(HieuHocDb db)
    {
        /// <summary>The roles that hold on a day, the last one included.</summary>
        public IQueryable<RoleGrant> RoleGrantsOn(DateOnly day) =>
            db.RoleGrants.Where(grant => grant.ValidFrom <= day && (grant.ValidTo == null || grant.ValidTo >= day));

        /// <summary>The delegations that hold on a day, the last one included.</summary>
        public IQueryable<Delegation> DelegationsOn(DateOnly day) =>
            db.Delegations.Where(delegation => delegation.ValidFrom <= day && delegation.ValidTo >= day);

        /// <summary>The actor's place, every place under it and their predecessors; who may not see figures sees none.</summary>
        public IQueryable<Place> PlacesVisibleTo(Actor actor)
        {
            var sees = actor.May(Capability.SeeFigures);
            var reaches = db.PlaceReaches;

            return db.Places.Where(place => sees && reaches.Any(reach => reach.PlaceId == place.Id && reach.AncestorId == actor.PlaceId));
        }

        /// <summary>The places and agencies of the actor's part: of who stays in an agency that and its divisions alone.</summary>
        public IQueryable<int> SubjectsOf(Actor actor) => actor.OwnAgency is { } agency
            ? db.AgencyReaches.Where(reach => reach.AncestorId == agency).Select(reach => reach.AgencyId)
            : db.PlaceReaches.Where(reach => reach.AncestorId == actor.PlaceId).Select(reach => reach.PlaceId)
                .Concat(db.AgenciesUnder(actor.PlaceId).Select(under => under.Id));

        /// <summary>
        /// The roles that a person can act in on a day, their own first, in the order of the table of roles. Who holds none
        /// of their own stands in for nobody either, and nobody stands in where a role that came later would give one person
        /// two steps of the same returns.
        /// </summary>
        public async Task<IReadOnlyList<HeldRole>> RolesHeldAsync(short owner, PersonId person, DateOnly day, CancellationToken ct)
        {
            var delegations = db.DelegationsOn(day).Where(delegation => delegation.Owner == owner && delegation.PersonId == person);
            // By their ids: "or" across two tables would look at every role of the programme.
            var held = db.RoleGrants.Where(grant => grant.Owner == owner && grant.PersonId == person).Select(grant => grant.Id)
                .Concat(delegations.Select(delegation => delegation.GrantId));
            var rows = await (
                from grant in db.RoleGrantsOn(day)
                where grant.Owner == owner && held.Contains(grant.Id)
                join delegation in delegations on grant.Id equals delegation.GrantId into delegated
                from delegation in delegated.DefaultIfEmpty()
                select new
                {
                    grant,
                    Delegation = grant.PersonId == person || delegation == null ? (DelegationId?)null : delegation.Id,
                    Until = grant.PersonId == person || delegation == null ? (DateOnly?)null : delegation.ValidTo,
                }).AsNoTracking().ToListAsync(ct);
            var roles = rows
                .Select(row => new HeldRole(row.Delegation?.Value ?? row.grant.Id.Value, row.grant, row.grant.PersonId, row.Until))
                .OrderBy(role => role.Until is null ? 0 : 1)
                .ThenBy(role => role.Grant.Role)
                .ThenBy(role => role.Grant.PlaceId)
                .ThenBy(role => role.Grant.ValidFrom)
                .ToList();

            return roles is [{ Until: null }, ..] ? WithFourEyes(roles) : [];
        }

        /// <summary>
        /// The accounts that hold, or held, a role in the actor's part of the hierarchy which the actor keeps, and from this
        /// day on none outside it: who answers for more than the actor keeps is not the actor's to keep.
        /// </summary>
        public IQueryable<Person> PeopleKeptBy(Actor actor, DateOnly day)
        {
            var kept = actor.Rule.Keeps;
            var reached = db.PlaceReaches.Where(reach => reach.AncestorId == actor.PlaceId).Select(reach => reach.PlaceId);
            var grants = db.RoleGrants.Where(grant => grant.Owner == actor.Owner);

            return db.People.Where(person => person.Owner == actor.Owner
                && grants.Any(grant => grant.PersonId == person.Id && kept.Contains(grant.Role) && reached.Contains(grant.PlaceId))
                && !grants.Any(grant => grant.PersonId == person.Id
                    && (grant.ValidTo == null || grant.ValidTo >= day)
                    && !(kept.Contains(grant.Role) && reached.Contains(grant.PlaceId))));
        }

        /// <summary>The accounts that the actor may look at: those they keep, and for who only reads, all of their part.</summary>
        public IQueryable<Person> PeopleSeenBy(Actor actor, DateOnly day)
        {
            if (!actor.Rule.OnlyReads)
            {
                return db.PeopleKeptBy(actor, day);
            }

            var reached = db.PlaceReaches.Where(reach => reach.AncestorId == actor.PlaceId).Select(reach => reach.PlaceId);
            var grants = db.RoleGrants.Where(grant => grant.Owner == actor.Owner && reached.Contains(grant.PlaceId));

            return db.People.Where(person => person.Owner == actor.Owner && grants.Any(grant => grant.PersonId == person.Id));
        }

        /// <summary>The village officers of the actor's part of the hierarchy, who hold no other role today.</summary>
        public IQueryable<Person> VillageOfficersKeptBy(Actor actor, DateOnly day)
        {
            var reached = db.PlaceReaches.Where(reach => reach.AncestorId == actor.PlaceId).Select(reach => reach.PlaceId);
            var grants = db.RoleGrantsOn(day).Where(grant => grant.Owner == actor.Owner);

            return db.People.Where(person => person.Owner == actor.Owner
                && grants.Any(grant => grant.PersonId == person.Id && grant.Role == Role.VillageOfficer && reached.Contains(grant.PlaceId))
                && !grants.Any(grant => grant.PersonId == person.Id && grant.Role != Role.VillageOfficer));
        }

        /// <summary>The account of a user name that the administrator keeps; null when there is none.</summary>
        public async Task<Person?> KeptPersonAsync(string userName, Actor actor, DateOnly day, CancellationToken ct)
        {
            var normal = UserNames.Normal(userName);

            // PostgreSQL takes no text with a NUL in it, and nobody has a name that could not have been given.
            return UserNames.IsWellFormed(normal)
                ? await db.PeopleKeptBy(actor, day).SingleOrDefaultAsync(person => person.UserName == normal, ct)
                : null;
        }

        /// <summary>Saves, or says that somebody else changed the same account meanwhile.</summary>
        internal async Task<Refusal?> SavePersonAsync(CancellationToken ct)
        {
            try
            {
                await db.SaveChangesAsync(ct);

                return null;
            }
            catch (DbUpdateConcurrencyException)
            {
                return new PasswordChangedMeanwhile();
            }
        }
    }
}
