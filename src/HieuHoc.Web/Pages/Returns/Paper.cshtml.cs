using HieuHoc.Access;
using HieuHoc.Access.Attachments;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Returns;

/// <summary>The signed paper of a return: the sender's clerk takes down number, day and file, the standing agency the arrival of the copy on paper.</summary>
[For(Capability.SeeReturns)]
public sealed class PaperModel(
    HieuHocDb db, PackShelf shelf, Texts texts, ProgrammeClock clock, Actor actor, AttachmentKinds kinds, AttachFile attachFile,
    RecordReturnPaper recordPaper, ReceivePaperCopy receiveCopy) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public DateOnly? SignedOn { get; set; }

    /// <summary>One of the files that lie with the return already; a file that is uploaded goes before it.</summary>
    [BindProperty]
    public Guid? FileId { get; set; }

    /// <summary>The id of the file that is uploaded: sent twice it is one attachment.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public DateOnly? CopyOn { get; set; }

    /// <summary>The key of what was just done.</summary>
    [TempData(Key = "paper.done")]
    public string? Done { get; set; }

    public Return Return { get; private set; } = null!;

    public string Subject { get; private set; } = "";

    public PaperTicks Ticks { get; private set; } = null!;

    /// <summary>What is known of the paper that the visitor may see; null when nothing is.</summary>
    public ReturnPaper? Known { get; private set; }

    /// <summary>The files that may be the signed one, the youngest first.</summary>
    public IReadOnlyList<Attachment> Files { get; private set; } = [];

    /// <summary>False where no signed paper goes with the return.</summary>
    public bool IsOwed { get; private set; }

    /// <summary>True when the visitor takes down number, day and file.</summary>
    public bool MayRecord { get; private set; }

    /// <summary>True when the visitor takes down the arrival of the copy on paper.</summary>
    public bool MayReceive { get; private set; }

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    private string Record => ReturnAttachments.RecordOf(new ReturnId(Id));

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!await LoadAsync(HttpContext.RequestAborted))
        {
            context.Result = this.Refuse(new ReturnNotFound());

            return;
        }

        await next();
    }

    public void OnGet()
    {
        NewId = Guid.CreateVersion7();
        (Number, SignedOn, FileId, CopyOn) = (Known?.Number, Known?.SignedOn, Known?.AttachmentId?.Value, Known?.CopyReceivedOn);
    }

    public async Task<IActionResult> OnPostSignAsync(CancellationToken ct)
    {
        if (Missing(SignedOn, nameof(SignedOn)) is { } missing)
        {
            return missing;
        }

        if (Upload is not null && await AttachAsync(Upload, ct) is { } refused)
        {
            return refused;
        }

        var file = FileId is { } id ? new AttachmentId(id) : (AttachmentId?)null;
        var outcome = await recordPaper.RunAsync(new ReturnId(Id), new SignedPaper(Number, SignedOn!.Value, file), actor, ct);

        return outcome.Refusal switch
        {
            null => Again("paper.recorded"),
            PaperNumberIllFormed ill => this.Refuse(ill, nameof(Number)),
            PaperDayOutOfRange day => this.Refuse(day, nameof(SignedOn)),
            PaperFileMissing none => this.Refuse(none, nameof(Upload)),
            var refusal => this.Refuse(refusal),
        };
    }

    public async Task<IActionResult> OnPostCopyAsync(CancellationToken ct)
    {
        if (Missing(CopyOn, nameof(CopyOn)) is { } missing)
        {
            return missing;
        }

        var outcome = await receiveCopy.RunAsync(new ReturnId(Id), CopyOn!.Value, actor, ct);

        return outcome.Refusal is { } refusal ? this.Refuse(refusal, refusal is PaperDayOutOfRange ? nameof(CopyOn) : "") : Again("paper.received");
    }

    /// <summary>Keeps the file with the return first; what is refused afterwards can be mended without sending it again.</summary>
    private async Task<IActionResult?> AttachAsync(IFormFile upload, CancellationToken ct)
    {
        await using var content = upload.OpenReadStream();
        var kept = await attachFile.RunAsync(new ArrivingFile(new AttachmentId(NewId), ReturnAttachments.Kind, Record, upload.FileName, content), actor, ct);

        if (kept.Refusal is { } refusal)
        {
            return this.Refuse(refusal, nameof(Upload));
        }

        FileId = kept.Value.Id.Value;
        ModelState.Remove(nameof(FileId));
        await LoadAsync(ct);

        return null;
    }

    private PageResult? Missing(DateOnly? day, string field)
    {
        if (day is null && ModelState[field]?.Errors.Count is null or 0)
        {
            ModelState.AddModelError(field, texts["form.required"]);
        }

        if (day is not null)
        {
            return null;
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;

        return Page();
    }

    private RedirectResult Again(string done)
    {
        Done = done;

        return Redirect($"/returns/{Id}/paper");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var id = new ReturnId(Id);
        var own = db.ReturnsVisibleTo(actor).Where(@return => @return.Id == id);

        if (await own.AsNoTracking().SingleOrDefaultAsync(ct) is not { } @return)
        {
            return false;
        }

        Return = @return;
        Subject = await db.SubjectNameAsync(@return.SubjectId, clock.Now.Day, ct) ?? "";
        IsOwed = (await db.FormAsync(shelf, @return.FormPackId, ct)).OwesPaper;
        MayRecord = IsOwed && @return.PaperVersion is not null && await db.PapersKeptBy(actor).AnyAsync(kept => kept.Id == id, ct);
        MayReceive = IsOwed && actor.May(Capability.CheckReturns);
        Ticks = (await db.TicksAsync(own, ct))[id];
        // Whoever takes the paper down sees it before the figures are sent; everybody else what reached the standing agency.
        var version = MayRecord ? @return.PaperVersion!.Value : Math.Max(@return.SentVersion, 1);
        var known = await db.ReturnPapers.AsNoTracking()
            .SingleOrDefaultAsync(paper => paper.Owner == @return.Owner && paper.ReturnId == id && paper.Version == version, ct);
        Known = MayRecord || actor.Rule.IsSender || Ticks.SignedFile || Ticks.Copy ? known : null;
        Files = await kinds[ReturnAttachments.Kind].Visible(db, Record, actor).AsNoTracking()
            .Where(row => row.EndedAt == null).OrderByDescending(row => row.AddedAt).ThenBy(row => row.Id).ToListAsync(ct);
        var told = MayRecord || actor.Rule.IsSender || ReturnSteps.Arrived.Contains(@return.State) ? ToldChanges.OfReturnPaper : ToldChanges.OfPaperCopy;
        History = await db.HistoryAsync(texts, actor.Owner, Record, told, ct);

        return true;
    }
}
