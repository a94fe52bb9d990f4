using System.Text.Json;
using HieuHoc.Access;
using HieuHoc.Platform;

namespace HieuHoc.Programmes.Plans;

/// <summary>What a person says of one item.</summary>
/// <param name="Seen">The number of the last decision about it that their page knew; 0 where there was none.</param>
/// <param name="Item">As they wrote it; of an accepted one with what they linked it to, or null where they linked it to nothing.</param>
public sealed record DecidedItem(string Key, int Seen, PlanVerdict Verdict, PlanItem? Item = null);

/// <summary>Takes down what a person says of items of a plan. What nobody has confirmed drives no deadline.</summary>
public sealed class DecidePlanItems(HieuHocDb db, ProgrammeClock clock, PlanLinks links)
{
    /// <summary>All of them or none; the same act again changes nothing. The plan as it stands then.</summary>
    /// <param name="act">Chosen by the page: one press of a button.</param>
    public async Task<Outcome<StandingPlan>> RunAsync(PlanId id, Guid act, IReadOnlyList<DecidedItem> decided, Actor actor, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Engine.LockAsync(db, "plans", ct);

        if (await db.StandingPlanAsync(id, actor, ct) is not { } standing)
        {
            return new PlanNotFound();
        }

        if (standing.Decisions.Where(decision => decision.Act == act).ToList() is { Count: > 0 } before)
        {
            return IsSame(before, decided) ? standing : new PlanItemDecidedMeanwhile();
        }

        if (standing.Plan.State is PlanState.Confirmed)
        {
            return new PlanIsConfirmed();
        }

        var choices = await links.ForAsync(standing.Draft.Head, actor, ct);

        if (decided.Select(one => Unfit(one, standing.Draft, choices)).FirstOrDefault(unfit => unfit is not null) is { } refusal)
        {
            return refusal;
        }

        foreach (var one in decided)
        {
            db.Add(Decision(standing.Plan, act, one, actor));
        }

        foreach (var same in decided.GroupBy(one => one.Verdict))
        {
            db.Record(new PlanItemsDecided(id, same.Key, [.. same.Select(one => one.Key)]), actor.Owner, actor.PersonId?.Value, clock.Now);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return (await db.StandingPlanAsync(id, actor, ct))!; // it is locked by nobody else who could take it away
    }

    /// <summary>True of the same press once more; a page that one went back to presses another button under the same act.</summary>
    private static bool IsSame(IReadOnlyList<PlanDecision> before, IReadOnlyList<DecidedItem> decided) =>
        decided.Select(one => (one.Key, one.Verdict, ContentOf(one))).ToHashSet().SetEquals(before.Select(decision => (decision.Item, decision.Verdict, decision.Content)));

    private static string? ContentOf(DecidedItem one) =>
        one.Verdict is PlanVerdict.Corrected or PlanVerdict.Added || one is { Verdict: PlanVerdict.Accepted, Item: not null } ? Stored(one.Item) : null;

    private static string Stored(PlanItem? item) => JsonSerializer.Serialize(item, Json.Compact);

    private static Refusal? Unfit(DecidedItem one, PlanDraft draft, LinkChoices choices)
    {
        var known = draft.Find(one.Key);

        if (known is null ? one.Verdict is not PlanVerdict.Added || !PlanDraft.IsAdded(one.Key) : one.Verdict is PlanVerdict.Added or PlanVerdict.Undone)
        {
            return new PlanItemNotFound();
        }

        if (known is not null && known.Decided != one.Seen)
        {
            return new PlanItemDecidedMeanwhile();
        }

        if (known?.Now is PlanHead && one.Verdict is PlanVerdict.Dropped)
        {
            return new PlanHeadNeeded();
        }

        return (one.Verdict, one.Item) switch
        {
            (PlanVerdict.Corrected or PlanVerdict.Added, _) => Unfit(one.Item, known?.Now.Kind, choices),
            // What was read and is accepted as it is was not written by anybody, and may be as odd as the plan is: only its links are looked at.
            (PlanVerdict.Accepted, { } linked) when Stored(linked.Unlinked) != Stored(known!.Now.Unlinked) => new PlanItemUnfit(PlanItemFault.OtherKind),
            (PlanVerdict.Accepted, { } linked) when choices.FaultOf(linked) is { } fault => new PlanItemUnfit(fault),
            _ => null,
        };
    }

    private static PlanItemUnfit? Unfit(PlanItem? written, PlanItemKind? kind, LinkChoices choices) =>
        written is null || (kind is { } known && written.Kind != known) ? new PlanItemUnfit(PlanItemFault.OtherKind)
        : (PlanItemChecks.FaultOf(written) ?? choices.FaultOf(written)) is { } fault ? new PlanItemUnfit(fault)
        : null;

    private PlanDecision Decision(Plan plan, Guid act, DecidedItem one, Actor actor) => new()
    {
        Owner = plan.Owner,
        PlanId = plan.Id,
        Number = ++plan.Revision,
        Act = act,
        Item = one.Key,
        Verdict = one.Verdict,
        Content = ContentOf(one),
        Undoes = null,
        DecidedBy = actor.PersonId,
        DecidedAt = clock.Now.Instant,
    };
}
