using HieuHoc.Access;
using HieuHoc.Programmes.Checks;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HieuHoc.Web.Pages.Visits;

/// <summary>A planned visit, to be changed by the office that keeps it.</summary>
[For(Capability.KeepVisits)]
public sealed class EditModel(VisitFormKit kit, ReadVisit readVisit) : VisitFormPage(kit)
{
    [FromRoute]
    public Guid Id { get; set; }

    public VisitRead Read { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var read = await readVisit.RunAsync(new VisitId(Id), Kit.Actor, HttpContext.RequestAborted);

        if (read.Refusal is { } refusal)
        {
            context.Result = this.Refuse(refusal);

            return;
        }

        Read = read.Value;
        await LoadUnitsAsync(HttpContext.RequestAborted);
        await next();
    }

    public IActionResult OnGet()
    {
        if (!Read.IsKept)
        {
            return this.Refuse(new VisitNotYoursToChange());
        }

        if (Read.Visit.State is not VisitState.Planned)
        {
            return this.Refuse(new VisitStandsOtherwise(Read.Visit.State));
        }

        StartedFrom = Read.Visit.Revision;
        Fill(StatedVisit.Of(Read.Visit, Read.Points));

        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => KeepAsync(new VisitId(Id), "visits.changed", ct);
}
