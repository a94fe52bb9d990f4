using System.Globalization;
using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Reporting;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Tasks;

/// <summary>What the list of tasks does.</summary>
public sealed record TasksKit(HieuHocDb Db, Actor Actor, ReadTasks ReadTasks, DrawUpAnnualPlan DrawUp, BuildTaskPapers BuildPapers, ProgrammeClock Clock);

/// <summary>What agencies have to do in a year, overdue first; of one agency its annual plan, which is drawn up here.</summary>
[For(Capability.SeeTasks)]
public sealed class IndexModel(TasksKit kit) : PageModel
{
    private const int PageSize = 50;

    /// <summary>The year as it was asked for.</summary>
    [FromQuery(Name = "year")]
    public int? AskedYear { get; set; }

    /// <summary>The agency whose plan is shown; null for all that the visitor sees.</summary>
    [FromQuery]
    public int? Agency { get; set; }

    [FromQuery]
    public TaskLineState? State { get; set; }

    /// <summary>True to have everything on one page, for printing.</summary>
    [FromQuery(Name = "all")]
    public bool All { get; set; }

    /// <summary>Which page of the list, from 1.</summary>
    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    /// <summary>What was just done, in words.</summary>
    [TempData(Key = "tasks.done")]
    public string? Done { get; set; }

    public int Year => AskedYear is >= StatedTask.FirstYear and <= StatedTask.LastYear and var year ? year : Today.Year;

    public string YearText => Year.ToString(CultureInfo.InvariantCulture);

    public DateOnly Today => kit.Clock.Now.Day;

    public IReadOnlyList<(int Id, string Name)> Agencies { get; private set; } = [];

    /// <summary>Of the agency that is shown.</summary>
    public string AgencyName { get; private set; } = "";

    public IReadOnlyList<TaskLine> Lines { get; private set; } = [];

    /// <summary>Those on this page.</summary>
    public IReadOnlyList<TaskLine> Listed { get; private set; } = [];

    public Paging Pages { get; private set; } = Paging.Of(1, 0, PageSize, "/tasks");

    /// <summary>How many lines there are in each state, whatever is filtered.</summary>
    public IReadOnlyList<(TaskLineState State, int Count)> Counts { get; private set; } = [];

    /// <summary>True for who draws up the plan of the agency that is shown.</summary>
    public bool Plans { get; private set; }

    /// <summary>True for who gives tasks.</summary>
    public bool Keeps { get; private set; }

    /// <summary>True where the agency can be reminded of what it is late with.</summary>
    public bool Reminds => Agency is not null && kit.Actor.May(Capability.OpenRounds) && Counts.Any(count => count.State is TaskLineState.Overdue) && Year == Today.Year;

    /// <summary>The address of the list with its filters.</summary>
    public string Address => FormattableString.Invariant($"/tasks?year={Year}&agency={Agency}&state={State}");

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();

        if (executed.Result is PageResult)
        {
            await LoadAsync(HttpContext.RequestAborted);
        }
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnGetLetterAsync(CancellationToken ct) => this.Paper(await kit.BuildPapers.ReminderAsync(Agency ?? 0, kit.Actor, ct));

    public async Task<IActionResult> OnPostDrawUpAsync([FromServices] Texts texts, CancellationToken ct)
    {
        var drawn = await kit.DrawUp.RunAsync(Agency ?? 0, AskedYear ?? 0, kit.Actor, ct);

        if (drawn.Refusal is { } refusal)
        {
            return this.Refuse(refusal);
        }

        Done = drawn.Value == new DrawnUp(0, 0) ? texts["tasks.drawnUp.same"] : texts["tasks.drawnUp", ("added", drawn.Value.Added), ("renewed", drawn.Value.Renewed)];

        return Redirect(Address);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var read = await kit.ReadTasks.RunAsync(Year, Agency, kit.Actor, ct);
        var planned = kit.Db.AgenciesPlannedBy(kit.Actor);
        var visible = kit.Db.AgenciesWithTasksOf(kit.Actor);
        Keeps = await kit.Db.KeepsTasksAsync(kit.Actor, ct);
        Plans = await kit.Db.AgenciesOn(Today).AnyAsync(agency => agency.Id == Agency && planned.Contains(agency.Id), ct);
        Agencies = await WithOwnAsync(read.Agencies, ct);

        // Of an agency that is not the visitor's nothing is told, its name neither.
        if (Agency is { } chosen && await visible.ContainsAsync(chosen, ct))
        {
            AgencyName = (await kit.Db.AgencyNamesAsync([chosen], Today, ct)).GetValueOrDefault(chosen, "");
        }

        Counts = [.. read.Lines.GroupBy(line => line.State).OrderBy(same => same.Key).Select(same => (same.Key, same.Count()))];
        Lines = [.. read.Lines.Where(line => State is not { } state || line.State == state)];
        var size = All ? Math.Max(1, Lines.Count) : PageSize;
        Pages = Paging.Of(Number, Lines.Count, size, Address);
        Listed = [.. Lines.Skip(Pages.Skip).Take(size)];
    }

    /// <summary>The visitor's own agency is offered also while it has nothing to do.</summary>
    private async Task<IReadOnlyList<(int Id, string Name)>> WithOwnAsync(IReadOnlyList<(int Id, string Name)> listed, CancellationToken ct)
    {
        if (kit.Actor.AgencyId is not { } own || listed.Any(agency => agency.Id == own))
        {
            return listed;
        }

        var names = await kit.Db.AgencyNamesAsync([own], Today, ct);

        return [.. listed.Concat(names.Select(name => (Id: name.Key, Name: name.Value))).OrderBy(agency => agency.Name, Vietnamese.Order)];
    }
}
