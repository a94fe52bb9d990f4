using HieuHoc.Access;
using HieuHoc.Access.Attachments;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Tasks;

/// <summary>What the page of a row does.</summary>
public sealed record RowKit(
    HieuHocDb Db, AttachmentKinds Kinds, Actor Actor, Texts Texts, ProgrammeClock Clock, ReadAnnualRow ReadRow, KeepAnnualRows KeepRows, SayProgress SayProgress, NameTaskSuccessor NameSuccessor);

/// <summary>A row of an annual plan: what is to be done, what was said of how far it has come, its evidence and its history.</summary>
[For(Capability.SeeTasks)]
public sealed class RowModel(RowKit kit) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>One press of a button: sent twice it is one.</summary>
    [BindProperty]
    public Guid Act { get; set; }

    /// <summary>The number of the last that the page knew of what was said.</summary>
    [BindProperty]
    public int Seen { get; set; }

    [BindProperty]
    public RowState? State { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public DateOnly? ActedOn { get; set; }

    /// <summary>The revision that the form of the row was begun from.</summary>
    [BindProperty]
    public int StartedFrom { get; set; }

    [BindProperty]
    public string? Deliverable { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Who goes on with the row for an agency that ended.</summary>
    [BindProperty]
    public int To { get; set; }

    /// <summary>The key of what was just done.</summary>
    [TempData(Key = "row.done")]
    public string? Done { get; set; }

    public AnnualRow Row { get; private set; } = null!;

    /// <summary>The row with its task, its agency and what was said of it.</summary>
    public AnnualRowRead Read { get; private set; } = null!;

    public DateOnly Today => kit.Clock.Now.Day;

    public IReadOnlyList<Attachment> Files { get; private set; } = [];

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var (id, ct) = (new AnnualRowId(Id), HttpContext.RequestAborted);

        if (await kit.Db.AnnualRowsVisibleTo(kit.Actor).AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } found)
        {
            context.Result = this.Refuse(new AnnualRowNotFound());

            return;
        }

        Row = found;
        var executed = await next();

        if (executed.Result is PageResult)
        {
            await LoadAsync(ct);
        }
    }

    public void OnGet() => FillRow();

    public async Task<IActionResult> OnPostProgressAsync(CancellationToken ct)
    {
        FillRow();

        if (!ModelState.IsValid || State is null || ActedOn is null)
        {
            return Unread(State is null ? nameof(State) : nameof(ActedOn));
        }

        var told = new ToldProgress(Act, Seen, State.Value, Words ?? "", ActedOn.Value);
        var outcome = await kit.SayProgress.RunAsync(Row.Id, told, kit.Actor, ct);

        return outcome.Refusal is { } refusal
            ? this.Refuse(refusal, refusal switch { ProgressDayInFuture => nameof(ActedOn), TaskTextTooLong => nameof(Words), _ => "" })
            : Again("tasks.progress.done");
    }

    public async Task<IActionResult> OnPostChangeAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Unread("");
        }

        var outcome = await kit.KeepRows.ChangeAsync(Row.Id, StartedFrom, new StatedRow(Deliverable ?? "", DueOn, Note ?? ""), kit.Actor, ct);

        return outcome.Refusal is { } refusal
            ? this.Refuse(refusal, refusal switch { RowDueOutOfYear => nameof(DueOn), TaskLineTooLong => nameof(Deliverable), TaskTextTooLong => nameof(Note), _ => "" })
            : Again("tasks.row.changed");
    }

    public async Task<IActionResult> OnPostDropAsync(CancellationToken ct)
    {
        FillRow();
        var outcome = await kit.KeepRows.DropAsync(Row.Id, Reason ?? "", kit.Actor, ct);

        return outcome.Refusal is { } refusal ? this.Refuse(refusal, refusal is DropReasonMissing or TaskLineTooLong ? nameof(Reason) : "") : Again("tasks.row.dropped.done");
    }

    public async Task<IActionResult> OnPostSuccessorAsync(CancellationToken ct)
    {
        FillRow();

        return await kit.NameSuccessor.OfRowAsync(Row.Id, To, kit.Actor, ct) is { } refusal ? this.Refuse(refusal) : Again("tasks.successor.done");
    }

    /// <summary>The form of the row as it stands; what is typed in another form leaves it alone.</summary>
    private void FillRow() => (StartedFrom, Deliverable, DueOn, Note) = (Row.Revision, Row.Deliverable, Row.DueOn, Row.Note);

    private async Task LoadAsync(CancellationToken ct)
    {
        var (db, actor, id) = (kit.Db, kit.Actor, new AnnualRowId(Id));
        // What somebody else did meanwhile is on the page that says so; the row was found before the handler ran.
        Read = (await kit.ReadRow.RunAsync(id, actor, ct)).Value;
        Row = Read.Row;
        Files = await kit.Kinds[AnnualRowFiles.Kind].Visible(db, AnnualRowFiles.RecordOf(id), actor).AsNoTracking()
            .Where(file => file.EndedAt == null).OrderBy(file => file.AddedAt).ThenBy(file => file.Id).ToListAsync(ct);
        History = await db.HistoryAsync(kit.Texts, actor.Owner, AnnualRowFiles.RecordOf(id), ToldChanges.OfAnnualRow, ct);
        // Who was told what another said sees it now, and may press again.
        (Act, Seen, ActedOn) = (Guid.CreateVersion7(), Read.LastSaid, ActedOn ?? Today);
    }

    private PageResult Unread(string field)
    {
        if (ModelState.IsValid)
        {
            ModelState.AddModelError(field, kit.Texts["form.required"]);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;

        return Page();
    }

    private RedirectResult Again(string done)
    {
        Done = done;

        return Redirect($"/tasks/rows/{Id}");
    }
}
