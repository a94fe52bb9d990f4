using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HieuHoc.Web.Pages.Tasks;

/// <summary>A task that is made by hand.</summary>
[For(Capability.KeepPlans)]
public sealed class NewModel(HieuHocDb db, KeepTasks keepTasks, Actor actor, ProgrammeClock clock) : TaskFormPage
{
    /// <summary>The id of the task: sent twice it is one.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await db.KeepsTasksAsync(actor, ct))
        {
            return this.Refuse(new TasksNotYoursToKeep());
        }

        NewId = Guid.CreateVersion7();
        FromYear = ToYear = clock.Now.Day.Year;

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Unread();
        }

        var outcome = await keepTasks.MakeAsync(new TaskId(NewId), Stated, Agencies, actor, ct);

        return outcome.Refusal is { } refusal ? Told(refusal) : Redirect($"/tasks/{NewId}");
    }
}
