using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access;

/// <summary>
/// A successor takes over a post in one step: every role that its holder has from the actor's part passes on, the
/// holder's with the last day given, the successor's from the day after. Whoever hands over now is signed out at once, and
/// what they signed in with is worth nothing any more.
/// </summary>
public sealed class HandOverPost(HieuHocDb db, ProgrammeClock clock)
{
    /// <param name="successor">An account that the actor keeps; a new one is made before, with a role or by this very post.</param>
    /// <param name="lastDay">The holder's last day; yesterday hands over now.</param>
    public async Task<Outcome<IReadOnlyList<RoleGrant>>> RunAsync(
        PersonId holder, PersonId successor, DateOnly lastDay, Actor actor, CancellationToken ct)
    {
        if (actor.Rule.Keeps.Count == 0)
        {
            return new AccountsNotYoursToKeep();
        }

        var now = clock.Now;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Engine.LockAsync(db, $"roles-{actor.Owner}", ct);

        if (await RefusalAsync(holder, successor, lastDay, actor, now.Day, ct) is { } refusal)
        {
            return refusal;
        }

        var ended = await db.RoleGrants
            .Where(grant => grant.Owner == actor.Owner && grant.PersonId == holder && grant.ValidFrom <= lastDay.AddDays(1) && (grant.ValidTo == null || grant.ValidTo > lastDay))
            .OrderBy(grant => grant.ValidFrom)
            .ToListAsync(ct);

        if (ended.Count == 0)
        {
            return new NothingToHandOver();
        }

        var begun = await PassOnAsync(ended, successor, lastDay, actor, now, ct);

        if (await db.SavePersonAsync(ct) is { } conflict)
        {
            return conflict;
        }

        await transaction.CommitAsync(ct);

        return begun;
    }

    private async Task<List<RoleGrant>> PassOnAsync(
        List<RoleGrant> ended, PersonId successor, DateOnly lastDay, Actor actor, Moment now, CancellationToken ct)
    {
        var holder = ended[0].PersonId;
        var begun = ended.Select(grant => Next(grant, successor, lastDay)).ToList();
        ended.ForEach(grant => grant.ValidTo = lastDay);
        db.AddRange(begun);

        if (lastDay < now.Day)
        {
            await db.EndAllAccessAsync(await db.People.SingleAsync(person => person.Owner == actor.Owner && person.Id == holder, ct), now, ct);
        }

        db.Record(
            new PostHandedOver(
                holder.Value.ToString(), successor.Value, [.. ended.Select(grant => grant.Id.Value)], [.. begun.Select(grant => grant.Id.Value)], lastDay),
            actor.Owner,
            actor.PersonId?.Value,
            now);

        return begun;
    }

    private async Task<Refusal?> RefusalAsync(
        PersonId holder, PersonId successor, DateOnly lastDay, Actor actor, DateOnly today, CancellationToken ct)
    {
        var kept = db.PeopleKeptBy(actor, today);

        if (!await kept.AnyAsync(person => person.Id == holder, ct) || !await kept.AnyAsync(person => person.Id == successor, ct))
        {
            return new PersonNotFound();
        }

        if (holder == successor)
        {
            return new SuccessorIsHolder();
        }

        var yesterday = today.AddDays(-1);

        return lastDay < yesterday ? new LastDayTooEarly(yesterday) : null;
    }

    /// <summary>The same role for the successor, with the end that it had.</summary>
    private static RoleGrant Next(RoleGrant grant, PersonId successor, DateOnly lastDay) => new()
    {
        Owner = grant.Owner,
        PersonId = successor,
        Role = grant.Role,
        PlaceId = grant.PlaceId,
        AgencyId = grant.AgencyId,
        Programme = grant.Programme,
        ValidFrom = lastDay.AddDays(1),
        ValidTo = grant.ValidTo,
    };
}
