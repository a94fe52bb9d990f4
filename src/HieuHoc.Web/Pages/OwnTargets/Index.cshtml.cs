using HieuHoc.Access;
using HieuHoc.Programmes.Own;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages.OwnTargets;

/// <summary>What the programme still wants of the own commune, and what the commune wants beyond it.</summary>
[For(Capability.KeepOwnTargets)]
public sealed class IndexModel(ReadOwnTargets readOwnTargets, Actor actor) : PageModel
{
    /// <summary>The key of what was just done.</summary>
    [TempData(Key = "ownTargets.done")]
    public string? Done { get; set; }

    public IReadOnlyList<OwnMilestone> Milestones { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var read = await readOwnTargets.RunAsync(actor, ct);

        if (read.Refusal is { } refusal)
        {
            return this.Refuse(refusal);
        }

        Milestones = read.Value;

        return Page();
    }
}
