using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Programmes.Checks;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages.Visits;

/// <summary>What the forms of visits need.</summary>
public sealed record VisitFormKit(HieuHocDb Db, PlanVisit PlanVisit, ProgrammeClock Clock, Actor Actor, Texts Texts);

/// <summary>A visit as it is planned and changed; its fields are drawn by <c>_Fields</c>.</summary>
public abstract class VisitFormPage(VisitFormKit kit) : PageModel
{
    /// <summary>The revision that the form was begun from; 0 of a new visit.</summary>
    [BindProperty]
    public int StartedFrom { get; set; }

    [BindProperty]
    public VisitKind Kind { get; set; }

    [BindProperty]
    public string? Subject { get; set; }

    /// <summary>The number of a coordination regulation; of its review alone.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Regulation { get; set; }

    [BindProperty]
    public int? Visited { get; set; }

    [BindProperty]
    public DateOnly? FirstDay { get; set; }

    /// <summary>Left empty for a visit of one day.</summary>
    [BindProperty]
    public DateOnly? LastDay { get; set; }

    /// <summary>One a line.</summary>
    [BindProperty]
    public string? Team { get; set; }

    /// <summary>One a line.</summary>
    [BindProperty]
    public string? Points { get; set; }

    /// <summary>Whom the visitor may choose.</summary>
    public IReadOnlyList<VisitedUnit> Units { get; private set; } = [];

    protected VisitFormKit Kit { get; } = kit;

    /// <summary>Reads whom the visitor may choose.</summary>
    protected async Task LoadUnitsAsync(CancellationToken ct) => Units = await Kit.Db.VisitedUnitsAsync(Kit.Actor, Kit.Clock.Now.Day, ct);

    /// <summary>Writes into the fields what is planned.</summary>
    protected void Fill(StatedVisit stated)
    {
        (Kind, Subject, Regulation, Visited, Team, Points) = (stated.Kind, stated.Subject, stated.Regulation, stated.VisitedId, stated.Team, stated.Points);
        (FirstDay, LastDay) = (stated.FirstDay, stated.LastDay);
    }

    /// <summary>Keeps what was typed, or says why not on the same page.</summary>
    protected async Task<IActionResult> KeepAsync(VisitId id, string done, CancellationToken ct)
    {
        if (ModelState.IsValid && FirstDay is null)
        {
            ModelState.AddModelError(nameof(FirstDay), Kit.Texts["form.required"]);
        }

        if (!ModelState.IsValid || FirstDay is not { } first)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;

            return Page();
        }

        var stated = new StatedVisit
        {
            Kind = Kind, Subject = Subject ?? "", Regulation = Regulation, FirstDay = first, LastDay = LastDay ?? first, VisitedId = Visited ?? 0, Team = Team ?? "", Points = Points ?? "",
        };
        var outcome = await Kit.PlanVisit.RunAsync(id, StartedFrom, stated, Kit.Actor, ct);

        if (outcome.Refusal is { } refusal)
        {
            return this.Refuse(refusal, FieldOf(refusal));
        }

        TempData["visit.done"] = done;

        return Redirect($"/visits/{id.Value}");
    }

    private static string FieldOf(Refusal refusal) => refusal switch
    {
        VisitSubjectMissing => nameof(Subject),
        VisitRegulationMissing or VisitRegulationUnknown => nameof(Regulation),
        VisitDaysUnfit => nameof(LastDay),
        VisitUnitUnknown => nameof(Visited),
        VisitTeamMissing => nameof(Team),
        VisitPointsTooMany => nameof(Points),
        _ => "",
    };
}
