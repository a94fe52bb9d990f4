using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Register;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages.Places;

/// <summary>The villages of a commune on a day: entering one, and giving one another name.</summary>
[For(Capability.KeepVillages)]
public sealed class VillagesModel(HieuHocDb db, ProgrammeClock clock, Actor actor, EnterVillage enterVillage, RenameVillage renameVillage) : PageModel
{
    [FromRoute]
    public string Code { get; set; } = "";

    /// <summary>The day of the list; today when none is named.</summary>
    [FromQuery]
    public DateOnly? On { get; set; }

    /// <summary>The village that gets another name; null for a new one.</summary>
    [BindProperty]
    public int? Village { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    /// <summary>The first day; today when none is named.</summary>
    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public string? LegalBasis { get; set; }

    [TempData(Key = "villages.done")]
    public string? Done { get; set; }

    public PlaceOnDay Commune { get; private set; } = null!;

    public DateOnly Day { get; private set; }

    public IReadOnlyList<PlaceOnDay> Villages { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Day = On ?? clock.Now.Day;

        if (await db.CommuneKeptByAsync(Code, clock.Now.Day, actor, HttpContext.RequestAborted) is not { } commune)
        {
            context.Result = this.Refuse(new PlaceNotFound());

            return;
        }

        Commune = commune;
        Villages = await db.VillagesOfAsync(commune.Id, Day, HttpContext.RequestAborted);
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostEnterAsync(CancellationToken ct)
    {
        var given = new NewVillage(Commune.Id, Kind ?? "", Name ?? "", From ?? clock.Now.Day, LegalBasis);

        return After((await enterVillage.RunAsync(given, actor, ct)).Refusal, "entered");
    }

    public async Task<IActionResult> OnPostRenameAsync(CancellationToken ct) => After(
        Village is { } village
            ? await renameVillage.RunAsync(village, Kind ?? "", Name ?? "", From ?? clock.Now.Day, LegalBasis, actor, ct)
            : new VillageNotChosen(),
        "renamed");

    private IActionResult After(Refusal? refusal, string done)
    {
        if (refusal is not null)
        {
            return this.Refuse(refusal, FieldOf(refusal));
        }

        Done = done;

        return Redirect($"/places/{Code}/villages");
    }

    private static string FieldOf(Refusal refusal) => refusal switch
    {
        VillageNotChosen or VillageHasEnded => nameof(Village),
        VillageNameIllFormed or VillageNameTaken => nameof(Name),
        VillageDayOutOfRange => nameof(From),
        _ => "",
    };
}
