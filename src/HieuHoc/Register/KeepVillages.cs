using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Register;

/// <summary>What entering, renaming and re-arranging villages have in common.</summary>
internal static class KeepVillages
{
    extension(HieuHocDb db)
    {
        /// <summary>The communes that the actor keeps villages of.</summary>
        public IQueryable<Place> CommunesKeptBy(Actor actor)
        {
            var reached = db.PlaceReaches.Where(reach => reach.AncestorId == actor.PlaceId).Select(reach => reach.PlaceId);

            return db.Places.Where(place => place.Level == PlaceLevel.Commune && reached.Contains(place.Id));
        }

        /// <summary>The villages that the actor keeps, ended ones too.</summary>
        public IQueryable<Place> VillagesKeptBy(Actor actor)
        {
            var reached = db.PlaceReaches.Where(reach => reach.AncestorId == actor.PlaceId).Select(reach => reach.PlaceId);

            return db.Places.Where(place => place.Level == PlaceLevel.Village && reached.Contains(place.Id));
        }

        /// <summary>The other village of a commune that has this name on a day or later; null when it is free.</summary>
        public async Task<int?> HolderOfNameAsync(int communeId, VillageName name, DateOnly day, CancellationToken ct)
        {
            var folded = SearchKey.Of(name.FullName);
            var villages = db.PlaceParents
                .Where(parent => parent.ParentId == communeId && (parent.ValidTo == null || parent.ValidTo >= day))
                .Select(parent => parent.PlaceId);

            return await db.PlaceNames.AsNoTracking()
                .Where(held => villages.Contains(held.PlaceId) && held.Folded == folded && (held.ValidTo == null || held.ValidTo >= day))
                .Where(held => db.Set<Place>().Any(place => place.Id == held.PlaceId && (place.ValidTo == null || place.ValidTo >= day)))
                .OrderBy(held => held.PlaceId)
                .Select(held => (int?)held.PlaceId)
                .FirstOrDefaultAsync(ct);
        }

        /// <summary>The rows of a village that begins: identity, name, parent. Who reaches it follows when they are stored.</summary>
        public void AddVillage(int id, int communeId, VillageName name, DateOnly from, string? legalBasis)
        {
            db.Add(new Subject { Id = id, Kind = SubjectKind.Place });
            db.Add(new Place { Id = id, Level = PlaceLevel.Village, ValidFrom = from });
            db.Add(name.Row(id, from, legalBasis));
            db.Add(new PlaceParent { PlaceId = id, ValidFrom = from, ParentId = communeId, LegalBasis = legalBasis });
        }

        /// <summary>What follows, in every module, when villages begin that take over from nobody; their rows are stored.</summary>
        public async Task BeginAsync(
            IReadOnlyList<int> villages, IEnumerable<IFollowPlaces> followers, Actor actor, Moment now, CancellationToken ct)
        {
            await db.RebuildReachOfAsync(villages, ct);

            foreach (var follower in followers)
            {
                await follower.MoveAsync(new PlaceMove(actor.Owner, now.Day, [], now, actor.PersonId?.Value) { Began = villages }, ct);
            }
        }
    }
}
