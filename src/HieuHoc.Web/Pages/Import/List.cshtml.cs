using HieuHoc.Access;
using HieuHoc.Exchange.Lists;
using HieuHoc.Exchange.Lists.Accounts;
using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Import;

/// <summary>What the page of a list needs.</summary>
public sealed record ImportKit(HieuHocDb Db, ListKinds Kinds, Actor Actor, BuildListTemplate Build, TakeList Take, ReadList Read, AcceptList Accept);

/// <summary>A list from Excel: downloaded empty, uploaded, held against what is there line by line, and taken over as far as the officer chooses.</summary>
[For(Capability.TakeLists)]
public sealed class ListModel(ImportKit kit) : PageModel
{
    public static long Megabytes => AttachmentTypes.MostBytes / 1_048_576;

    [FromRoute(Name = "kind")]
    public string KindName { get; set; } = "";

    /// <summary>The upload that is looked at; none on the page where one is made.</summary>
    [FromRoute(Name = "file")]
    public Guid? UploadId { get; set; }

    /// <summary>The lines that are asked for, by the name of their state.</summary>
    [FromQuery(Name = "show")]
    public string? Show { get; set; }

    /// <summary>Which hundred of them, from 1.</summary>
    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    /// <summary>The id of the next upload, or of what is taken over: sent twice it is one.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public string? Period { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>True when all lines are taken over that can be; else those that are ticked.</summary>
    [BindProperty]
    public bool All { get; set; }

    /// <summary>The rows that are ticked.</summary>
    [BindProperty]
    public IReadOnlyList<int> Chosen { get; set; } = [];

    /// <summary>What was taken over just now, as a sentence.</summary>
    [TempData(Key = "import.done")]
    public int? Done { get; set; }

    public ListKind Kind { get; private set; } = null!;

    /// <summary>The upload held against what is there; null where there is none.</summary>
    public HeldList? Held { get; private set; }

    public Paging Pages { get; private set; } = Paging.Of(1, 0, ReadList.PageSize, "/import");

    /// <summary>The files that were uploaded before, the youngest first.</summary>
    public IReadOnlyList<Uploaded> Uploads { get; private set; } = [];

    public string Address => $"/import/{Kind.Name}";

    /// <summary>Where the accounts that are here get their first passwords; null where none of the list are, or none is needed.</summary>
    public string? Slips => Held is { Kind: AccountList } && Held.Counts[ListLineState.Same] > 0 && kit.Actor.Role is Role.Administrator
        ? $"{Address}/{UploadId}/slips" : null;

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
        var built = await kit.Build.RunAsync(KindName, kit.Actor, ct);

        return built.Refusal is { } refusal
            ? this.Refuse(refusal)
            : this.Download((built.Value.FileName, PaperFiles.Excel, to => ExcelPaper.Write(built.Value.Workbook, to)));
    }

    /// <summary>The office's own file with what is to be mended.</summary>
    public async Task<IActionResult> OnGetCopyAsync(CancellationToken ct)
    {
        var copy = new MemoryStream();

        if (await kit.Read.CopyAsync(KindName, new AttachmentId(UploadId ?? default), copy, kit.Actor, ct) is { } refusal)
        {
            return this.Refuse(refusal);
        }

        copy.Position = 0;

        return File(copy, PaperFiles.Excel, Held!.File.Name); // without an upload the copy was refused
    }

    public async Task<IActionResult> OnPostUploadAsync(CancellationToken ct)
    {
        if (Upload is null || Upload.Length == 0)
        {
            return this.Refuse(new AttachmentEmpty(), nameof(Upload));
        }

        await using var content = Upload.OpenReadStream();
        var taken = await kit.Take.RunAsync(new ArrivingList(new AttachmentId(NewId), KindName, Period ?? "", Upload.FileName, content), kit.Actor, ct);

        return taken.Refusal is { } refusal
            ? this.Refuse(refusal, refusal is ListPeriodIllFormed ? nameof(Period) : nameof(Upload))
            : Redirect($"{Address}/{taken.Value.Id.Value}");
    }

    public async Task<IActionResult> OnPostAcceptAsync(CancellationToken ct)
    {
        var asked = new ListAcceptance(NewId, All ? null : Chosen.ToHashSet(), Source ?? "", Reason ?? "");
        var accepted = await kit.Accept.RunAsync(KindName, new AttachmentId(UploadId ?? default), asked, kit.Actor, ct);

        if (accepted.Refusal is { } refusal)
        {
            kit.Db.ChangeTracker.Clear();

            return this.Refuse(refusal, refusal is ListReasonMissing ? nameof(Reason) : "");
        }

        Done = accepted.Value.Count;

        return Redirect($"{Address}/{UploadId}");
    }

    /// <summary>True for a line that stays ticked: all, until somebody unticks one.</summary>
    public bool IsTicked(ListLine line) => !HttpMethods.IsPost(Request.Method) || All || Chosen.Contains(line.Row);

    private async Task<Refusal?> LoadAsync(CancellationToken ct)
    {
        if (kit.Kinds.Of(KindName, kit.Actor) is not { } kind)
        {
            return new ListNotFound();
        }

        Kind = kind;
        Uploads = await UploadedLists.Of(kit.Db, kind.Name, kit.Actor).AsNoTracking().OrderByDescending(row => row.AddedAt)
            .Select(row => new Uploaded(row.Id.Value, row.Name, row.AddedAt)).ToListAsync(ct);

        if (UploadId is not { } id)
        {
            return null;
        }

        var state = Enum.TryParse<ListLineState>(Show, ignoreCase: true, out var named) && Enum.IsDefined(named) ? named : (ListLineState?)null;
        var held = await kit.Read.RunAsync(kind.Name, new AttachmentId(id), state, Number, kit.Actor, ct);

        if (held.Refusal is { } refusal)
        {
            return refusal;
        }

        Held = held.Value;
        Pages = Paging.Of(Number, Held.Counts[Held.State], ReadList.PageSize, $"{Address}/{id}?show={Held.State}");

        return null;
    }

    /// <summary>A file that was uploaded.</summary>
    public sealed record Uploaded(Guid Id, string Name, DateTime At);
}
