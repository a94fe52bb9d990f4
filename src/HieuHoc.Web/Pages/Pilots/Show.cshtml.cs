using HieuHoc.Access;
using HieuHoc.Access.Attachments;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using HieuHoc.Programmes.Pilots;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Pilots;

/// <summary>One pilot: what is tried and where, its baseline beside its evaluation, what was decided, and its history.</summary>
[For(Capability.SeeTasks)]
public sealed class ShowModel(PilotKit kit, AttachmentKinds kinds) : PilotPage(kit)
{
    [BindProperty]
    public PilotStep? Step { get; set; }

    /// <summary>Why it is given up.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The measure that is taken away.</summary>
    [BindProperty]
    public Guid Measure { get; set; }

    [BindProperty]
    public PilotDecision Decision { get; set; }

    [BindProperty]
    public string? DecisionNumber { get; set; }

    [BindProperty]
    public DateOnly? DecidedOn { get; set; }

    [BindProperty]
    public string? WhereTo { get; set; }

    [BindProperty]
    public DateOnly? GoesOnUntil { get; set; }

    public IReadOnlyList<Attachment> Files { get; private set; } = [];

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public void OnGet() => StartedFrom = Read.Pilot.Revision;

    public async Task<IActionResult> OnPostMoveAsync([FromServices] MovePilot movePilot, CancellationToken ct)
    {
        if (!ModelState.IsValid || Step is not { } step)
        {
            return Unread("", Kit.Texts["visits.step.unchosen"]);
        }

        var outcome = await movePilot.RunAsync(Pilot, StartedFrom, step, Reason, Kit.Actor, ct);

        return outcome.Refusal is { } refusal ? this.Refuse(refusal, refusal is PilotReasonMissing or PilotTextTooLong ? nameof(Reason) : "") : Again($"pilots.done.{step}");
    }

    public async Task<IActionResult> OnPostRemoveAsync([FromServices] MeasurePilot measurePilot, CancellationToken ct)
    {
        var outcome = await measurePilot.RemoveAsync(Pilot, new PilotMeasureId(Measure), Kit.Actor, ct);

        return outcome.Refusal is { } refusal ? this.Refuse(refusal) : Again("pilots.measure.removed");
    }

    public async Task<IActionResult> OnPostDecideAsync([FromServices] DecidePilot decidePilot, CancellationToken ct)
    {
        if (!ModelState.IsValid || DecidedOn is not { } decidedOn)
        {
            return Unread(nameof(DecidedOn), Kit.Texts["form.required"]);
        }

        var stated = new StatedPilotDecision(Decision, DecisionNumber ?? "", decidedOn, WhereTo ?? "", GoesOnUntil);
        var outcome = await decidePilot.RunAsync(Pilot, StartedFrom, stated, Kit.Actor, ct);

        return outcome.Refusal is { } refusal ? this.Refuse(refusal, FieldOf(refusal)) : Again($"pilots.decided.{Decision}");
    }

    protected override async Task DrawAsync(CancellationToken ct)
    {
        var (db, actor) = (Kit.Db, Kit.Actor);
        Files = await kinds[PilotFiles.Kind].Visible(db, PilotFiles.RecordOf(Pilot), actor).AsNoTracking()
            .Where(file => file.EndedAt == null).OrderBy(file => file.AddedAt).ThenBy(file => file.Id).ToListAsync(ct);
        History = await db.HistoryAsync(Kit.Texts, actor.Owner, $"{Id}", ToldChanges.OfPilot, ct);
    }

    private static string FieldOf(Refusal refusal) => refusal switch
    {
        PilotDecisionNumberUnreadable => nameof(DecisionNumber),
        PilotDecisionDayUnfit => nameof(DecidedOn),
        PilotWhereToMissing or PilotTextTooLong => nameof(WhereTo),
        PilotGoesOnUntilUnfit => nameof(GoesOnUntil),
        _ => "",
    };
}
