using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Plans;

/// <summary>A plan in a list.</summary>
/// <param name="Source">What its file was called.</param>
/// <param name="Decided">How many of its items somebody has looked at.</param>
public sealed record PlanLine(PlanId Id, string Source, PlanHead Head, PlanState State, int Decided, int Items, DateTime ReadAt)
{
    /// <summary>What the plan is called, or its file where it was not read.</summary>
    public string Title => Head.Title ?? Source;
}

/// <summary>Lists the plan documents of the programme: what was read in, and how much of it is confirmed.</summary>
public sealed class ListPlans(HieuHocDb db)
{
    /// <summary>The plans that the actor keeps, the one that was read last first.</summary>
    public async Task<IReadOnlyList<PlanLine>> RunAsync(Actor actor, CancellationToken ct)
    {
        var plans = await db.PlansKeptBy(actor).AsNoTracking().OrderByDescending(plan => plan.ReadAt)
            .Select(plan => new { plan.Id, plan.Reading, plan.Source, plan.State, plan.ReadAt }).ToListAsync(ct);
        var decisions = (await db.PlanDecisions.AsNoTracking().Where(decision => decision.Owner == actor.Owner).OrderBy(decision => decision.Number).ToListAsync(ct))
            .ToLookup(decision => decision.PlanId);

        return
        [
            .. from plan in plans
               let draft = PlanDraft.Of(PlanReadingItems.Parse(plan.Reading), [.. decisions[plan.Id]])
               select new PlanLine(plan.Id, plan.Source, draft.Head, plan.State, draft.Items.Count - draft.Open, draft.Items.Count, plan.ReadAt),
        ];
    }
}
