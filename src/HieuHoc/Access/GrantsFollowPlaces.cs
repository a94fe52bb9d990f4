using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access;

/// <summary>Whoever answers for a village that ends answers for the one that keeps its records.</summary>
public sealed class GrantsFollowPlaces(HieuHocDb db) : IFollowPlaces
{
    public async Task<IReadOnlyList<MoveLine>> PreviewAsync(short owner, IReadOnlyList<int> ending, DateOnly effectiveOn, CancellationToken ct)
    {
        var count = await Going(owner, ending, effectiveOn).CountAsync(ct);

        return count == 0 ? [] : [new MoveLine("village.move.grants", count)];
    }

    public async Task MoveAsync(PlaceMove move, CancellationToken ct)
    {
        var last = move.EffectiveOn.AddDays(-1);

        foreach (var grant in await Going(move.Owner, move.Ended, move.EffectiveOn).ToListAsync(ct))
        {
            var heir = move.HeirOf(grant.PlaceId);

            // Two heads of merged villages may be one person, and one may answer for the heir already.
            if (!await HoldsAsync(grant, heir, move.EffectiveOn, ct))
            {
                db.Add(Moved(grant, heir, move.EffectiveOn));
            }

            if (grant.ValidFrom > last)
            {
                db.Remove(grant);
            }
            else
            {
                grant.ValidTo = last;
            }

            await db.SaveChangesAsync(ct);
        }
    }

    private IQueryable<RoleGrant> Going(short owner, IReadOnlyList<int> ending, DateOnly effectiveOn) =>
        db.RoleGrants.Where(grant => grant.Owner == owner && ending.Contains(grant.PlaceId) && (grant.ValidTo == null || grant.ValidTo >= effectiveOn))
            .OrderBy(grant => grant.PersonId).ThenBy(grant => grant.PlaceId);

    private Task<bool> HoldsAsync(RoleGrant grant, int heir, DateOnly day, CancellationToken ct) =>
        db.RoleGrants.AnyAsync(
            held => held.Owner == grant.Owner && held.PersonId == grant.PersonId && held.Role == grant.Role && held.PlaceId == heir
                && (held.ValidTo == null || held.ValidTo >= day),
            ct);

    private static RoleGrant Moved(RoleGrant grant, int heir, DateOnly from) => new()
    {
        Owner = grant.Owner,
        PersonId = grant.PersonId,
        Role = grant.Role,
        PlaceId = heir,
        ValidFrom = from > grant.ValidFrom ? from : grant.ValidFrom,
        ValidTo = grant.ValidTo,
    };
}
