using HieuHoc.Access;
using HieuHoc.Access.Attachments;
using HieuHoc.Agencies;
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
    HieuHocDb Db, AttachmentKinds Kinds, Actor Actor, Texts Texts, ProgrammeClock Clock, ReadTasks ReadTasks, KeepAnnualRows KeepRows, SayProgress SayProgress, NameTaskSuccessor NameSuccessor);

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

    /// <summary>Null of work that the agency gave itself.</summary>
    public ProgrammeTask? Task { get; private set; }

    public string Text => Task?.Text ?? Row.Text;

    public string Agency { get; private set; } = "";

    /// <summary>Who stands for the agency today.</summary>
    public int AgencyId { get; private set; }

    /// <summary>How it stands today.</summary>
    public TaskLineState Standing { get; private set; }

    public DateOnly Today => kit.Clock.Now.Day;

    /// <summary>True for who writes in the row.</summary>
    public bool Keeps { get; private set; }

    /// <summary>Where several took over from the agency, those of whom the visitor names one.</summary>
    public IReadOnlyList<(int Id, string Name)> Heirs { get; private set; } = [];

    /// <summary>What was said, the youngest first.</summary>
    public IReadOnlyList<(RowProgress Said, string? By)> Progress { get; private set; } = [];

    public IReadOnlyList<Attachment> Files { get; private set; } = [];

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;

        if (await FindAsync(ct) is not { } found)
        {
            context.Result = this.Refuse(new AnnualRowNotFound());

            return;
        }

        Row = found;
        var executed = await next();

        if (executed.Result is PageResult)
        {
            // What somebody else did meanwhile is on the page that says so.
            Row = (await FindAsync(ct))!;
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

    private Task<AnnualRow?> FindAsync(CancellationToken ct)
    {
        var id = new AnnualRowId(Id);

        return kit.Db.AnnualRowsVisibleTo(kit.Actor).AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var (db, actor, id) = (kit.Db, kit.Actor, Row.Id);
        var heirs = await db.AgencyHeirsAsync(Today, ct);
        var could = heirs.Of(Row.AgencyId);
        AgencyId = heirs.For(Row.ActingId ?? Row.AgencyId);
        var names = await db.AgencyNamesAsync([.. could.Append(AgencyId)], Today, ct);
        Agency = names[AgencyId];
        Heirs = could.Count > 1 && await db.KeepsTasksAsync(actor, ct) ? [.. could.Select(heir => (heir, names[heir]))] : [];
        Task = Row.TaskId is { } task ? await db.ProgrammeTasks.AsNoTracking().SingleAsync(row => row.Owner == Row.Owner && row.Id == task, ct) : null;
        Standing = ReadTasks.StateOf(Row, Today, await kit.ReadTasks.SoonAsync(actor, ct));
        Keeps = await db.AnnualRowsKeptBy(actor).AnyAsync(row => row.Id == id, ct) && heirs.Of(Row.ActingId ?? Row.AgencyId).Count < 2;
        var people = db.People;
        Progress =
        [
            .. (await db.RowProgresses.AsNoTracking().Where(said => said.Owner == Row.Owner && said.RowId == id).OrderByDescending(said => said.Number)
                .Select(said => new { said, By = people.Where(person => person.Owner == said.Owner && person.Id == said.SaidBy).Select(person => person.DisplayName).FirstOrDefault() })
                .ToListAsync(ct)).Select(said => (said.said, said.By)),
        ];
        Files = await kit.Kinds[AnnualRowFiles.Kind].Visible(db, AnnualRowFiles.RecordOf(id), actor).AsNoTracking()
            .Where(file => file.EndedAt == null).OrderBy(file => file.AddedAt).ThenBy(file => file.Id).ToListAsync(ct);
        History = await db.HistoryAsync(kit.Texts, actor.Owner, AnnualRowFiles.RecordOf(id), ToldChanges.OfAnnualRow, ct);
        // Who was told what another said sees it now, and may press again.
        (Act, Seen, ActedOn) = (Guid.CreateVersion7(), Progress.Count, ActedOn ?? Today);
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
