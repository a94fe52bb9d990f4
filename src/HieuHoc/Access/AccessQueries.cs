using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access;

public static class AccessQueries
{
    extension(HieuHocDb db)
    {
        /// <summary>The roles that hold on a day, the last one included.</summary>
        public IQueryable<RoleGrant> RoleGrantsOn(DateOnly day) =>
            db.RoleGrants.Where(grant => grant.ValidFrom <= day && (grant.ValidTo == null || grant.ValidTo >= day));

        /// <summary>
        /// The accounts that hold, or held, a role in the administrator's part of the hierarchy, and hold none outside it
        /// from this day on: who answers for more than the administrator does is not the administrator's to keep.
        /// </summary>
        public IQueryable<Person> PeopleKeptBy(Actor actor, DateOnly day)
        {
            var reached = db.PlaceReaches.Where(reach => reach.AncestorId == actor.PlaceId).Select(reach => reach.PlaceId);
            var grants = db.RoleGrants.Where(grant => grant.Owner == actor.Owner);

            return db.People.Where(person => person.Owner == actor.Owner
                && grants.Any(grant => grant.PersonId == person.Id && reached.Contains(grant.PlaceId))
                && !grants.Any(grant => grant.PersonId == person.Id
                    && (grant.ValidTo == null || grant.ValidTo >= day) && !reached.Contains(grant.PlaceId)));
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
