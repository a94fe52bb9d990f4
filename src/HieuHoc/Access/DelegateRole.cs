using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access;

/// <summary>What is asked when a colleague is to stand in. Whoever asks chooses its id.</summary>
/// <param name="UserName">Who stands in.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; it ends by itself.</param>
public sealed record NewDelegation(DelegationId Id, GrantId GrantId, string UserName, DateOnly From, DateOnly To, string Reason);

/// <summary>Lets a colleague of the same place stand in for an absent one, for a time and a reason.</summary>
public sealed class DelegateRole(HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>The most characters of a reason.</summary>
    public const int LongestReason = 500;

    /// <param name="actor">Who holds the role, or who keeps the account when its holder cannot ask.</param>
    public async Task<Outcome<Delegation>> RunAsync(NewDelegation asked, Actor actor, CancellationToken ct)
    {
        var now = clock.Now;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Engine.LockAsync(db, $"roles-{actor.Owner}", ct);
        var kept = db.PeopleKeptBy(actor, now.Day).Select(person => person.Id);
        var grant = await db.RoleGrants.AsNoTracking().SingleOrDefaultAsync(
            grant => grant.Owner == actor.Owner && grant.Id == asked.GrantId && (grant.PersonId == actor.PersonId || kept.Contains(grant.PersonId)), ct);

        if (grant is null)
        {
            // Of a role that they act in for another they may know that it exists, and no more.
            return actor.ActingFor is null ? new GrantNotFound() : new DelegationNotPassedOn();
        }

        if (Refusal(asked, grant, actor, now.Day) is { } refusal)
        {
            return refusal;
        }

        if (await ColleagueAsync(asked, grant, now.Day, ct) is not { } colleague)
        {
            return new DelegateNotColleague();
        }

        if (await SharesReturnsAsync(asked, grant, colleague, ct))
        {
            return new DelegateSharesReturns();
        }

        if (await OverlappingAsync(asked, grant, ct) is { } other)
        {
            return new DelegatedAlready(other.ValidFrom, other.ValidTo);
        }

        var delegation = Add(asked, grant, colleague, actor, now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return delegation;
    }

    private static Refusal? Refusal(NewDelegation asked, RoleGrant grant, Actor actor, DateOnly today)
    {
        if (actor.ActingFor is not null)
        {
            return new DelegationNotPassedOn();
        }

        if (!RoleTable.Of(grant.Role).CanBeDelegated)
        {
            return new RoleCannotBeDelegated(grant.Role);
        }

        var earliest = grant.ValidFrom > today ? grant.ValidFrom : today;

        if (asked.From < earliest || asked.To < asked.From || asked.To > grant.ValidTo)
        {
            return new DelegationDaysDoNotFit(earliest);
        }

        return asked.Reason.Trim().Length switch
        {
            0 => new DelegationReasonMissing(),
            > LongestReason => new DelegationReasonTooLong(LongestReason),
            _ => null,
        };
    }

    /// <summary>Somebody else with a role of their own for the same place today.</summary>
    private async Task<PersonId?> ColleagueAsync(NewDelegation asked, RoleGrant grant, DateOnly today, CancellationToken ct)
    {
        var userName = UserNames.Normal(asked.UserName);

        if (!UserNames.IsWellFormed(userName))
        {
            return null;
        }

        var here = db.RoleGrantsOn(today)
            .Where(other => other.Owner == grant.Owner && other.PlaceId == grant.PlaceId && other.PersonId != grant.PersonId)
            .Select(other => other.PersonId);

        return await db.People
            .Where(person => person.Owner == grant.Owner && person.UserName == userName && here.Contains(person.Id))
            .Select(person => (PersonId?)person.Id)
            .SingleOrDefaultAsync(ct);
    }

    /// <summary>True when a role that the colleague has or stands in for on one of these days meets the same returns.</summary>
    private async Task<bool> SharesReturnsAsync(NewDelegation asked, RoleGrant grant, PersonId colleague, CancellationToken ct)
    {
        var standsIn = db.Delegations.Where(other => other.Owner == grant.Owner && other.PersonId == colleague
            && other.ValidFrom <= asked.To && other.ValidTo >= asked.From);
        var held = await db.RoleGrants.AsNoTracking()
            .Where(other => other.Owner == grant.Owner && other.ValidFrom <= asked.To && (other.ValidTo == null || other.ValidTo >= asked.From)
                && (other.PersonId == colleague || standsIn.Any(row => row.GrantId == other.Id)))
            .ToListAsync(ct);

        return held.Any(other => FourEyes.Forbid(other, grant));
    }

    private Task<Delegation?> OverlappingAsync(NewDelegation asked, RoleGrant grant, CancellationToken ct) =>
        db.Delegations.AsNoTracking()
            .Where(other => other.Owner == grant.Owner && other.GrantId == grant.Id && other.ValidFrom <= asked.To && other.ValidTo >= asked.From)
            .OrderBy(other => other.ValidFrom)
            .FirstOrDefaultAsync(ct);

    private Delegation Add(NewDelegation asked, RoleGrant grant, PersonId colleague, Actor actor, Moment now)
    {
        var delegation = new Delegation
        {
            Owner = grant.Owner,
            Id = asked.Id,
            GrantId = grant.Id,
            PersonId = colleague,
            ValidFrom = asked.From,
            ValidTo = asked.To,
            Reason = asked.Reason.Trim(),
        };
        db.Add(delegation);
        db.Record(
            new RoleDelegated(grant.PersonId.Value.ToString(), grant.Id.Value, colleague.Value, asked.From, asked.To),
            grant.Owner,
            actor.PersonId?.Value,
            now);

        return delegation;
    }
}
