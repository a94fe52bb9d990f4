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

        /// <summary>The accounts that hold, or held, a role in the administrator's part of the hierarchy.</summary>
        public IQueryable<Person> PeopleKeptBy(Actor actor) =>
            db.People.Where(person => person.Owner == actor.Owner && db.Set<RoleGrant>().Any(grant =>
                grant.Owner == person.Owner && grant.PersonId == person.Id && db.Set<PlaceReach>().Any(reach =>
                    reach.PlaceId == grant.PlaceId && reach.AncestorId == actor.PlaceId)));
    }
}
