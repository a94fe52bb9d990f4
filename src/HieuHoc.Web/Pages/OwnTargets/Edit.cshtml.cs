using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Programmes.Own;
using HieuHoc.Returns;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages.OwnTargets;

/// <summary>What the own commune wants of one target by the end of a year.</summary>
[For(Capability.KeepOwnTargets)]
public sealed class EditModel(HieuHocDb db, ReadOwnTargets readOwnTargets, SetOwnValue setOwnValue, Texts texts, Actor actor) : PageModel
{
    [FromRoute]
    public string Indicator { get; set; } = "";

    [FromRoute]
    public int Year { get; set; }

    /// <summary>The id of the version that is written: sent twice it is one.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    /// <summary>The version that the form was begun from.</summary>
    [BindProperty]
    public int StartedFrom { get; set; }

    /// <summary>Empty to want what the programme wants again.</summary>
    [BindProperty]
    public string? Wanted { get; set; }

    [BindProperty]
    public string? Decision { get; set; }

    [BindProperty]
    public DateOnly? DecidedOn { get; set; }

    public OwnMilestone Milestone { get; private set; } = null!;

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;
        var read = await readOwnTargets.OneAsync(Indicator, Year, actor, ct);

        if (read.Refusal is { } refusal)
        {
            context.Result = this.Refuse(refusal);

            return;
        }

        Milestone = read.Value;
        History = await db.HistoryAsync(texts, actor.Owner, StatedOwnValue.RecordOf(actor.PlaceId, Indicator, Year), ToldChanges.OfOwnValue, ct);
        await next();
    }

    public void OnGet()
    {
        NewId = Guid.CreateVersion7();

        if (Milestone.Own is { } own)
        {
            (StartedFrom, Wanted) = (own.Number, own.Threshold is { } threshold ? Shown.NumberText(threshold, 2) : null);
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var typed = Wanted?.Trim() ?? "";
        var wanted = TypedAnswers.Number(typed, decimals: true);

        if (typed.Length > 0 && wanted is null)
        {
            ModelState.AddModelError(nameof(Wanted), texts["ownTargets.number"]);
        }

        this.Require(texts, (nameof(DecidedOn), DecidedOn is null));

        if (!ModelState.IsValid)
        {
            return this.Unread();
        }

        var outcome = await setOwnValue.RunAsync(new OwnValueId(NewId), StartedFrom, new StatedOwnValue(Indicator, Year, wanted, Decision ?? "", DecidedOn!.Value), actor, ct);

        if (outcome.Refusal is { } refusal)
        {
            return this.Refuse(refusal, refusal is OwnValueDecisionMissing ? nameof(Decision) : refusal is OwnValueDayAhead ? nameof(DecidedOn) : nameof(Wanted));
        }

        TempData["ownTargets.done"] = "ownTargets.set";

        return Redirect("/own-targets");
    }
}
