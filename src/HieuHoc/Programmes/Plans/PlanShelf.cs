using System.Collections.Concurrent;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Plans;

/// <summary>A plan as it was last confirmed.</summary>
/// <param name="Holds">For whom it holds.</param>
public sealed record ConfirmedPlan(PlanId Id, PlanContent Content, PlanHolding Holds);

/// <summary>The confirmed plans, each parsed once: a confirmed version never changes.</summary>
public sealed class PlanShelf
{
    private readonly ConcurrentDictionary<(short Owner, PlanId Plan, int Number), ConfirmedPlan> parsed = new();

    /// <summary>The plans of a pack but those that the province confirmed from their papers: what it confirmed holds.</summary>
    public static IEnumerable<PlanContent> NotConfirmed(IReadOnlyList<PlanContent> ofPack, IReadOnlyList<ConfirmedPlan> confirmed) =>
        ofPack.Where(plan => !confirmed.Any(other => IsSame(plan.Document, other.Content.Document)));

    /// <summary>One abstract of one issuer for one period; a copy without a number is that with one.</summary>
    private static bool IsSame(PlanHead one, PlanHead other) =>
        (one.Title, one.Issuer, one.Period) == (other.Title, other.Issuer, other.Period) && (one.Number ?? other.Number) == (other.Number ?? one.Number);

    /// <summary>What a province's plans say by the last version of each, in the order in which they were read in.</summary>
    public async Task<IReadOnlyList<ConfirmedPlan>> HoldingAsync(HieuHocDb db, short owner, CancellationToken ct)
    {
        var versions = db.PlanVersions;
        var last = await versions.Where(version => version.Owner == owner)
            .GroupBy(version => version.PlanId)
            .Select(plan => new { Plan = plan.Key, Number = plan.Max(version => version.Number) })
            .ToListAsync(ct);
        var plans = new List<ConfirmedPlan>();

        // The ids are of the time at which the plans were read in.
        foreach (var head in last.OrderBy(head => head.Plan.Value))
        {
            if (!parsed.TryGetValue((owner, head.Plan, head.Number), out var plan))
            {
                var stored = await versions.Where(version => version.Owner == owner && version.PlanId == head.Plan && version.Number == head.Number)
                    .Select(version => new { version.Content, version.ConfirmedAt }).SingleAsync(ct);
                var content = PlanContent.Parse(stored.Content);
                // What nobody would confirm today was confirmed for the province.
                var holds = await db.HoldingAsync(owner, content.Document, DateOnly.FromDateTime(stored.ConfirmedAt), ct) ?? PlanHolding.Province;
                plan = parsed.GetOrAdd((owner, head.Plan, head.Number), new ConfirmedPlan(head.Plan, content, holds));
            }

            plans.Add(plan);
        }

        return plans;
    }
}
