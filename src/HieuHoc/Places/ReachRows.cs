using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Places;

/// <summary>What follows, for every place that there is, when places end and others begin.</summary>
internal static class ReachRows
{
    extension(HieuHocDb db)
    {
        /// <summary>
        /// Villages and whatever else no list of units has go on when their commune ends: they belong to its default
        /// successor from that one's first day on. Who knows better gives them another parent.
        /// </summary>
        public async Task MoveChildrenOfEndedPlacesAsync(CancellationToken ct)
        {
            var ended = db.Places.Where(place => place.ValidTo != null);
            var left = await db.PlaceParents
                .Where(parent => parent.ValidTo == null && ended.Any(place => place.Id == parent.ParentId))
                .ToListAsync(ct);

            if (left.Count == 0)
            {
                return;
            }

            var heirs = await db.PlaceSuccessions.AsNoTracking()
                .Where(succession => succession.IsDefault)
                .ToDictionaryAsync(succession => succession.FromId, ct);
            db.AddRange(left.SelectMany(parent => Moves(parent, heirs)).ToList());
            await db.SaveChangesAsync(ct);
        }

        /// <summary>Works out anew who reaches whom.</summary>
        /// <param name="first">True in a database that has had no places yet.</param>
        public async Task RebuildReachAsync(bool first, CancellationToken ct)
        {
            var places = await db.Places.Select(place => place.Id).ToListAsync(ct);
            var parents = await db.PlaceParents.AsNoTracking()
                .Select(parent => new { parent.PlaceId, parent.ParentId, parent.ValidFrom })
                .ToListAsync(ct);
            var successions = await db.PlaceSuccessions.AsNoTracking()
                .Select(succession => new { succession.FromId, succession.ToId })
                .ToListAsync(ct);
            var reach = Reach.Of(
                places,
                parents.GroupBy(parent => parent.PlaceId).Select(of => (of.Key, of.MaxBy(parent => parent.ValidFrom)!.ParentId)),
                successions.Select(succession => (succession.FromId, succession.ToId)));

            await db.PlaceReaches.ExecuteDeleteAsync(ct);
            await db.WriteReachAsync(reach, first, ct);
        }

        /// <summary>Adds rows of reach.</summary>
        /// <param name="first">True in a database that has had no places yet.</param>
        internal Task WriteReachAsync(IEnumerable<PlaceReach> reach, bool first, CancellationToken ct)
        {
            string[] columns = ["place_id", "ancestor_id"];
            var rows = reach.Select(row => (object?[])[row.PlaceId, row.AncestorId]);

            return first
                ? db.Engine.FillAsync(db, "place_reach", columns, rows, ct)
                : db.Engine.BulkInsertAsync(db, "place_reach", columns, rows, ct);
        }
    }

    /// <summary>Ends a parenthood with the parent, and goes on from heir to heir.</summary>
    private static IEnumerable<PlaceParent> Moves(PlaceParent last, Dictionary<int, PlaceSuccession> heirs)
    {
        while (heirs.TryGetValue(last.ParentId, out var heir))
        {
            last.ValidTo = heir.EffectiveOn.AddDays(-1);
            last = new PlaceParent
            {
                PlaceId = last.PlaceId,
                ValidFrom = heir.EffectiveOn,
                ParentId = heir.ToId,
                LegalBasis = heir.LegalBasis,
            };
            yield return last;
        }
    }
}
