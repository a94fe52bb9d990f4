using HieuHoc.Access;
using HieuHoc.Programmes.Pilots;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HieuHoc.Web.Pages.Pilots;

/// <summary>A pilot that is set up.</summary>
[For(Capability.KeepPlans)]
public sealed class NewModel(PilotFormKit kit) : PilotFormPage(kit)
{
    /// <summary>The id of the pilot: sent twice it is one.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!await Kit.Db.KeepsTasksAsync(Kit.Actor, HttpContext.RequestAborted))
        {
            context.Result = this.Refuse(new PilotsNotYoursToSetUp());

            return;
        }

        await next();
    }

    public void OnGet() => NewId = Guid.CreateVersion7();

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => KeepAsync(new PilotId(NewId), "pilots.setUp", ct);
}
