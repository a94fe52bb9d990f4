using System.Text.Json;
using HieuHoc.Access;
using HieuHoc.Access.Capture;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns;
using HieuHoc.Returns.Cells;
using HieuHoc.Returns.Reasons;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages.Returns;

/// <summary>One return: its officer types it, its leader approves it, the standing agency checks it; all see its history.</summary>
[For(Capability.SeeReturns)]
public sealed partial class ShowModel(
    HieuHocDb db,
    PackShelf shelf,
    Texts texts,
    ProgrammeClock clock,
    Actor actor,
    MergeReturn mergeReturn,
    ExplainFindings explainFindings,
    MarkCells markCells,
    RemarkOnCells remarkOnCells,
    TakeReturnStep takeStep) : PageModel
{
    /// <summary>What the name of every cell's field begins with.</summary>
    public const string CellPrefix = "cell.";

    /// <summary>A form of more sections than these is typed one section a page.</summary>
    private const int SectionsOfOnePage = 2;

    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The code of the section that is typed, where the form is typed one section a page.</summary>
    [FromQuery(Name = "section")]
    public string? Code { get; set; }

    /// <summary>The code of the section to go on to after saving; null goes back to the list of sections.</summary>
    [BindProperty]
    public string? Go { get; set; }

    /// <summary>The revision that the page showed.</summary>
    [BindProperty, BindRequired]
    public int Revision { get; set; }

    /// <summary>Why it is given back, or is to be mended.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Why figures that look odd are right, as typed beside them.</summary>
    [BindProperty]
    public List<ReasonField> Reasons { get; set; } = [];

    /// <summary>The step just taken, to say so.</summary>
    [TempData(Key = "returns.done")]
    public string? Done { get; set; }

    public ReturnView View { get; private set; } = null!;

    /// <summary>The steps and the attachments that this visitor may know of, the youngest first.</summary>
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    /// <summary>What stands in the cells: what was typed, also when it could not be read.</summary>
    public IReadOnlyDictionary<string, string> Cells { get; private set; } = new Dictionary<string, string>();

    /// <summary>What is stored of a cell, or of its estimate, as it is typed; empty when it was not answered.</summary>
    public string Saved(string name) =>
        View.Answers.Names.TryGetValue(name, out var value) ? Shown.CellText(ElementOf(name), value) : "";

    /// <summary>What was typed and can no longer be saved here, since the return left the officer's hands meanwhile.</summary>
    public IReadOnlyList<(string Cell, string Typed)> Lost => View.CanType
        ? []
        : [.. View.Form.Cells.Where(name => Cells.GetValueOrDefault(name, "") != Before.GetValueOrDefault(name, "")).Select(name => (ElementOf(name).Title.Here, Said(name, Cells.GetValueOrDefault(name, ""))))];

    private ElementDefinition ElementOf(string name) => View.Elements[EstimatedCell.ElementOf(name)];

    /// <summary>What was typed, or chosen, as people read it.</summary>
    private string Said(string name, string typed) =>
        ElementOf(name).Choices.Where(choice => Shown.CellText(ElementOf(name), choice) == typed)
            .Select(choice => texts.Word(ElementOf(name), choice)).FirstOrDefault() ?? typed;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await LoadAsync(HttpContext.RequestAborted) is { } refusal)
        {
            context.Result = this.Refuse(refusal);

            return;
        }

        // No page of ours leaves out what a step needs; without it a step would be guessed.
        if (!ModelState.IsValid)
        {
            context.Result = BadRequest();

            return;
        }

        await next();
    }

    public void OnGet() => Revision = View.Revision;

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken ct) => await SaveAsync(ct) ?? Again("saved", Section(Go));

    /// <summary>Saves what is on the page, then takes the step, so that a forgotten "save" never loses a cell.</summary>
    public async Task<IActionResult> OnPostSubmitAsync(CancellationToken ct)
    {
        if (await SaveAsync(ct) is { } refused)
        {
            return refused;
        }

        // Whoever may not type was refused above.
        return await StepAsync(View.HandsOn!.Step, ct);
    }

    public Task<IActionResult> OnPostStepAsync([BindRequired] ReturnStep step, CancellationToken ct) => StepAsync(step, ct);

    private async Task<IActionResult> StepAsync(ReturnStep step, CancellationToken ct)
    {
        var outcome = await takeStep.RunAsync(new ReturnId(Id), Revision, step, Reason, actor, ct);

        return outcome.Refusal switch
        {
            null => Again(step.ToString()),
            (ReasonMissing or ReasonTooLong or ReturnPaperMissing) and var reason => await RefuseAsync(reason, ct, $"reason.{step}"),
            ReturnHasUnexplainedFindings open => await RefuseAsync(open, () => FirstUnexplained, ct),
            CellsNotAnswered open => await RefuseAsync(open, () => FirstWaiting, ct),
            var refusal => await RefuseAsync(refusal, ct),
        };
    }

    private Task<IActionResult> RefuseAsync(Refusal refusal, CancellationToken ct, string field = "") => RefuseAsync(refusal, () => field, ct);

    /// <summary>Draws the page as it is now: what was refused may have been saved before, or changed by somebody else.</summary>
    /// <param name="field">The field that the refusal is about, on the page as it is then.</param>
    private async Task<IActionResult> RefuseAsync(Refusal refusal, Func<string> field, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await LoadAsync(ct);
        // Whoever started from an older revision keeps it, so that pressing again cannot overwrite unseen.
        Revision = refusal is ReturnChangedMeanwhile ? Revision : View.Revision;

        return this.Refuse(refusal, field());
    }

    private RedirectResult Again(string done, FormSection? section = null)
    {
        Done = done;

        return Redirect(AddressOf(section));
    }

    private async Task<IReadOnlyList<HistoryLine>> HistoryAsync(ReturnView view, CancellationToken ct)
    {
        var inside = actor.Rule.IsSender || view.CanType;
        IReadOnlyList<string> told = inside
            ? [.. ToldChanges.OfReturnFiles, .. ToldChanges.OfReturnReasons, .. ToldChanges.OfReturnWorkbooks, .. ToldChanges.OfReturnCaptures]
            : ToldChanges.OfReturnFiles;
        var files = await db.SayAsync(
            texts, actor.Owner, await db.ChangesOfAsync(actor.Owner, [ReturnAttachments.RecordOf(new ReturnId(Id))], told, ct), Placed, ct);
        // The receiver knows of what lay with the return when it was sent, as with the answers, and of the paper that followed.
        var known = inside ? files : files.Where(line => line.At <= view.SentAt);
        var paper = await db.HistoryAsync(
            texts,
            actor.Owner,
            ReturnAttachments.RecordOf(new ReturnId(Id)),
            actor.Rule.IsSender || ReturnSteps.Arrived.Contains(view.State) ? ToldChanges.OfReturnPaper : ToldChanges.OfPaperCopy,
            ct);
        var steps = view.Moves.Select(move => new HistoryLine(
            texts[$"returnStep.{move.Step}"], move.At, move.Who, texts["returns.version", ("number", move.Version)], move.Reason));

        return [.. steps.Concat(known).Concat(paper).OrderByDescending(line => line.At)];
    }

    /// <summary>What was filled in without network arrives later than it was done: the line says both.</summary>
    private ChangeWords Placed(ToldChange change) =>
        change.Change == nameof(RecordReceived) && JsonSerializer.Deserialize<RecordReceived>(change.Detail, Json.Compact) is { } received
            ? new ChangeWords(texts[received.RelayedBy is null ? "history.acted" : "history.acted.relayed", ("at", Shown.InstantText(received.ActedAt))])
            : new ChangeWords();

    private async Task<Refusal?> LoadAsync(CancellationToken ct)
    {
        var view = await ReturnView.ReadAsync(db, shelf, clock, new ReturnId(Id), actor, ct);

        if (view is null)
        {
            return new ReturnNotFound();
        }

        View = view;
        Past = await PastAsync(view, ct);
        await ReadPaperAsync(ct);
        History = await HistoryAsync(view, ct);
        Changes = await ChangesAsync(view, ct);
        Cells = Before = view.Form.Cells.ToDictionary(name => name, Saved);

        return null;
    }
}
