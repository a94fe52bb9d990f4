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

        /// <summary>The first free number; whoever asks holds the lock of the subjects until the transaction ends.</summary>
        public async Task<int> NextSubjectAsync(CancellationToken ct)
        {
            await db.Engine.LockAsync(db, "subjects", ct);

            return (await db.Subjects.MaxAsync(subject => (int?)subject.Id, ct) ?? 0) + 1;
        }

        /// <summary>The rows of a village that begins: identity, name, parent, and who reaches it.</summary>
        public async Task AddVillageAsync(int id, int communeId, VillageName name, DateOnly from, string? legalBasis, CancellationToken ct)
        {
            db.Add(new Subject { Id = id, Kind = SubjectKind.Place });
            db.Add(new Place { Id = id, Level = PlaceLevel.Village, ValidFrom = from });
            db.Add(name.Row(id, from, legalBasis));
            db.Add(new PlaceParent { PlaceId = id, ValidFrom = from, ParentId = communeId, LegalBasis = legalBasis });
            db.Add(new PlaceReach { PlaceId = id, AncestorId = id });
            db.AddRange((await db.AboveAsync(communeId, ct)).Select(above => new PlaceReach { PlaceId = id, AncestorId = above }));
        }

        /// <summary>All that reach a place, itself among them.</summary>
        public async Task<IReadOnlyList<int>> AboveAsync(int placeId, CancellationToken ct) =>
            await db.PlaceReaches.Where(reach => reach.PlaceId == placeId).Select(reach => reach.AncestorId).OrderBy(id => id).ToListAsync(ct);
    }
}
