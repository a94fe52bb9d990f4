using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Register;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages.Places;

/// <summary>Merging or splitting villages: what is asked, what would move along, and then doing it.</summary>
[For(Capability.KeepVillages)]
public sealed class RearrangeModel(HieuHocDb db, ProgrammeClock clock, Actor actor, RearrangeVillages rearrangeVillages) : PageModel
{
    [FromRoute]
    public string Code { get; set; } = "";

    /// <summary>The villages that take part.</summary>
    [BindProperty]
    public List<int> Chosen { get; set; } = [];

    /// <summary>The one of them that goes on; null when all end.</summary>
    [BindProperty]
    public int? GoesOn { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    /// <summary>The names afterwards, one a line: one for a merger, several for a split.</summary>
    [BindProperty]
    public string? Names { get; set; }

    [BindProperty]
    public DateOnly? EffectiveOn { get; set; }

    [BindProperty]
    public string? LegalBasis { get; set; }

    public PlaceOnDay Commune { get; private set; } = null!;

    public IReadOnlyList<PlaceOnDay> Villages { get; private set; } = [];

    /// <summary>What would move; null before that was asked.</summary>
    public IReadOnlyList<MoveLine>? Moves { get; private set; }

    /// <summary>What the villages are called afterwards, in full.</summary>
    public IEnumerable<string> NamesAfter => Asked().Into.Select(after => VillageName.Of(after.Kind, after.Name)).OfType<VillageName>().Select(name => name.FullName);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var today = clock.Now.Day;

        if (await db.CommuneKeptByAsync(Code, today, actor, HttpContext.RequestAborted) is not { } commune)
        {
            context.Result = this.Refuse(new PlaceNotFound());

            return;
        }

        Commune = commune;
        Villages = await db.VillagesOfAsync(commune.Id, today, HttpContext.RequestAborted);
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken ct)
    {
        // What is confirmed is the day that was looked at, also past midnight.
        EffectiveOn ??= clock.Now.Day;
        var preview = await rearrangeVillages.PreviewAsync(Asked(), actor, ct);

        if (preview.Refusal is { } refusal)
        {
            return this.Refuse(refusal, FieldOf(refusal));
        }

        Moves = preview.Value;

        return Page();
    }

    /// <summary>Back from the preview to the form, with everything in place.</summary>
    public IActionResult OnPostChange() => Page();

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken ct)
    {
        var outcome = await rearrangeVillages.RunAsync(Asked(), actor, ct);

        if (outcome.Refusal is { } refusal)
        {
            return this.Refuse(refusal, FieldOf(refusal));
        }

        TempData["villages.done"] = "rearranged";

        return Redirect($"/places/{Code}/villages");
    }

    private static string FieldOf(Refusal refusal) => refusal switch
    {
        VillageRearrangementUnclear or VillageHasEnded => nameof(Chosen),
        VillageNameIllFormed or VillageNameTaken => nameof(Names),
        VillageDayOutOfRange => nameof(EffectiveOn),
        VillageDecisionMissing => nameof(LegalBasis),
        _ => "",
    };

    private Rearrangement Asked() => new(
        Chosen,
        [
            .. (Names ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(name => new VillageAfter(GoesOn, Kind ?? "", name)),
        ],
        EffectiveOn ?? clock.Now.Day,
        LegalBasis ?? "");
}
