using HieuHoc.Access;
using HieuHoc.Access.Attachments;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using HieuHoc.Returns;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Returns;

/// <summary>The signed paper and the proofs of a return: who added which file when, and a form to add one.</summary>
[For(Capability.SeeReturns)]
public sealed class AttachmentsModel(
    HieuHocDb db, AttachmentKinds kinds, AttachmentFiles files, AttachFile attachFile, EndAttachment endAttachment, Actor actor, ProgrammeClock clock) : PageModel
{
    private const long BytesOfMegabyte = 1_048_576;
    private const decimal BytesOfKilobyte = 1024;

    public static long Megabytes => AttachmentTypes.MostBytes / BytesOfMegabyte;

    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The id of the file that is added next: sent twice it is one attachment.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>The key of what was just done.</summary>
    [TempData(Key = "attachments.done")]
    public string? Done { get; set; }

    public string PlaceName { get; private set; } = "";

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool MayAdd { get; private set; }

    private string Record => ReturnAttachments.RecordOf(new ReturnId(Id));

    public static string SizeText(long bytes) => bytes < BytesOfMegabyte
        ? $"{Shown.NumberText(Math.Ceiling(bytes / BytesOfKilobyte), 0)} KB"
        : $"{Shown.NumberText((decimal)bytes / BytesOfMegabyte, 1)} MB";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!await LoadAsync(HttpContext.RequestAborted))
        {
            context.Result = this.Refuse(new ReturnNotFound());

            return;
        }

        await next();
    }

    public void OnGet() => NewId = Guid.CreateVersion7();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Upload is null)
        {
            return this.Refuse(new AttachmentEmpty(), nameof(Upload));
        }

        await using var content = Upload.OpenReadStream();
        var outcome = await attachFile.RunAsync(
            new ArrivingFile(new AttachmentId(NewId), ReturnAttachments.Kind, Record, Upload.FileName, content), actor, ct);

        return outcome.Refusal is { } refusal ? this.Refuse(refusal, nameof(Upload)) : Again("attachments.added");
    }

    /// <summary>The file, to be saved and never shown inside the site.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid attachment, CancellationToken ct)
    {
        var id = new AttachmentId(attachment);
        var found = await kinds[ReturnAttachments.Kind].Visible(db, Record, actor).AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct);

        // With a name it goes out as an attachment; SecurityHeaders forbids guessing another type.
        return found is null ? this.Refuse(new AttachmentNotFound()) : File(files.Open(found.Sha256), found.MediaType, found.Name);
    }

    public async Task<IActionResult> OnPostEndAsync(Guid attachment, CancellationToken ct)
    {
        var outcome = await endAttachment.RunAsync(new AttachmentId(attachment), actor, ct);

        return outcome.Refusal is { } refusal ? this.Refuse(refusal) : Again("attachments.endedDone");
    }

    private RedirectResult Again(string done)
    {
        Done = done;

        return Redirect($"/returns/{Id}/attachments");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var id = new ReturnId(Id);

        if (await db.ReturnsVisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(@return => @return.Id == id, ct) is not { } @return)
        {
            return false;
        }

        var kind = kinds[ReturnAttachments.Kind];
        var people = db.People;
        PlaceName = await db.SubjectNameAsync(@return.SubjectId, clock.Now.Day, ct) ?? "";
        MayAdd = await kind.MayAddAsync(db, Record, actor, ct);
        var endable = await kind.EndableAsync(db, Record, actor, ct);
        var rows = await kind.Visible(db, Record, actor).AsNoTracking().OrderByDescending(row => row.AddedAt).ThenBy(row => row.Id).ToListAsync(ct);
        var ids = rows.Select(row => new PersonId(row.AddedBy ?? Guid.Empty)).Distinct().ToList();
        var names = await people.Where(person => person.Owner == actor.Owner && ids.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id.Value, person => person.DisplayName, ct);
        Rows = [.. rows.Select(row => new Row(row.Id.Value, row.Name, row.Size, names.GetValueOrDefault(row.AddedBy ?? Guid.Empty), row.AddedAt, row.EndedAt, endable.Contains(row.Id)))];

        return true;
    }

    /// <summary>One attachment.</summary>
    /// <param name="Who">Null when the installation added it.</param>
    /// <param name="MayEnd">True when the visitor may take it from what counts.</param>
    public sealed record Row(Guid Id, string Name, long Size, string? Who, DateTime AddedAt, DateTime? EndedAt, bool MayEnd);
}
