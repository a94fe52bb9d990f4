using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Platform.Jobs;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Jobs;

/// <summary>The long work that a person asked for, the youngest first; an administrator sees all of the programme.</summary>
[For(Capability.SeeJobs)]
public sealed class IndexModel(HieuHocDb db, Actor actor) : PageModel
{
    private const int PageSize = 50;

    /// <summary>Which page of the list, from 1.</summary>
    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public Paging Pages { get; private set; } = Paging.Of(1, 0, PageSize, "/jobs");

    public IReadOnlyList<Job> Rows { get; private set; } = [];

    public bool SeesAll => actor.Role is Role.Administrator;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var jobs = db.JobsVisibleTo(actor).AsNoTracking();
        Pages = Paging.Of(Number, await jobs.CountAsync(ct), PageSize, "/jobs");
        Rows = await jobs.OrderByDescending(job => job.CreatedAt).ThenBy(job => job.Id).Skip(Pages.Skip).Take(PageSize).ToListAsync(ct);
    }
}
