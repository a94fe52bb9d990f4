using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access;

/// <summary>Ends a delegation before its last day: the absent one is back, or the colleague cannot go on. What was done in it stays done.</summary>
public sealed class EndDelegation(HieuHocDb db, ProgrammeClock clock)
{
    /// <param name="actor">Whose role it is, who stands in, or who keeps the account of whose role it is.</param>
    public async Task<Refusal?> RunAsync(DelegationId id, Actor actor, CancellationToken ct)
    {
        var now = clock.Now;
        var kept = db.PeopleKeptBy(actor, now.Day).Select(person => person.Id);
        var grants = db.RoleGrants.Where(grant => grant.Owner == actor.Owner && (grant.PersonId == actor.PersonId || kept.Contains(grant.PersonId)));
        var delegation = await db.Delegations.SingleOrDefaultAsync(
            row => row.Owner == actor.Owner && row.Id == id
                && (row.PersonId == actor.PersonId || grants.Any(grant => grant.Id == row.GrantId)),
            ct);

        if (delegation is null)
        {
            return new DelegationNotFound();
        }

        var yesterday = now.Day.AddDays(-1);

        if (delegation.ValidTo > yesterday)
        {
            // One that has not begun yet then never holds.
            delegation.ValidTo = yesterday;
            var holder = await db.RoleGrants.Where(grant => grant.Owner == actor.Owner && grant.Id == delegation.GrantId)
                .Select(grant => grant.PersonId).SingleAsync(ct);
            db.Record(
                new DelegationEnded(holder.Value.ToString(), delegation.GrantId.Value, delegation.PersonId.Value, yesterday),
                actor.Owner,
                actor.PersonId?.Value,
                now);
            await db.SaveChangesAsync(ct);
        }

        return null;
    }
}
