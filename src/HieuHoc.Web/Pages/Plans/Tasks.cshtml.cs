using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using HieuHoc.Programmes.Plans;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages.Plans;

/// <summary>The tasks of a confirmed plan, with those who have a part in them, to be taken over.</summary>
[For(Capability.KeepPlans)]
public sealed class TasksModel(HieuHocDb db, TakeOverTasks takeOver, Actor actor, Texts texts, ProgrammeClock clock) : PageModel
{
    /// <summary>What the names of the fields begin with in which a person says who is meant.</summary>
    public const string Who = "who-";

    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>By the key of an assignment the name of the agency that is meant, as it was typed.</summary>
    public IReadOnlyDictionary<string, string> Chosen { get; private set; } = new Dictionary<string, string>();

    /// <summary>What was just done, in words.</summary>
    [TempData(Key = "plan.tasks.done")]
    public string? Done { get; set; }

    public OfferedTasks Offered { get; private set; } = null!;

    public string Title => Offered.Plan.Draft.Head.Title ?? texts["plans.untitled"];

    public IReadOnlyDictionary<int, string> Names { get; private set; } = new Dictionary<int, string>();

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;
        var read = await takeOver.ReadAsync(new PlanId(Id), actor, ct);

        if (read.Refusal is { } refusal)
        {
            // The page has nothing to stand on without what is offered: the plan itself says what to do first.
            context.Result = refusal is PlanNotFound || (refusal is TasksNotYoursToKeep && HttpMethods.IsGet(Request.Method)) ? this.Refuse(refusal) : Redirect($"/plans/{Id}");

            return;
        }

        Offered = read.Value;
        Names = await db.AgencyNamesAsync([.. Offered.Open.SelectMany(offer => offer.Agencies).Where(agency => !agency.IsAll).SelectMany(agency => agency.Meant).Distinct()], clock.Now.Day, ct);
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Chosen = Request.Form.Where(field => field.Key.StartsWith(Who, StringComparison.Ordinal))
            .ToDictionary(field => field.Key[Who.Length..], field => field.Value.FirstOrDefault(name => !string.IsNullOrWhiteSpace(name)) ?? "");
        var taken = await takeOver.RunAsync(new PlanId(Id), Chosen, actor, ct);

        if (taken.Refusal is { } refusal)
        {
            return this.Refuse(refusal);
        }

        Done = texts[taken.Value == 0 ? "plans.tasks.same" : "plans.tasks.done", ("count", taken.Value)];

        return Redirect($"/plans/{Id}/tasks");
    }
}
