using HieuHoc.Access;
using HieuHoc.Programmes.Plans;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages.Plans;

/// <summary>The plan documents of the programme: what was read in, and what of it is confirmed.</summary>
[For(Capability.KeepPlans)]
public sealed class IndexModel(ListPlans listPlans, Actor actor) : PageModel
{
    public IReadOnlyList<PlanLine> Plans { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Plans = await listPlans.RunAsync(actor, ct);
}
