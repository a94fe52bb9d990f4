using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Tasks;

/// <summary>A task, to be changed by whoever gives tasks.</summary>
[For(Capability.KeepPlans)]
public sealed class EditModel(HieuHocDb db, KeepTasks keepTasks, Actor actor, Texts texts, ProgrammeClock clock) : TaskFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The revision that the form was begun from.</summary>
    [BindProperty]
    public int StartedFrom { get; set; }

    public ProgrammeTask Task { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = new TaskId(Id);

        if (await db.TasksKeptBy(actor).AsNoTracking().SingleOrDefaultAsync(task => task.Id == id, HttpContext.RequestAborted) is not { } found)
        {
            context.Result = this.Refuse(new TaskNotFound());

            return;
        }

        Task = found;
        await next();
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (id, today) = (Task.Id, clock.Now.Day);
        var heirs = await db.AgencyHeirsAsync(today, ct);
        var parts = (await db.TaskAgencies.AsNoTracking().Where(part => part.Owner == actor.Owner && part.TaskId == id).ToListAsync(ct))
            .Select(part => (part.Role, Agency: heirs.For(part.ActingId ?? part.AgencyId))).Distinct().ToList();
        var names = await db.AgencyNamesAsync([.. parts.Select(part => part.Agency)], today, ct);
        var communes = await db.CommitteesOfCommunesAsync(actor.Owner, today, ct);
        // All communes are written as they are typed: in one line.
        var all = parts.GroupBy(part => part.Role).Where(role => communes.Count > 1 && !communes.Except(role.Select(part => part.Agency)).Any()).Select(role => role.Key).ToHashSet();
        StartedFrom = Task.Revision;
        Fill(
            StatedTask.Of(Task),
            parts.Where(part => !all.Contains(part.Role) || !communes.Contains(part.Agency)).Select(part => (part.Role, Name: names[part.Agency])).OrderBy(part => part.Name, Vietnamese.Order)
                .Concat(all.Select(role => (Role: role, Name: texts["tasks.communes.name"]))).ToLookup(part => part.Role, part => part.Name));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Unread();
        }

        var outcome = await keepTasks.ChangeAsync(Task.Id, StartedFrom, Stated, Agencies, actor, ct);

        return outcome.Refusal is { } refusal ? Told(refusal) : Redirect($"/tasks/{Id}");
    }
}
