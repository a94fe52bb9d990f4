using HieuHoc.Places;
using HieuHoc.Platform;

namespace HieuHoc.Access;

public static class AccessQueries
{
    extension(HieuHocDb db)
    {
        /// <summary>The roles that hold on a day, the last one included.</summary>
        public IQueryable<RoleGrant> RoleGrantsOn(DateOnly day) =>
            db.RoleGrants.Where(grant => grant.ValidFrom <= day && (grant.ValidTo == null || grant.ValidTo >= day));

        /// <summary>The actor's place, every place under it and their predecessors; an administrator decides nothing and sees none.</summary>
        public IQueryable<Place> PlacesVisibleTo(Actor actor)
        {
            var reaches = db.PlaceReaches;

            return db.Places.Where(place => actor.Role != Role.Administrator
                && reaches.Any(reach => reach.PlaceId == place.Id && reach.AncestorId == actor.PlaceId));
        }

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
    }
}
