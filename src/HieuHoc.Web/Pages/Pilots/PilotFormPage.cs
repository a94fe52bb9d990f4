using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Programmes.Pilots;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages.Pilots;

/// <summary>What the forms of pilots need.</summary>
public sealed record PilotFormKit(HieuHocDb Db, KeepPilot KeepPilot, ProgrammeClock Clock, Actor Actor, Texts Texts);

/// <summary>A pilot as it is typed, for setting one up and for changing one; its fields are drawn by <c>_Fields</c>.</summary>
public abstract class PilotFormPage(PilotFormKit kit) : PageModel
{
    /// <summary>The revision that the form was begun from; 0 of a new pilot.</summary>
    [BindProperty]
    public int StartedFrom { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    /// <summary>What is tried.</summary>
    [BindProperty]
    public string? Trial { get; set; }

    /// <summary>One a line.</summary>
    [BindProperty]
    public string? Areas { get; set; }

    [BindProperty]
    public string? Lead { get; set; }

    [BindProperty]
    public DateOnly? FirstDay { get; set; }

    [BindProperty]
    public DateOnly? LastDay { get; set; }

    [BindProperty]
    public string? DocumentNumber { get; set; }

    [BindProperty]
    public DateOnly? DocumentDay { get; set; }

    protected PilotFormKit Kit { get; } = kit;

    /// <summary>Keeps what was typed, or says why not on the same page.</summary>
    protected async Task<IActionResult> KeepAsync(PilotId id, string done, CancellationToken ct)
    {
        if (ModelState.IsValid && (FirstDay is null || LastDay is null))
        {
            ModelState.AddModelError(FirstDay is null ? nameof(FirstDay) : nameof(LastDay), Kit.Texts["form.required"]);
        }

        if (!ModelState.IsValid || FirstDay is not { } first || LastDay is not { } last)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;

            return Page();
        }

        var stated = new StatedPilot
        {
            Name = Name ?? "", Model = Trial ?? "", Areas = Areas ?? "", Lead = Lead ?? "", FirstDay = first, LastDay = last, DocumentNumber = DocumentNumber ?? "", DocumentDay = DocumentDay,
        };
        var outcome = await Kit.KeepPilot.RunAsync(id, StartedFrom, stated, Kit.Actor, ct);

        if (outcome.Refusal is { } refusal)
        {
            return this.Refuse(refusal, FieldOf(refusal));
        }

        TempData["pilot.done"] = done;

        return Redirect($"/pilots/{id.Value}");
    }

    private static string FieldOf(Refusal refusal) => refusal switch
    {
        PilotUnnamed => nameof(Name),
        PilotModelMissing => nameof(Trial),
        PilotAreasUnfit or PilotAreaUnknown or PilotAreaAmbiguous or PilotAreasMeasured => nameof(Areas),
        PilotLeadMissing or PilotLeadUnknown or PilotLeadAmbiguous => nameof(Lead),
        PilotPeriodUnfit => nameof(LastDay),
        PilotDocumentUnfit => nameof(DocumentNumber),
        _ => "",
    };
}
