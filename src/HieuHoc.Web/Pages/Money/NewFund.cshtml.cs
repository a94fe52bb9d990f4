using HieuHoc.Access;
using HieuHoc.Programmes.Money;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages.Money;

/// <summary>A fund whose book is begun.</summary>
[For(Capability.KeepMoney)]
public sealed class NewFundModel(OpenStudyFund openFund, Actor actor) : PageModel
{
    /// <summary>Sent twice it is one fund.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Enterprise { get; set; }

    public void OnGet() => NewId = Guid.CreateVersion7();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = await openFund.RunAsync(new StudyFundId(NewId), Name, Enterprise, actor, ct);

        return outcome.Refusal is { } refusal
            ? this.Refuse(refusal, refusal is EnterpriseFundsThroughUnion ? nameof(Enterprise) : nameof(Name))
            : Redirect($"/money/funds/{NewId}");
    }
}
