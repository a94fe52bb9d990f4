using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Programmes.Checks;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages.Visits;

/// <summary>One visit: its plan, what was seen, what was found, where it stands, and its history.</summary>
[For(Capability.SeeVisits)]
public sealed class ShowModel(HieuHocDb db, ReadVisit readVisit, ProgrammeClock clock, Actor actor, Texts texts) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The revision that the page showed.</summary>
    [BindProperty]
    public int StartedFrom { get; set; }

    [BindProperty]
    public VisitStep? Step { get; set; }

    /// <summary>Why the visit does not take place.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What was seen, line by line.</summary>
    [BindProperty]
    public IList<TypedPoint> Points { get; set; } = [];

    /// <summary>The id of the finding that is taken down next: sent twice it is one.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    /// <summary>What was found.</summary>
    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public int? Responsible { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    [TempData(Key = "visit.done")]
    public string? Done { get; set; }

    public VisitRead Read { get; private set; } = null!;

    public DateOnly Today => clock.Now.Day;

    /// <summary>Whom a finding may name; empty for who takes none down.</summary>
    public IReadOnlyList<VisitedUnit> Units { get; private set; } = [];

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    /// <summary>True while what was seen and found is taken down.</summary>
    public bool IsFollowedUp => Read is { IsKept: true, Visit.State: VisitState.CarriedOut };

    private VisitId Visit => new(Id);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;

        if (await LoadAsync(ct) is { } refusal)
        {
            context.Result = this.Refuse(refusal);

            return;
        }

        // What was refused because of somebody else shows what they did.
        if ((await next()).Result is PageResult)
        {
            await LoadAsync(ct);
            Units = IsFollowedUp ? await db.VisitedUnitsAsync(actor, Today, ct) : [];
            History = Read.IsWhole ? await db.HistoryAsync(texts, actor.Owner, $"{Id}", ToldChanges.OfVisit, ct) : [];
        }
    }

    public void OnGet() => (NewId, StartedFrom) = (Guid.CreateVersion7(), Read.Visit.Revision);

    public async Task<IActionResult> OnPostMoveAsync([FromServices] MoveVisit moveVisit, CancellationToken ct)
    {
        if (!ModelState.IsValid || Step is not { } step)
        {
            return Unread("", texts["visits.step.unchosen"]);
        }

        var outcome = await moveVisit.RunAsync(Visit, StartedFrom, step, Reason, actor, ct);

        return outcome.Refusal is { } refusal ? this.Refuse(refusal, refusal is VisitReasonMissing or VisitTextTooLong ? nameof(Reason) : "") : Again($"visits.done.{step}");
    }

    public async Task<IActionResult> OnPostLookAsync([FromServices] LookAtPoints lookAtPoints, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Unread("", texts["visits.step.unchosen"]);
        }

        var outcome = await lookAtPoints.RunAsync(Visit, StartedFrom, [.. Points.Select(point => new SeenPoint(point.Number, point.Seen, point.Words))], actor, ct);

        return outcome.Refusal is { } refusal ? this.Refuse(refusal) : Again("visits.looked");
    }

    public async Task<IActionResult> OnPostFindAsync([FromServices] AddFinding addFinding, CancellationToken ct)
    {
        if (!ModelState.IsValid || DueOn is not { } dueOn)
        {
            return Unread(nameof(DueOn), texts["form.required"]);
        }

        var outcome = await addFinding.RunAsync(Visit, new FindingId(NewId), new StatedFinding(Text, Responsible ?? Read.Visit.VisitedId, dueOn), actor, ct);

        return outcome.Refusal is { } refusal ? this.Refuse(refusal, FieldOf(refusal)) : Again("visits.found");
    }

    /// <summary>What stands in the field of a line: what was typed, else what is known.</summary>
    public (PointSeen Seen, string? Words) Of(VisitPoint point) =>
        Points.FirstOrDefault(typed => typed.Number == point.Number) is { } typed ? (typed.Seen, typed.Words) : (point.Seen, point.Words);

    private static string FieldOf(Refusal refusal) => refusal switch
    {
        FindingWordsMissing or VisitTextTooLong => nameof(Text),
        VisitUnitUnknown => nameof(Responsible),
        FindingDueUnfit => nameof(DueOn),
        _ => "",
    };

    private async Task<Refusal?> LoadAsync(CancellationToken ct)
    {
        var read = await readVisit.RunAsync(Visit, actor, ct);

        if (read.Refusal is null)
        {
            Read = read.Value;
        }

        return read.Refusal;
    }

    private PageResult Unread(string field, string sentence)
    {
        if (ModelState.IsValid)
        {
            ModelState.AddModelError(field, sentence);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;

        return Page();
    }

    private RedirectResult Again(string done)
    {
        Done = done;

        return Redirect($"/visits/{Id}");
    }

    /// <summary>A line as it is typed.</summary>
    public sealed class TypedPoint
    {
        public int Number { get; set; }

        public PointSeen Seen { get; set; }

        public string? Words { get; set; }
    }
}
