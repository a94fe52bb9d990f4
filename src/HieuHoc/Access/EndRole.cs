using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access;

/// <summary>Sets the last day of a role. Yesterday ends it now; what was done in it stays done.</summary>
public sealed class EndRole(HieuHocDb db, ProgrammeClock clock)
{
    /// <param name="actor">Who keeps the account.</param>
    public async Task<Outcome<RoleGrant>> RunAsync(GrantId id, DateOnly lastDay, Actor actor, CancellationToken ct)
    {
        if (actor.Rule.Keeps.Count == 0)
        {
            return new AccountsNotYoursToKeep();
        }

        var now = clock.Now;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Two administrators who end each other's role at once would leave none.
        await db.Engine.LockAsync(db, $"roles-{actor.Owner}", ct);
        var people = db.PeopleKeptBy(actor, now.Day).Select(person => person.Id);
        var grant = await db.RoleGrants.SingleOrDefaultAsync(grant => grant.Owner == actor.Owner && grant.Id == id && people.Contains(grant.PersonId), ct);

        if (grant is null)
        {
            return new GrantNotFound();
        }

        if (await RefusalAsync(grant, lastDay, now.Day, ct) is { } refusal)
        {
            return refusal;
        }

        if (grant.ValidTo != lastDay)
        {
            grant.ValidTo = lastDay;
            db.Record(
                new RoleEnded(grant.PersonId.Value.ToString(), grant.Id.Value, grant.Role, grant.PlaceId, lastDay), actor.Owner, actor.PersonId?.Value, now);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return grant;
    }

    private async Task<Refusal?> RefusalAsync(RoleGrant grant, DateOnly lastDay, DateOnly today, CancellationToken ct)
    {
        var yesterday = today.AddDays(-1);

        if (grant.ValidTo is { } ended && ended <= yesterday && ended != lastDay)
        {
            return new RoleEndedAlready(ended);
        }

        // A role given today can end today at once: yesterday is then before its first day, and it never holds.
        if (lastDay < yesterday && grant.ValidTo != lastDay)
        {
            return new LastDayTooEarly(yesterday);
        }

        return await IsLastAdministratorAsync(grant, lastDay, ct) ? new LastAdministrator() : null;
    }

    private async Task<bool> IsLastAdministratorAsync(RoleGrant grant, DateOnly lastDay, CancellationToken ct) =>
        grant.Role is Role.Administrator
        && !await db.RoleGrantsOn(lastDay.AddDays(1)).AnyAsync(
            other => other.Owner == grant.Owner && other.Id != grant.Id && other.Role == Role.Administrator && other.PlaceId == grant.PlaceId
                && other.ValidTo == null,
            ct);
}
