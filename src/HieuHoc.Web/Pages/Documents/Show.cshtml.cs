using HieuHoc.Access;
using HieuHoc.Access.Attachments;
using HieuHoc.Agencies;
using HieuHoc.Documents;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Documents;

/// <summary>One document: what is known of it, its files, what it rests on and what rests on it, its text and its history.</summary>
[For(Capability.SeeDocuments)]
public sealed class ShowModel(HieuHocDb db, AttachmentKinds kinds, ReadDocument readDocument, SearchDocuments searchDocuments, Actor actor, Texts texts) : PageModel
{
    /// <summary>The most documents that are offered for a relation.</summary>
    private const int MostFound = 10;

    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>By what another document is looked for.</summary>
    [FromQuery]
    public string? Find { get; set; }

    /// <summary>The document that this one is related to.</summary>
    [BindProperty]
    public Guid? Other { get; set; }

    [BindProperty]
    public DocumentRelationKind Kind { get; set; } = DocumentRelationKind.Implements;

    [BindProperty]
    public string? CitedNumber { get; set; }

    [BindProperty]
    public DateOnly? CitedOn { get; set; }

    /// <summary>The id of a document that is cited and not yet there: sent twice it is one.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [TempData(Key = "document.done")]
    public string? Done { get; set; }

    public DocumentRead Read { get; private set; } = null!;

    /// <summary>The page of the agency that issued it; null where it is not known, or not the visitor's to see.</summary>
    public string? IssuerAddress { get; private set; }

    public IReadOnlyList<Attachment> Files { get; private set; } = [];

    /// <summary>What was found to relate it to.</summary>
    public IReadOnlyList<DocumentLine> Found { get; private set; } = [];

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    private DocumentId Document => new(Id);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;
        var read = await readDocument.RunAsync(Document, actor, ct);

        if (read.Refusal is { } refusal)
        {
            context.Result = this.Refuse(refusal);

            return;
        }

        Read = read.Value;
        var executed = await next();

        if (executed.Result is PageResult)
        {
            await LoadAsync(ct);
        }
    }

    public void OnGet() => NewId = Guid.CreateVersion7();

    public async Task<IActionResult> OnPostRelateAsync([FromServices] RelateDocuments relateDocuments, CancellationToken ct)
    {
        if (!ModelState.IsValid || Other is not { } other)
        {
            return Unread("", texts["documents.relate.unchosen"]);
        }

        var outcome = await relateDocuments.RunAsync(Document, new DocumentId(other), Kind, actor, ct);

        return outcome.Refusal is { } refusal ? this.Refuse(refusal) : Again("documents.related");
    }

    public async Task<IActionResult> OnPostCiteAsync([FromServices] CiteDocument citeDocument, CancellationToken ct)
    {
        if (!ModelState.IsValid || string.IsNullOrWhiteSpace(CitedNumber))
        {
            return Unread(nameof(CitedNumber), texts["form.required"]);
        }

        var outcome = await citeDocument.RunAsync(Document, Kind, new Citation(CitedNumber, CitedOn), new DocumentId(NewId), actor, ct);

        return outcome.Refusal is { } refusal
            ? this.Refuse(refusal, refusal is DocumentDayInFuture ? nameof(CitedOn) : nameof(CitedNumber))
            : Again("documents.related");
    }

    public async Task<IActionResult> OnPostEndAsync([FromServices] EndDocumentRelation endRelation, CancellationToken ct) =>
        await endRelation.RunAsync(Document, new DocumentId(Other ?? Guid.Empty), Kind, actor, ct) is { } refusal ? this.Refuse(refusal) : Again("documents.relation.ended");

    private async Task LoadAsync(CancellationToken ct)
    {
        if (Read.Document.IssuerAgencyId is { } agency && await db.AgenciesUnder(actor.PlaceId).AnyAsync(row => row.Id == agency, ct))
        {
            IssuerAddress = FormattableString.Invariant($"/agencies/{agency}");
        }

        Files = await kinds[DocumentFiles.Kind].Visible(db, DocumentFiles.RecordOf(Document), actor).AsNoTracking()
            .Where(row => row.EndedAt == null).OrderBy(row => row.AddedAt).ThenBy(row => row.Id).ToListAsync(ct);
        var asked = new DocumentsAsked(Find);

        if (asked.Words.Count > 0 && Read.IsKept)
        {
            var found = (await searchDocuments.RunAsync(asked, actor, ct)).Where(id => id != Document);
            Found = await searchDocuments.LinesAsync(asked, found.Take(MostFound), actor, ct);
        }

        History = await db.HistoryAsync(texts, actor.Owner, DocumentFiles.RecordOf(Document), ToldChanges.OfDocument, ct);
    }

    private PageResult Unread(string field, string sentence)
    {
        if (ModelState.IsValid)
        {
            ModelState.AddModelError(field, sentence);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;

        return Page();
    }

    private RedirectResult Again(string done)
    {
        Done = done;

        return Redirect($"/documents/{Id}");
    }
}
