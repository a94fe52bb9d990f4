using System.Globalization;
using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Register;

/// <summary>
/// Merges or splits villages, also in the middle of a round: what hangs on those that end goes to those that take over, in the
/// same transaction. A preview says beforehand what that is.
/// </summary>
public sealed class RearrangeVillages(HieuHocDb db, ProgrammeClock clock, IEnumerable<IFollowPlaces> followers)
{
    /// <summary>What the rearrangement would move, without doing it.</summary>
    public async Task<Outcome<IReadOnlyList<MoveLine>>> PreviewAsync(Rearrangement asked, Actor actor, CancellationToken ct)
    {
        var plan = await PlanAsync(asked, actor, ct);

        if (plan.Refusal is { } refusal)
        {
            return refusal;
        }

        var lines = new List<MoveLine>();

        foreach (var follower in followers)
        {
            lines.AddRange(await follower.PreviewAsync(actor.Owner, plan.Value.Ending, asked.EffectiveOn, ct));
        }

        return lines;
    }

    /// <summary>Does it; the numbers of the villages afterwards are handed back in the order asked.</summary>
    public async Task<Outcome<IReadOnlyList<int>>> RunAsync(Rearrangement asked, Actor actor, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var next = await db.NextSubjectAsync(ct);
        var plan = await PlanAsync(asked, actor, ct);

        if (plan.Refusal is { } refusal)
        {
            return refusal;
        }

        var move = new PlaceMove(actor.Owner, asked.EffectiveOn, [], clock.Now, actor.PersonId?.Value);
        var after = await BeginAsync(asked, plan.Value, next, ct);
        var successions = asked.Successions(plan.Value.Ending, after).ToList();
        db.AddRange(successions);
        await EndAsync(plan.Value.Ending, asked.EffectiveOn, ct);
        Record(successions, move);
        await db.SaveChangesAsync(ct);
        await db.RebuildReachOfAsync(after, ct);

        if (await FollowAsync(move with { Successions = successions }, ct) is { } conflict)
        {
            return conflict;
        }

        await transaction.CommitAsync(ct);

        return after;
    }

    private async Task<Refusal?> FollowAsync(PlaceMove move, CancellationToken ct)
    {
        try
        {
            foreach (var follower in followers)
            {
                await follower.MoveAsync(move, ct);
            }

            await db.SaveChangesAsync(ct);

            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new VillagesChangedMeanwhile();
        }
    }

    private async Task<Outcome<Plan>> PlanAsync(Rearrangement asked, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Capability.KeepVillages))
        {
            return new VillagesNotYoursToKeep();
        }

        var names = asked.Names();

        return names.Refusal is { } refusal ? refusal : await FitAsync(asked, names.Value, actor, ct);
    }

    private async Task<Outcome<Plan>> FitAsync(Rearrangement asked, IReadOnlyList<VillageName> names, Actor actor, CancellationToken ct)
    {
        var day = asked.EffectiveOn;
        var villages = await db.VillagesKeptBy(actor).AsNoTracking().Where(place => asked.From.Contains(place.Id)).ToListAsync(ct);

        if (villages.Count < asked.From.Count)
        {
            return new VillageNotFound();
        }

        if (villages.Find(village => village.ValidTo is not null) is { } ended)
        {
            return new VillageHasEnded((await db.PlaceOnDayAsync(ended.Id, day, ct))!.FullName); // a village always has a name
        }

        var facts = await db.PlaceParents.AsNoTracking().Where(parent => asked.From.Contains(parent.PlaceId) && parent.ValidTo == null).ToListAsync(ct);
        var named = await db.PlaceNames.Where(name => asked.From.Contains(name.PlaceId) && name.ValidTo == null).Select(name => name.ValidFrom).ToListAsync(ct);
        var earliest = facts.Select(fact => fact.ValidFrom).Concat(named).Max().AddDays(1);

        if (day < earliest || day > clock.Now.Day)
        {
            return new VillageDayOutOfRange(earliest, clock.Now.Day);
        }

        if (facts.Select(fact => fact.ParentId).Distinct().Count() > 1)
        {
            return new VillagesOfTwoCommunes();
        }

        foreach (var name in names)
        {
            // A name of one that takes part may live on.
            if (await db.HolderOfNameAsync(facts[0].ParentId, name, day, ct) is { } holder && !asked.From.Contains(holder))
            {
                return new VillageNameTaken(name.FullName);
            }
        }

        return new Plan(facts[0].ParentId, names, [.. asked.From.Where(id => id != asked.Into[0].GoesOn)]);
    }

    /// <summary>The villages afterwards: new ones begin, one that goes on gets its name.</summary>
    private async Task<List<int>> BeginAsync(Rearrangement asked, Plan plan, int next, CancellationToken ct)
    {
        var after = new List<int>();

        foreach (var (into, name) in asked.Into.Zip(plan.Names))
        {
            if (into.GoesOn is { } id)
            {
                await GoOnAsync(id, name, asked, ct);
                after.Add(id);
                continue;
            }

            db.AddVillage(next, plan.CommuneId, name, asked.EffectiveOn, asked.LegalBasis);
            after.Add(next++);
        }

        return after;
    }

    private async Task GoOnAsync(int id, VillageName name, Rearrangement asked, CancellationToken ct)
    {
        var held = await db.PlaceNames.SingleAsync(row => row.PlaceId == id && row.ValidTo == null, ct);

        if (held.FullName != name.FullName)
        {
            held.ValidTo = asked.EffectiveOn.AddDays(-1);
            db.Add(name.Row(id, asked.EffectiveOn, asked.LegalBasis));
        }
    }

    /// <summary>The villages that end, end in every fact.</summary>
    private async Task EndAsync(IReadOnlyList<int> ending, DateOnly effectiveOn, CancellationToken ct)
    {
        var last = effectiveOn.AddDays(-1);

        foreach (var village in await db.Places.Where(place => ending.Contains(place.Id)).ToListAsync(ct))
        {
            village.ValidTo = last;
        }

        foreach (var name in await db.PlaceNames.Where(name => ending.Contains(name.PlaceId) && name.ValidTo == null).ToListAsync(ct))
        {
            name.ValidTo = last;
        }

        foreach (var parent in await db.PlaceParents.Where(parent => ending.Contains(parent.PlaceId) && parent.ValidTo == null).ToListAsync(ct))
        {
            parent.ValidTo = last;
        }
    }

    private void Record(IEnumerable<PlaceSuccession> successions, PlaceMove move)
    {
        foreach (var ended in successions.GroupBy(succession => succession.FromId))
        {
            db.Record(
                new VillageRearranged(
                    ended.Key.ToString(CultureInfo.InvariantCulture), [.. ended.Select(succession => succession.ToId)], move.EffectiveOn),
                move.Owner,
                move.By,
                move.Now);
        }
    }

    private sealed record Plan(int CommuneId, IReadOnlyList<VillageName> Names, IReadOnlyList<int> Ending);
}
