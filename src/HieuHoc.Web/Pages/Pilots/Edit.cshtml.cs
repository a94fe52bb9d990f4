using HieuHoc.Access;
using HieuHoc.Programmes.Pilots;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HieuHoc.Web.Pages.Pilots;

/// <summary>A pilot that has not begun, to be changed by who keeps it.</summary>
[For(Capability.SeeTasks)]
public sealed class EditModel(PilotFormKit kit, ReadPilot readPilot) : PilotFormPage(kit)
{
    [FromRoute]
    public Guid Id { get; set; }

    public PilotRead Read { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var read = await readPilot.RunAsync(new PilotId(Id), Kit.Actor, HttpContext.RequestAborted);

        if (read.Refusal is { } refusal)
        {
            context.Result = this.Refuse(refusal);

            return;
        }

        Read = read.Value;
        await next();
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!Read.IsKept)
        {
            return this.Refuse(new PilotNotYoursToChange());
        }

        var pilot = Read.Pilot;

        if (pilot.State is not PilotState.Preparing)
        {
            return this.Refuse(new PilotStandsOtherwise(pilot.State));
        }

        (StartedFrom, Name, Trial, Lead) = (pilot.Revision, pilot.Name, pilot.Model, Read.Lead);
        (FirstDay, LastDay, DocumentNumber, DocumentDay) = (pilot.FirstDay, pilot.LastDay, pilot.DocumentNumber, pilot.DocumentDay);
        Areas = string.Join('\n', await PilotPlaces.TypedAsync(Kit.Db, [.. Read.Areas.Select(area => area.Place.Id)], Kit.Clock.Now.Day, ct));

        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => KeepAsync(new PilotId(Id), "pilots.changed", ct);
}
