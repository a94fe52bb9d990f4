using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Figures.Made;
using HieuHoc.PlanReading;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Programmes.Plans;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages.Plans;

/// <summary>What the page about the measuring of a target does.</summary>
public sealed record MeasureKit(HieuHocDb Db, PackShelf Shelf, Texts Texts, ProgrammeClock Clock, Actor Actor, DecidePlanItems Decide, MakeIndicator Make, PlanLinks Links);

/// <summary>How one target of a plan is measured where no indicator does, and once those to whom it was given are no more.</summary>
[For(Capability.KeepPlans)]
public sealed class MeasureModel(MeasureKit kit) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The key of the target in its plan.</summary>
    [FromRoute]
    public string Item { get; set; } = "";

    /// <summary>One press of a button: sent twice it is one.</summary>
    [BindProperty]
    public Guid Act { get; set; }

    /// <summary>The number of the last decision about the target that the page knew.</summary>
    [BindProperty]
    public int Seen { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? English { get; set; }

    [BindProperty]
    public IndicatorKind Kind { get; set; }

    [BindProperty]
    public string? Counted { get; set; }

    [BindProperty]
    public string? Of { get; set; }

    [BindProperty]
    public string? Unit { get; set; }

    [BindProperty]
    public bool ByCommunes { get; set; } = true;

    [BindProperty]
    public int Highest { get; set; } = 3;

    [BindProperty]
    public Direction Direction { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    /// <summary>What measures it from then on; empty to close it.</summary>
    [BindProperty]
    public string? After { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public PlanDraft Draft { get; private set; } = null!;

    public DraftItem Shown { get; private set; } = null!;

    public PlanTarget Target { get; private set; } = null!;

    public LinkChoices Choices { get; private set; } = null!;

    /// <summary>What is counted already, by the names from which a person chooses.</summary>
    public IReadOnlyList<string> Names { get; private set; } = [];

    public string PlanTitle => Draft.Head.Title ?? kit.Texts["plans.untitled"];

    /// <summary>The kinds of indicators that the number of the plan can be one of.</summary>
    public IReadOnlyList<IndicatorKind> Kinds => Target.Measure switch
    {
        TargetKind.Percent => [IndicatorKind.Percent],
        TargetKind.Count => [IndicatorKind.Count, IndicatorKind.Ratio],
        TargetKind.Level => [IndicatorKind.Level, IndicatorKind.Percent],
        TargetKind.Achieved => [IndicatorKind.YesNo, IndicatorKind.Percent],
    };

    /// <summary>What can measure it from a day on: in the same unit as what measures it now.</summary>
    public IEnumerable<IndicatorDefinition> Others => Choices.Indicators.FirstOrDefault(indicator => indicator.Code == Target.Link?.Indicator) is { } now
        ? Choices.Indicators.Where(indicator => indicator.Kind == now.Kind && indicator.Code != now.Code)
        : [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await LoadAsync(HttpContext.RequestAborted) is { } refusal)
        {
            context.Result = this.Refuse(refusal);

            return;
        }

        await next();
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        (Act, Seen) = (Guid.CreateVersion7(), Shown.Decided);
        (Title, Kind) = (Target.Subject.Length == 0 ? "" : $"{char.ToUpperInvariant(Target.Subject[0])}{Target.Subject[1..]}", Kinds[0]);

        if (Target.Link?.After is { } after)
        {
            (From, After, Note) = (after.From, after.Indicator, after.Note);
        }
        else
        {
            // What was given to places that the last re-arrangement ended needs a word from that day on.
            var province = await kit.Db.OwnerPlaceAsync(kit.Actor.Owner, ct);
            From = (await kit.Db.PlacesSinceAsync([province], kit.Clock.Now.Day, ct))[province];
        }
    }

    /// <summary>Makes the indicator and links the target to it.</summary>
    public async Task<IActionResult> OnPostMakeAsync(CancellationToken ct)
    {
        var made = await kit.Make.RunAsync(
            new StatedIndicator
            {
                Title = Title ?? "",
                English = English ?? "",
                Kind = Kind,
                Counted = Counted ?? "",
                Of = Of ?? "",
                Unit = Unit ?? "",
                ByCommunes = ByCommunes,
                Highest = Highest,
                Direction = Direction,
                Citation = string.Join(", ", new[] { Draft.Head.Number ?? PlanTitle, Target.Clause }.Where(part => part.Length > 0)),
            },
            kit.Actor,
            ct);

        return made.Refusal is { } refusal ? this.Refuse(refusal, nameof(Title)) : await LinkAsync(new TargetLink(made.Value), nameof(Title), ct);
    }

    /// <summary>Says how the target goes on once those to whom it was given are no more.</summary>
    public async Task<IActionResult> OnPostAfterAsync(CancellationToken ct) =>
        Target.Link is not { } link || From is not { } from
            ? this.Refuse(new PlanItemUnfit(PlanItemFault.AfterUnfit), nameof(Note))
            : await LinkAsync(link with { After = new TargetAfter(from, string.IsNullOrEmpty(After) ? null : After, (Note ?? "").Trim().Normalize()) }, nameof(Note), ct);

    /// <summary>Takes that back.</summary>
    public async Task<IActionResult> OnPostDropAsync(CancellationToken ct) =>
        Target.Link is not { } link ? this.Refuse(new PlanItemNotFound()) : await LinkAsync(link with { After = null }, nameof(Note), ct);

    private async Task<IActionResult> LinkAsync(TargetLink link, string field, CancellationToken ct)
    {
        var verdict = Shown.State is PlanItemState.Corrected or PlanItemState.Added ? PlanVerdict.Corrected : PlanVerdict.Accepted;
        var decided = await kit.Decide.RunAsync(new PlanId(Id), Act, [new DecidedItem(Item, Seen, verdict, Target with { Link = link })], kit.Actor, ct);

        return decided.Refusal is { } refusal ? this.Refuse(refusal, field) : Redirect($"/plans/{Id}#{Item}");
    }

    private async Task<Refusal?> LoadAsync(CancellationToken ct)
    {
        if (await kit.Db.StandingPlanAsync(new PlanId(Id), kit.Actor, ct) is not { } standing)
        {
            return new PlanNotFound();
        }

        if (standing.Draft.Find(Item) is not { Now: PlanTarget target } shown)
        {
            return new PlanItemNotFound();
        }

        if (standing.Plan.State is PlanState.Confirmed)
        {
            return new PlanIsConfirmed();
        }

        (Draft, Shown, Target) = (standing.Draft, shown, target);
        Choices = await kit.Links.ForAsync(standing.Draft.Head, kit.Actor, ct);
        Names = new CountedThings((await kit.Db.ElementDefinitionsAsync(kit.Shelf, await kit.Db.JurisdictionAsync(kit.Actor.Owner, ct), kit.Clock.Now.Day, ct)).Values).Names;

        return null;
    }
}
