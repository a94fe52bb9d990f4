using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access;

/// <summary>
/// Whoever answers for a village that ends answers for the one that keeps its records, and whoever stands in for them goes
/// on doing so. Devices are a person's: they stay enrolled.
/// </summary>
public sealed class GrantsFollowPlaces(HieuHocDb db) : IFollowPlaces
{
    public async Task<IReadOnlyList<MoveLine>> PreviewAsync(short owner, IReadOnlyList<int> ending, DateOnly effectiveOn, CancellationToken ct)
    {
        var count = await Going(owner, ending, effectiveOn).CountAsync(ct);

        return count == 0 ? [] : [new MoveLine("village.move.grants", count)];
    }

    public async Task MoveAsync(PlaceMove move, CancellationToken ct)
    {
        await db.Engine.LockAsync(db, $"roles-{move.Owner}", ct);
        var last = move.EffectiveOn.AddDays(-1);

        foreach (var grant in await Going(move.Owner, move.Ended, move.EffectiveOn).ToListAsync(ct))
        {
            var next = await NextAsync(grant, move, ct);
            await MoveDelegationsAsync(grant, next, move.EffectiveOn, ct);
            db.Record(
                new RoleEnded(grant.PersonId.Value.ToString(), grant.Id.Value, grant.Role, grant.PlaceId, last), move.Owner, move.By, move.Now);
            grant.ValidTo = last;
            await db.SaveChangesAsync(ct);
        }
    }

    private IQueryable<RoleGrant> Going(short owner, IReadOnlyList<int> ending, DateOnly effectiveOn) =>
        db.RoleGrants.Where(grant => grant.Owner == owner && ending.Contains(grant.PlaceId) && (grant.ValidTo == null || grant.ValidTo >= effectiveOn))
            .OrderBy(grant => grant.PersonId).ThenBy(grant => grant.PlaceId).ThenBy(grant => grant.ValidFrom);

    /// <summary>The role for the heir: a new one, or one that the person has there already and that lasts as long.</summary>
    private async Task<RoleGrant> NextAsync(RoleGrant grant, PlaceMove move, CancellationToken ct)
    {
        var next = Next(grant, move);
        var held = await db.RoleGrants.FirstOrDefaultAsync(
            held => held.Owner == next.Owner && held.PersonId == next.PersonId && held.Role == next.Role && held.PlaceId == next.PlaceId
                && held.AgencyId == next.AgencyId && held.Programme == next.Programme
                && held.ValidFrom <= next.ValidFrom && (held.ValidTo == null || held.ValidTo >= next.ValidTo),
            ct);

        if (held is not null)
        {
            return held;
        }

        db.Add(next);
        db.Record(
            new RoleGranted(next.PersonId.Value.ToString(), next.Id.Value, next.Role, next.PlaceId, next.AgencyId, next.Programme),
            move.Owner,
            move.By,
            move.Now);

        return next;
    }

    private static RoleGrant Next(RoleGrant grant, PlaceMove move) => new()
    {
        Owner = grant.Owner,
        PersonId = grant.PersonId,
        Role = grant.Role,
        PlaceId = move.HeirOf(grant.PlaceId),
        AgencyId = grant.AgencyId,
        Programme = grant.Programme,
        ValidFrom = grant.ValidFrom > move.EffectiveOn ? grant.ValidFrom : move.EffectiveOn,
        ValidTo = grant.ValidTo,
    };

    private async Task MoveDelegationsAsync(RoleGrant grant, RoleGrant next, DateOnly effectiveOn, CancellationToken ct)
    {
        var delegations = await db.Delegations
            .Where(delegation => delegation.Owner == grant.Owner && delegation.GrantId == grant.Id && delegation.ValidTo >= effectiveOn)
            .ToListAsync(ct);

        foreach (var delegation in delegations)
        {
            db.Add(new Delegation
            {
                Owner = delegation.Owner,
                Id = new DelegationId(Guid.CreateVersion7()),
                GrantId = next.Id,
                PersonId = delegation.PersonId,
                ValidFrom = delegation.ValidFrom > effectiveOn ? delegation.ValidFrom : effectiveOn,
                ValidTo = delegation.ValidTo,
                Reason = delegation.Reason,
            });
            // One that was to begin later never holds: its last day lies before its first.
            delegation.ValidTo = effectiveOn.AddDays(-1);
        }
    }
}
