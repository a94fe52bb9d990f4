using HieuHoc.Access;
using HieuHoc.Access.Attachments;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Shared;

/// <summary>What the pages of attachments need.</summary>
public sealed record AttachmentsKit(HieuHocDb Db, AttachmentKinds Kinds, AttachmentFiles Files, AttachFile AttachFile, EndAttachment EndAttachment, Actor Actor);

/// <summary>The files of a record: who added which when, and a form to add one. Drawn by <c>_Attachments</c>.</summary>
public abstract class AttachmentsPage(AttachmentsKit kit) : PageModel
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

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool MayAdd { get; private set; }

    protected AttachmentsKit Kit { get; } = kit;

    /// <summary>The address of the page.</summary>
    public abstract string Address { get; }

    /// <summary>The name of the kind of the record.</summary>
    protected abstract string Kind { get; }

    /// <summary>The record whose files these are.</summary>
    protected abstract string Record { get; }

    public static string SizeText(long bytes) => bytes < BytesOfMegabyte
        ? $"{Shown.NumberText(Math.Ceiling(bytes / BytesOfKilobyte), 0)} KB"
        : $"{Shown.NumberText((decimal)bytes / BytesOfMegabyte, 1)} MB";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await FindAsync(HttpContext.RequestAborted) is { } refusal)
        {
            context.Result = this.Refuse(refusal);

            return;
        }

        await LoadAsync(HttpContext.RequestAborted);
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
        var outcome = await Kit.AttachFile.RunAsync(new ArrivingFile(new AttachmentId(NewId), Kind, Record, Upload.FileName, content), Kit.Actor, ct);

        return outcome.Refusal is { } refusal ? this.Refuse(refusal, nameof(Upload)) : Again("attachments.added");
    }

    /// <summary>The file, to be saved and never shown inside the site.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid attachment, CancellationToken ct)
    {
        var id = new AttachmentId(attachment);
        var found = await Kit.Kinds[Kind].Visible(Kit.Db, Record, Kit.Actor).AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct);

        // With a name it goes out as an attachment; SecurityHeaders forbids guessing another type.
        return found is null ? this.Refuse(new AttachmentNotFound()) : File(Kit.Files.Open(found.Sha256), found.MediaType, found.Name);
    }

    public async Task<IActionResult> OnPostEndAsync(Guid attachment, CancellationToken ct)
    {
        var outcome = await Kit.EndAttachment.RunAsync(new AttachmentId(attachment), Kit.Actor, ct);

        return outcome.Refusal is { } refusal ? this.Refuse(refusal) : Again("attachments.endedDone");
    }

    /// <summary>Reads what the page says of the record; why there is none for this visitor, or null.</summary>
    protected abstract Task<Refusal?> FindAsync(CancellationToken ct);

    private RedirectResult Again(string done)
    {
        Done = done;

        return Redirect(Address);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var (db, actor, kind) = (Kit.Db, Kit.Actor, Kit.Kinds[Kind]);
        var people = db.People;
        MayAdd = await kind.MayAddAsync(db, Record, actor, ct);
        var endable = await kind.EndableAsync(db, Record, actor, ct);
        var rows = await kind.Visible(db, Record, actor).AsNoTracking().OrderByDescending(row => row.AddedAt).ThenBy(row => row.Id).ToListAsync(ct);
        var ids = rows.Select(row => new PersonId(row.AddedBy ?? Guid.Empty)).Distinct().ToList();
        var names = await people.Where(person => person.Owner == actor.Owner && ids.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id.Value, person => person.DisplayName, ct);
        Rows = [.. rows.Select(row => new Row(row.Id.Value, row.Name, row.Size, names.GetValueOrDefault(row.AddedBy ?? Guid.Empty), row.AddedAt, row.EndedAt, endable.Contains(row.Id)))];
    }

    /// <summary>One attachment.</summary>
    /// <param name="Who">Null when the installation added it.</param>
    /// <param name="MayEnd">True when the visitor may take it from what counts.</param>
    public sealed record Row(Guid Id, string Name, long Size, string? Who, DateTime AddedAt, DateTime? EndedAt, bool MayEnd);
}
