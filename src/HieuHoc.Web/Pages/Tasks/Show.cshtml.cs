using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.PlanReading;
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
public sealed class ShowModel(HieuHocDb db, NameTaskSuccessor nameSuccessor, ReadTaskMoney readMoney, Actor actor, Texts texts, ProgrammeClock clock) : PageModel
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

    public IReadOnlyList<Part> Parts { get; private set; } = [];

    /// <summary>The parts of all communes together, where each has the same; null where not.</summary>
    public Part? Communes { get; private set; }

    public IReadOnlyList<RowLine> Rows { get; private set; } = [];

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
        var (id, today) = (Task.Id, clock.Now.Day);
        var heirs = await db.AgencyHeirsAsync(today, ct);
        var parts = await db.TaskAgencies.AsNoTracking().Where(part => part.Owner == actor.Owner && part.TaskId == id).ToListAsync(ct);
        var rows = await db.AnnualRowsVisibleTo(actor).AsNoTracking().Where(row => row.TaskId == id).ToListAsync(ct);
        var agencies = parts.Select(part => part.AgencyId).Concat(rows.Select(row => row.AgencyId)).ToHashSet();
        var names = await db.AgencyNamesAsync(
            [.. agencies.Concat(agencies.SelectMany(heirs.Of)).Concat(parts.Select(part => part.ActingId).Concat(rows.Select(row => row.ActingId)).OfType<int>().SelectMany(heirs.Of))], today, ct);
        Keeps = await db.KeepsTasksAsync(actor, ct);
        Parts =
        [
            .. from part in parts
               group part by (part.AgencyId, part.ActingId) into same
               let now = heirs.For(same.Key.ActingId ?? same.Key.AgencyId)
               let could = heirs.Of(same.Key.AgencyId)
               orderby same.Min(part => part.Role), names[same.Key.AgencyId]
               select new Part(
                   same.Key.AgencyId, names[same.Key.AgencyId], now == same.Key.AgencyId ? null : names[now], same.First().NamedAs,
                   [.. same.Select(part => part.Role).Order()], could.Count > 1 ? [.. could.Select(heir => (heir, names[heir]))] : []),
        ];
        var communes = await db.CommitteesOfCommunesAsync(actor.Owner, today, ct);
        var theirs = Parts.Where(part => communes.Contains(part.AgencyId) && part is { Now: null, Heirs.Count: 0 }).ToList();

        if (communes.Count > 1 && theirs.Count == communes.Count && theirs.TrueForAll(part => part.Roles.SequenceEqual(theirs[0].Roles)))
        {
            Communes = theirs[0] with { Agency = texts["tasks.communes.all", ("count", theirs.Count)] };
            Parts = [.. Parts.Except(theirs)];
        }

        Rows =
        [
            .. rows.Select(row => new RowLine(row, names[heirs.For(row.ActingId ?? row.AgencyId)]))
                .OrderByDescending(row => row.Row.Year).ThenBy(row => row.Agency, Vietnamese.Order).ThenBy(row => row.Row.Id.Value),
        ];
        Money = await readMoney.OfTaskAsync(Task, actor, ct);
        History = await db.HistoryAsync(texts, actor.Owner, Id.ToString(), ToldChanges.OfTask, ct);
    }

    /// <summary>An agency that has a part in the task.</summary>
    /// <param name="Now">Who goes on for it; null while it does itself, or nobody is named.</param>
    /// <param name="NamedAs">As the plan calls it.</param>
    /// <param name="Heirs">Where several took over from it, those of whom a person names one.</param>
    public sealed record Part(int AgencyId, string Agency, string? Now, string NamedAs, IReadOnlyList<AgencyRole> Roles, IReadOnlyList<(int Id, string Name)> Heirs);

    /// <summary>A row of an annual plan, and whose it is.</summary>
    public sealed record RowLine(AnnualRow Row, string Agency);
}
