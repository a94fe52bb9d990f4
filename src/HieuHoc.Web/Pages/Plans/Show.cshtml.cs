using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Programmes.Plans;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages.Plans;

/// <summary>What the page of a plan does.</summary>
public sealed record PlanKit(HieuHocDb Db, Texts Texts, Actor Actor, DecidePlanItems Decide, UndoPlanDecision Undo, ConfirmPlan Confirm, PlanLinks Links);

/// <summary>A plan side by side: the document with what was read from it, and the items that a person accepts, corrects, drops and adds.</summary>
[For(Capability.KeepPlans)]
public sealed class ShowModel(PlanKit kit) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>One press of a button: sent twice it is one.</summary>
    [BindProperty]
    public Guid Act { get; set; }

    [BindProperty]
    public string? Key { get; set; }

    /// <summary>The number of the last decision about the item that the page knew.</summary>
    [BindProperty]
    public int Seen { get; set; }

    [BindProperty]
    public PlanVerdict Verdict { get; set; }

    /// <summary>Why a plan that was confirmed before is confirmed anew.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    public StandingPlan Standing { get; private set; } = null!;

    public PlanDraft Draft => Standing.Draft;

    /// <summary>What items can be linked to.</summary>
    public LinkChoices Choices { get; private set; } = null!;

    public bool IsOpen => Standing.Plan.State is PlanState.Confirming;

    /// <summary>True where an earlier version was opened again.</summary>
    public bool HasVersion { get; private set; }

    /// <summary>For whom it holds by its issuer; null where that is of another province.</summary>
    public PlanHolding? Holds { get; private set; }

    public IReadOnlyList<PlanRun> Text { get; private set; } = [];

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    /// <summary>The kinds that are shown: those that the plan has, and while it is open all that could be added.</summary>
    public IEnumerable<PlanItemKind> Kinds => Enum.GetValues<PlanItemKind>().Where(kind => Draft.Items.Any(item => item.Now.Kind == kind) || (IsOpen && kind is not PlanItemKind.Head));

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await LoadAsync(HttpContext.RequestAborted) is { } refusal)
        {
            context.Result = this.Refuse(refusal);

            return;
        }

        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostDecideAsync(CancellationToken ct)
    {
        PlanItem? written = null;

        if (Verdict is not PlanVerdict.Dropped && Before() is { } before)
        {
            // Whoever accepts an item accepts what it is linked to, as the page showed it.
            var read = Verdict is PlanVerdict.Accepted ? PlanItemForm.Linked(before, (before as PlanTarget)?.Link, Request.Form, Choices) : PlanItemForm.Read(before, Request.Form, Choices);

            if (read.Refusal is { } unreadable)
            {
                return this.Refuse(unreadable, Key ?? "");
            }

            written = read.Value;
        }

        var decided = await kit.Decide.RunAsync(new PlanId(Id), Act, [new DecidedItem(Key ?? "", Seen, Verdict, written)], kit.Actor, ct);

        return decided.Refusal is { } refusal ? this.Refuse(refusal, Key ?? "") : Redirect(Next(decided.Value.Draft));
    }

    /// <summary>Accepts all items of a kind that nobody has looked at and nothing speaks against.</summary>
    public async Task<IActionResult> OnPostAcceptAsync(PlanItemKind kind, CancellationToken ct)
    {
        var plain = Draft.Items.Where(item => item.Now.Kind == kind && item.State is PlanItemState.Open && !item.IsDoubtful)
            .Select(item => new DecidedItem(item.Key, item.Decided, PlanVerdict.Accepted, Choices.Suggested(item.Now))).ToList();
        Key = plain.LastOrDefault()?.Key;
        var decided = await kit.Decide.RunAsync(new PlanId(Id), Act, plain, kit.Actor, ct);

        return decided.Refusal is { } refusal ? this.Refuse(refusal) : Redirect(Next(decided.Value.Draft));
    }

    public async Task<IActionResult> OnPostUndoAsync(CancellationToken ct)
    {
        var undone = await kit.Undo.RunAsync(new PlanId(Id), Act, kit.Actor, ct);

        return undone.Refusal is { } refusal ? this.Refuse(refusal) : Redirect($"/plans/{Id}#{undone.Value.Decisions[^1].Item}");
    }

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken ct)
    {
        var confirmed = await kit.Confirm.RunAsync(new PlanId(Id), Reason ?? "", kit.Actor, ct);

        return confirmed.Refusal is { } refusal ? this.Refuse(refusal, refusal is PlanReasonMissing ? nameof(Reason) : "") : Redirect($"/plans/{Id}");
    }

    public async Task<IActionResult> OnPostReopenAsync(CancellationToken ct) =>
        await kit.Confirm.ReopenAsync(new PlanId(Id), kit.Actor, ct) is { } refusal ? this.Refuse(refusal) : Redirect($"/plans/{Id}");

    /// <summary>The item that is decided, or a blank one of the kind that is added; null where the plan has no such item.</summary>
    private PlanItem? Before() => Draft.Find(Key ?? "")?.Now ?? (Verdict is not PlanVerdict.Added ? null : PlanItemForm.Blank(Enum.TryParse<PlanItemKind>(Request.Form["kind"], out var kind) && Enum.IsDefined(kind) ? kind : default));

    /// <summary>The next item that nobody has looked at, behind the one that was decided; at the end the first one.</summary>
    private string Next(PlanDraft draft)
    {
        var open = draft.Items.SkipWhile(item => item.Key != Key).Concat(draft.Items).FirstOrDefault(item => item.State is PlanItemState.Open);

        return $"/plans/{Id}#{open?.Key ?? "confirm"}";
    }

    private async Task<Refusal?> LoadAsync(CancellationToken ct)
    {
        if (await kit.Db.StandingPlanAsync(new PlanId(Id), kit.Actor, ct) is not { } standing)
        {
            return new PlanNotFound();
        }

        Standing = standing;
        Choices = await kit.Links.ForAsync(standing.Draft.Head, kit.Actor, ct);
        Text = PlanTextView.Of(standing.Plan.Text, standing.Draft);
        History = await kit.Db.HistoryAsync(kit.Texts, kit.Actor.Owner, Id.ToString(), ToldChanges.OfPlan, ct);
        Holds = await kit.Db.HoldingAsync(kit.Actor.Owner, standing.Draft.Head, DateOnly.FromDateTime(standing.Plan.ReadAt), ct);
        HasVersion = await kit.Db.HasPlanVersionAsync(standing.Plan, ct);

        return null;
    }
}
