using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Committees;

public static class CommitteeQueries
{
    extension(HieuHocDb db)
    {
        /// <summary>
        /// The committees of the actor's place and of the province, and for who does not stay in an agency those of all places under
        /// their own, ended ones too.
        /// </summary>
        public IQueryable<Committee> CommitteesVisibleTo(Actor actor)
        {
            var (sees, agency) = (actor.May(Capability.SeeCommittees), actor.OwnAgency);
            var reached = db.PlaceReaches.Where(reach => reach.AncestorId == actor.PlaceId).Select(reach => reach.PlaceId);
            var province = db.Owners.Where(owner => owner.Id == actor.Owner).Select(owner => owner.PlaceId);

            return db.Committees.Where(committee => sees && committee.Owner == actor.Owner
                && (committee.PlaceId == actor.PlaceId || province.Contains(committee.PlaceId) || (agency == null && reached.Contains(committee.PlaceId))));
        }

        /// <summary>The places whose committees the actor keeps: the own; who answers for the province also keeps those of its ended districts and provinces.</summary>
        public IQueryable<Place> CommitteePlacesKeptBy(Actor actor)
        {
            var keeps = actor.May(Capability.KeepCommittees);
            var reached = db.PlaceReaches.Where(reach => reach.AncestorId == actor.PlaceId).Select(reach => reach.PlaceId);
            var province = db.Owners.Where(owner => owner.Id == actor.Owner).Select(owner => owner.PlaceId);

            return db.Places.Where(place => keeps
                && (place.Id == actor.PlaceId
                    || (province.Contains(actor.PlaceId) && place.ValidTo != null && (place.Level == PlaceLevel.District || place.Level == PlaceLevel.Province) && reached.Contains(place.Id))));
        }

        /// <summary>Of the committees that the actor sees those that they keep.</summary>
        public IQueryable<Committee> CommitteesKeptBy(Actor actor)
        {
            var places = db.CommitteePlacesKeptBy(actor).Select(place => place.Id);

            return db.CommitteesVisibleTo(actor).Where(committee => places.Contains(committee.PlaceId));
        }

        /// <summary>The decisions about a committee with their lists, the youngest first.</summary>
        internal async Task<IReadOnlyList<DecidedMembership>> DecidedAsync(Committee committee, CancellationToken ct)
        {
            var decisions = await db.CommitteeDecisions.Where(decision => decision.Owner == committee.Owner && decision.CommitteeId == committee.Id)
                .OrderByDescending(decision => decision.DecidedOn).ToListAsync(ct);
            var members = (await db.CommitteeMembers.Where(member => member.Owner == committee.Owner && member.CommitteeId == committee.Id)
                .OrderBy(member => member.Position).ToListAsync(ct)).ToLookup(member => member.DecisionId);

            return [.. decisions.Select(decision => new DecidedMembership(decision, [.. members[decision.Id]]))];
        }
    }
}
