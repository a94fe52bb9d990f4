using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Programmes.Tasks;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Pilots;

public static class PilotQueries
{
    extension(HieuHocDb db)
    {
        /// <summary>
        /// The pilots that the actor sees: of the province all; of an agency those that it leads; of a commune those that it leads and
        /// those in places of its part, ended ones that it took over included.
        /// </summary>
        public IQueryable<Pilot> PilotsVisibleTo(Actor actor)
        {
            var (sees, agency, owners, areas) = (actor.May(Capability.SeeTasks), actor.OwnAgency, db.Owners, db.PilotAreas);
            var mine = db.AgenciesWithTasksOf(actor);
            var reached = db.PlaceReaches.Where(reach => reach.AncestorId == actor.PlaceId).Select(reach => reach.PlaceId);

            return db.Pilots.Where(pilot => sees && pilot.Owner == actor.Owner
                && ((agency == null && owners.Any(owner => owner.Id == actor.Owner && owner.PlaceId == actor.PlaceId))
                    || mine.Contains(pilot.LeadId)
                    || (agency == null && areas.Any(area => area.Owner == actor.Owner && area.PilotId == pilot.Id && reached.Contains(area.PlaceId)))));
        }

        /// <summary>Of the pilots that the actor sees those that they keep: who runs the programme all, who leads one that.</summary>
        public IQueryable<Pilot> PilotsKeptBy(Actor actor)
        {
            var (keeps, owners, planned) = (actor.May(Capability.KeepPlans), db.Owners, db.AgenciesPlannedBy(actor));

            return db.PilotsVisibleTo(actor).Where(pilot => planned.Contains(pilot.LeadId)
                || (keeps && owners.Any(owner => owner.Id == actor.Owner && owner.PlaceId == actor.PlaceId)));
        }

        /// <summary>A pilot that the actor keeps, or why not.</summary>
        internal async Task<Outcome<Pilot>> KeptPilotAsync(PilotId id, Actor actor, CancellationToken ct)
        {
            if (await db.PilotsKeptBy(actor).SingleOrDefaultAsync(pilot => pilot.Id == id, ct) is { } kept)
            {
                return kept;
            }

            return await db.PilotsVisibleTo(actor).AnyAsync(pilot => pilot.Id == id, ct) ? new PilotNotYoursToChange() : new PilotNotFound();
        }

        /// <summary>The places of a pilot as they are called today, or were on their last day, in the order of a list.</summary>
        internal async Task<IReadOnlyList<PlaceOnDay>> AreasAsync(Pilot pilot, DateOnly today, CancellationToken ct)
        {
            var areas = db.PilotAreas.Where(area => area.Owner == pilot.Owner && area.PilotId == pilot.Id).Select(area => area.PlaceId);
            var places = await db.PlacesOrLast(db.Places.Where(place => areas.Contains(place.Id)), today).ToListAsync(ct);

            return [.. places.OrderBy(place => place.Level).ThenBy(place => place.Name, Vietnamese.Order).ThenBy(place => place.Id)];
        }
    }
}
