using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Tasks;

/// <summary>Work that an agency gives itself for a year.</summary>
[For(Capability.KeepAnnualPlans)]
public sealed class NewRowModel(HieuHocDb db, KeepAnnualRows keepRows, Actor actor, ProgrammeClock clock, Texts texts) : PageModel
{
    /// <summary>The agency whose plan it is.</summary>
    [FromQuery]
    public int Agency { get; set; }

    [FromQuery]
    public int Year { get; set; }

    /// <summary>The id of the row: sent twice it is one.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Deliverable { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public string AgencyName { get; private set; } = "";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;
        var planned = db.AgenciesPlannedBy(actor);

        if (!await planned.ContainsAsync(Agency, ct) || await db.AgencyOnDayAsync(Agency, clock.Now.Day, ct) is not { } found)
        {
            context.Result = this.Refuse(new AgencyNotFound());

            return;
        }

        AgencyName = found.Name;
        await next();
    }

    public void OnGet() => NewId = Guid.CreateVersion7();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;

            return Page();
        }

        var outcome = await keepRows.AddAsync(new AnnualRowId(NewId), Agency, Year, Text ?? "", new StatedRow(Deliverable ?? "", DueOn, Note ?? ""), actor, ct);

        if (outcome.Refusal is { } refusal)
        {
            return this.Refuse(refusal, refusal switch { TaskTextMissing or TaskTextTooLong => nameof(Text), TaskLineTooLong => nameof(Deliverable), RowDueOutOfYear => nameof(DueOn), _ => "" });
        }

        TempData["tasks.done"] = texts["tasks.row.added"];

        return Redirect(FormattableString.Invariant($"/tasks?year={Year}&agency={Agency}"));
    }
}
