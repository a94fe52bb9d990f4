using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Programmes.Money;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Tasks;

/// <summary>One task: what is to be done, who has which part in it, and the rows of annual plans that come of it.</summary>
[For(Capability.SeeTasks)]
public sealed class ShowModel(HieuHocDb db, ReadTask readTask, NameTaskSuccessor nameSuccessor, ReadTaskMoney readMoney, Actor actor, Texts texts) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The agency that ended.</summary>
    [BindProperty]
    public int From { get; set; }

    /// <summary>Who goes on with the task for it.</summary>
    [BindProperty]
    public int To { get; set; }

    public ProgrammeTask Task { get; private set; } = null!;

    /// <summary>The task with its agencies and rows.</summary>
    public TaskRead Read { get; private set; } = null!;

    /// <summary>What was allocated to it and spent for it, year by year, as far as the visitor sees.</summary>
    public IReadOnlyList<TaskTotal> Money { get; private set; } = [];

    public bool Keeps { get; private set; }

    /// <summary>True for who may open the plan that the task comes from.</summary>
    public bool SeesPlan => actor.May(Capability.KeepPlans);

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var (id, ct) = (new TaskId(Id), HttpContext.RequestAborted);

        if (await db.TasksVisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(task => task.Id == id, ct) is not { } found)
        {
            context.Result = this.Refuse(new TaskNotFound());

            return;
        }

        Task = found;
        var executed = await next();

        if (executed.Result is PageResult)
        {
            await LoadAsync(ct);
        }
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostSuccessorAsync(CancellationToken ct) =>
        await nameSuccessor.OfTaskAsync(Task.Id, From, To, actor, ct) is { } refusal ? this.Refuse(refusal) : Redirect($"/tasks/{Id}");

    private async Task LoadAsync(CancellationToken ct)
    {
        // It was found before the handler ran.
        Read = (await readTask.RunAsync(Task.Id, actor, ct)).Value;
        Keeps = await db.KeepsTasksAsync(actor, ct);
        Money = await readMoney.OfTaskAsync(Task, actor, ct);
        History = await db.HistoryAsync(texts, actor.Owner, Id.ToString(), ToldChanges.OfTask, ct);
    }
}
