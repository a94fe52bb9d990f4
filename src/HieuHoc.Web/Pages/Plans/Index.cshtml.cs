using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Programmes.Plans;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Plans;

/// <summary>The plan documents of the programme: what was read in, and what of it is confirmed.</summary>
[For(Capability.KeepPlans)]
public sealed class IndexModel(HieuHocDb db, Actor actor) : PageModel
{
    public IReadOnlyList<Line> Plans { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var plans = await db.PlansKeptBy(actor).AsNoTracking().OrderByDescending(plan => plan.ReadAt)
            .Select(plan => new { plan.Id, plan.Reading, plan.Source, plan.State, plan.ReadAt }).ToListAsync(ct);
        var decisions = (await db.PlanDecisions.AsNoTracking().Where(decision => decision.Owner == actor.Owner).OrderBy(decision => decision.Number).ToListAsync(ct))
            .ToLookup(decision => decision.PlanId);

        Plans =
        [
            .. from plan in plans
               let draft = PlanDraft.Of(PlanReadingItems.Parse(plan.Reading), [.. decisions[plan.Id]])
               let head = draft.Items.Select(item => item.Now).OfType<PlanHead>().First()
               select new Line(plan.Id.Value, head.Title ?? plan.Source, head.Issuer, plan.State, draft.Items.Count - draft.Open, draft.Items.Count, plan.ReadAt),
        ];
    }

    /// <summary>One plan.</summary>
    /// <param name="Decided">How many of its items somebody has looked at.</param>
    public sealed record Line(Guid Id, string Title, string? Issuer, PlanState State, int Decided, int Items, DateTime ReadAt);
}
