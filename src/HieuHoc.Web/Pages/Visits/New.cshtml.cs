using HieuHoc.Access;
using HieuHoc.Programmes.Checks;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HieuHoc.Web.Pages.Visits;

/// <summary>A visit that is planned.</summary>
[For(Capability.KeepVisits)]
public sealed class NewModel(VisitFormKit kit) : VisitFormPage(kit)
{
    /// <summary>The id of the visit: sent twice it is one.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        await LoadUnitsAsync(HttpContext.RequestAborted);
        await next();
    }

    public void OnGet()
    {
        NewId = Guid.CreateVersion7();

        // From the list of regulations that nobody reviews yet.
        if (!string.IsNullOrWhiteSpace(Regulation))
        {
            (Kind, Subject) = (VisitKind.CoordinationReview, Kit.Texts["visits.regulation.subject", ("number", Regulation)]);
        }
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => KeepAsync(new VisitId(NewId), "visits.planned", ct);
}
