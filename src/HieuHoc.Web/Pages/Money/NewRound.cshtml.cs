using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Programmes.Money;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages.Money;

/// <summary>A round of budget requests that is opened for a year.</summary>
[For(Capability.RunMoney)]
public sealed class NewRoundModel(OpenBudgetRound openRound, ProgrammeClock clock, Actor actor, Texts texts) : PageModel
{
    /// <summary>Sent twice it is one round.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public int? Year { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    public void OnGet() => (NewId, Year) = (Guid.CreateVersion7(), clock.Now.Day.Year + 1);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        this.Require(texts, (nameof(Year), Year is null), (nameof(DueOn), DueOn is null));

        if (!ModelState.IsValid)
        {
            return this.Unread();
        }

        var outcome = await openRound.RunAsync(new BudgetRoundId(NewId), Year!.Value, DueOn!.Value, actor, ct);

        return outcome.Refusal is { } refusal
            ? this.Refuse(refusal, refusal is BudgetDueDayOver ? nameof(DueOn) : nameof(Year))
            : Redirect($"/money/rounds/{NewId}");
    }
}
