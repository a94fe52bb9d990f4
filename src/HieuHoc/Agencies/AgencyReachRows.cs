using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Agencies;

internal static class AgencyReachRows
{
    extension(HieuHocDb db)
    {
        /// <summary>Works out anew which agency reaches which: a new succession changes what lies above agencies of older packs.</summary>
        public async Task RebuildAgencyReachAsync(CancellationToken ct)
        {
            var agencies = await db.Agencies.AsNoTracking().Select(agency => new { agency.Id, agency.ValidTo }).ToListAsync(ct);
            var ended = agencies.Where(agency => agency.ValidTo is not null).Select(agency => agency.Id).ToHashSet();
            var parents = (await db.AgencyParents.AsNoTracking().ToListAsync(ct))
                .GroupBy(parent => parent.AgencyId)
                .Select(group => (group.Key, group.MaxBy(parent => parent.ValidTo ?? DateOnly.MaxValue)!.ParentId));
            var successions = (await db.AgencySuccessions.AsNoTracking().ToListAsync(ct))
                // Who goes on keeps its records; the matter alone passed over.
                .Where(succession => ended.Contains(succession.FromId))
                .Select(succession => (succession.FromId, succession.ToId))
                .Distinct();
            await db.AgencyReaches.ExecuteDeleteAsync(ct);
            await db.Engine.BulkInsertAsync(
                db,
                Reach.Of(agencies.Select(agency => agency.Id), parents, successions)
                    .Select(reach => new AgencyReach { AgencyId = reach.PlaceId, AncestorId = reach.AncestorId }),
                ct);
        }
    }
}
