using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Places;

/// <summary>What follows when villages begin or end, while all above them stays as it is: quick, however many places there are.</summary>
public static class VillageReach
{
    extension(HieuHocDb db)
    {
        /// <summary>Works out anew who reaches these villages, and those that live on in them, near and far.</summary>
        public async Task RebuildReachOfAsync(IReadOnlyCollection<int> villages, CancellationToken ct)
        {
            var changed = (await db.BeforeAsync(villages, ct)).Concat(villages).ToHashSet();
            var after = await db.AfterAsync(changed, ct);
            var near = after.Select(pair => pair.ToId).Concat(changed).ToHashSet();
            var parents = await db.PlaceParents.AsNoTracking()
                .Where(parent => EF.Parameter(near).Contains(parent.PlaceId))
                .Select(parent => new { parent.PlaceId, parent.ParentId, parent.ValidFrom })
                .ToListAsync(ct);
            var communes = parents.Select(parent => parent.ParentId).ToHashSet();
            var above = (await db.PlaceReaches.AsNoTracking().Where(row => EF.Parameter(communes).Contains(row.PlaceId)).ToListAsync(ct))
                .ToLookup(row => row.PlaceId, row => row.AncestorId);
            var reach =
                from row in Reach.Of(
                    changed,
                    parents.GroupBy(parent => parent.PlaceId).Select(of => (of.Key, of.MaxBy(parent => parent.ValidFrom)!.ParentId)),
                    after)
                from ancestor in above[row.AncestorId].DefaultIfEmpty(row.AncestorId)
                select (row.PlaceId, AncestorId: ancestor);

            await db.PlaceReaches.Where(row => EF.Parameter(changed).Contains(row.PlaceId)).ExecuteDeleteAsync(ct);
            await db.WriteReachAsync(
                reach.Distinct().Order().Select(row => new PlaceReach { PlaceId = row.PlaceId, AncestorId = row.AncestorId }), first: false, ct);
        }

        /// <summary>The ended places that live on in these, near and far; without these.</summary>
        public async Task<IReadOnlySet<int>> BeforeAsync(IReadOnlyCollection<int> places, CancellationToken ct)
        {
            var (all, next) = (new HashSet<int>(), places.ToList());

            while (next.Count > 0)
            {
                var from = await db.PlaceSuccessions.Where(row => EF.Parameter(next).Contains(row.ToId)).Select(row => row.FromId).ToListAsync(ct);
                next = [.. from.Where(all.Add)];
            }

            return all;
        }

        /// <summary>Who took these places over, and whoever took over those.</summary>
        private async Task<IReadOnlyCollection<(int FromId, int ToId)>> AfterAsync(IReadOnlyCollection<int> places, CancellationToken ct)
        {
            var (all, next) = (new HashSet<(int, int ToId)>(), places.ToList());

            while (next.Count > 0)
            {
                var rows = await db.PlaceSuccessions.AsNoTracking().Where(row => EF.Parameter(next).Contains(row.FromId)).ToListAsync(ct);
                next = [.. rows.Select(row => (row.FromId, row.ToId)).Where(all.Add).Select(pair => pair.ToId)];
            }

            return all;
        }
    }
}
