using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Platform.Jobs;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Jobs;

/// <summary>One job: how far it is, what it came to, and the button that stops it.</summary>
[For(Capability.SeeJobs)]
public sealed class ShowModel(HieuHocDb db, Actor actor, CancelJob cancelJob, Texts texts) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public Job Job { get; private set; } = null!;

    /// <summary>The post that asked for it; null when the installation did.</summary>
    public string? Who { get; private set; }

    /// <summary>Who asked for it and who asked that it stops.</summary>
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!await LoadAsync(HttpContext.RequestAborted))
        {
            context.Result = this.Refuse(new JobNotFound());

            return;
        }

        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = await cancelJob.RunAsync(new JobId(Id), actor, ct);

        return outcome.Refusal is { } refusal ? this.Refuse(refusal) : Redirect($"/jobs/{Id}");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var id = new JobId(Id);

        if (await db.JobsVisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(job => job.Id == id, ct) is not { } job)
        {
            return false;
        }

        Job = job;
        var person = new PersonId(job.CreatedBy ?? Guid.Empty);
        Who = await db.People.Where(row => row.Owner == job.Owner && row.Id == person).Select(row => row.DisplayName).SingleOrDefaultAsync(ct);
        var changes = await db.HistoryAsync(texts, job.Owner, id.Value.ToString(), ToldChanges.OfJob, ct);
        History = [.. changes, new HistoryLine(texts["jobs.asked"], job.CreatedAt, Who)];

        return true;
    }
}
