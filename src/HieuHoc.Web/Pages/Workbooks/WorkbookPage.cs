using HieuHoc.Access;
using HieuHoc.Access.Attachments;
using HieuHoc.Exchange.Workbooks;
using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Workbooks;

/// <summary>What the pages of workbooks need.</summary>
public sealed record WorkbookKit(
    HieuHocDb Db, PackShelf Shelf, ProgrammeClock Clock, Actor Actor, AttachmentKinds Kinds, BuildWorkbook Build, TakeWorkbook Take, ReadWorkbook Read, AcceptWorkbook Accept);

/// <summary>
/// A workbook that is filled without network: downloaded, uploaded, held against what stands there cell by cell, and taken over
/// as far as the officer chooses.
/// </summary>
public abstract class WorkbookPage(WorkbookKit kit) : PageModel
{
    /// <summary>What parts the return from the name of the cell in a ticked box.</summary>
    private const char Parting = '|';

    /// <summary>More mistakes than these are told in the copy of the file alone.</summary>
    public const int MostMistakes = 100;

    public static long Megabytes => AttachmentTypes.MostBytes / 1_048_576;

    /// <summary>The upload that is looked at; none on the page where one is made.</summary>
    [FromRoute(Name = "file")]
    public Guid? UploadId { get; set; }

    /// <summary>The id of the next upload: sent twice it is one.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>The revision of each return that the page showed.</summary>
    // Named, or a form without any would have all its fields read as revisions.
    [BindProperty(Name = nameof(Revisions))]
    public Dictionary<Guid, int> Revisions { get; set; } = [];

    /// <summary>How many cells were taken over just now.</summary>
    [TempData(Key = "workbook.done")]
    public int? Done { get; set; }

    /// <summary>What the workbook belongs to.</summary>
    public abstract WorkbookRecord Record { get; }

    /// <summary>The address of the page without an upload.</summary>
    public abstract string Address { get; }

    /// <summary>Where the figures are typed and sent.</summary>
    public abstract string Home { get; }

    public WorkbookScope Scope { get; private set; } = null!;

    /// <summary>The upload held against the returns; null where there is none.</summary>
    public HeldWorkbook? Held { get; private set; }

    /// <summary>The files that were uploaded before, the youngest first.</summary>
    public IReadOnlyList<Uploaded> Uploads { get; private set; } = [];

    /// <summary>The boxes that are ticked: all, until somebody unticks one.</summary>
    public IReadOnlySet<string>? Ticked { get; private set; }

    /// <summary>The value of the box of a cell.</summary>
    public static string BoxOf(GivenCell cell) => $"{cell.Return.Id.Value}{Parting}{cell.Name}";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await LoadAsync(HttpContext.RequestAborted) is { } refusal)
        {
            context.Result = this.Refuse(refusal);

            return;
        }

        await next();
    }

    public void OnGet() => NewId = Guid.CreateVersion7();

    /// <summary>The workbook to fill in.</summary>
    public async Task<IActionResult> OnGetEmptyAsync(CancellationToken ct)
    {
        var built = await kit.Build.RunAsync(Record, kit.Actor, ct);

        return built.Refusal is { } refusal
            ? this.Refuse(refusal)
            : this.Download((built.Value.FileName, PaperFiles.Excel, to => ExcelPaper.Write(built.Value.Workbook, to)));
    }

    /// <summary>The officer's own file with what is to be mended.</summary>
    public IActionResult OnGetCopy() => Held is { } held
        ? this.Download((held.File.Name, PaperFiles.Excel, to => kit.Read.Copy(held, to)))
        : this.Refuse(new WorkbookNotFound());

    public async Task<IActionResult> OnPostUploadAsync(CancellationToken ct)
    {
        if (Upload is null || Upload.Length == 0)
        {
            return this.Refuse(new AttachmentEmpty(), nameof(Upload));
        }

        await using var content = Upload.OpenReadStream();
        var taken = await kit.Take.RunAsync(Record, new AttachmentId(NewId), Upload.FileName, content, kit.Actor, ct);

        return taken.Refusal is { } refusal ? this.Refuse(refusal, nameof(Upload)) : Redirect($"{Address}/{taken.Value.Id.Value}");
    }

    public async Task<IActionResult> OnPostAcceptAsync(CancellationToken ct)
    {
        var chosen = Request.Form["Chosen"].OfType<string>().ToHashSet();
        var outcome = await kit.Accept.RunAsync(
            Record,
            new AttachmentId(UploadId ?? default),
            Revisions.ToDictionary(pair => new ReturnId(pair.Key), pair => pair.Value),
            [.. chosen.Select(CellOf).OfType<ChosenCell>()],
            kit.Actor,
            ct);

        if (outcome.Refusal is { } refusal)
        {
            kit.Db.ChangeTracker.Clear();
            await LoadAsync(ct);
            Ticked = chosen;

            return this.Refuse(refusal);
        }

        Done = outcome.Value.Cells;

        return Redirect($"{Address}/{UploadId}");
    }

    private static ChosenCell? CellOf(string box) =>
        box.Split(Parting, 2) is [var id, var name] && Guid.TryParse(id, out var @return) ? new ChosenCell(new ReturnId(@return), name) : null;

    private async Task<Refusal?> LoadAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is { } refusal)
        {
            return refusal;
        }

        Uploads = await UploadsAsync(ct);

        return null;
    }

    private async Task<Refusal?> ReadAsync(CancellationToken ct)
    {
        if (UploadId is { } id)
        {
            var held = await kit.Read.RunAsync(Record, new AttachmentId(id), kit.Actor, ct);

            if (held.Refusal is null)
            {
                (Held, Scope) = (held.Value, held.Value.Scope);
            }

            return held.Refusal;
        }

        var scope = await kit.Db.WorkbookScopeAsync(kit.Shelf, Record, kit.Actor, kit.Clock.Now.Day, ct);

        if (scope.Refusal is null)
        {
            Scope = scope.Value;
        }

        return scope.Refusal;
    }

    private async Task<IReadOnlyList<Uploaded>> UploadsAsync(CancellationToken ct)
    {
        var (people, owner) = (kit.Db.People, kit.Actor.Owner);
        var rows = await kit.Kinds[UploadedWorkbooks.Kind].Visible(kit.Db, Record.Text, kit.Actor).AsNoTracking()
            .OrderByDescending(row => row.AddedAt)
            .ToListAsync(ct);
        var ids = rows.Select(row => new PersonId(row.AddedBy ?? Guid.Empty)).Distinct().ToList();
        var names = await people.Where(person => person.Owner == owner && ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id.Value, person => person.DisplayName, ct);

        return [.. rows.Select(row => new Uploaded(row.Id.Value, row.Name, names.GetValueOrDefault(row.AddedBy ?? Guid.Empty), row.AddedAt))];
    }

    /// <summary>A file that was uploaded.</summary>
    /// <param name="Who">Null when the account is gone.</param>
    public sealed record Uploaded(Guid Id, string Name, string? Who, DateTime At);
}
