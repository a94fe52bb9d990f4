using HieuHoc.Access;
using HieuHoc.Documents;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HieuHoc.Web.Pages.Documents;

/// <summary>What the register says of a document, to be changed by whoever keeps it.</summary>
[For(Capability.KeepDocuments)]
public sealed class EditModel(ReadDocument readDocument, ChangeDocument changeDocument, Actor actor) : DocumentFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The revision that the form was begun from.</summary>
    [BindProperty]
    public int StartedFrom { get; set; }

    public OfficialDocument Document => Read.Document;

    private DocumentRead Read { get; set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var read = await readDocument.RunAsync(new DocumentId(Id), actor, HttpContext.RequestAborted);

        if (read.Refusal is { } refusal)
        {
            context.Result = this.Refuse(refusal);

            return;
        }

        Read = read.Value;
        await next();
    }

    public IActionResult OnGet()
    {
        if (!Read.IsKept)
        {
            return this.Refuse(new DocumentNotYoursToChange());
        }

        StartedFrom = Document.Revision;
        Fill(StatedDocument.Of(Document, Read.Text));

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Unread();
        }

        var stated = await ReadAsync(ct);

        if (stated.Refusal is { } unread)
        {
            return Told(unread);
        }

        var outcome = await changeDocument.RunAsync(Document.Id, StartedFrom, stated.Value, actor, ct);

        if (outcome.Refusal is { } refusal)
        {
            return Told(refusal);
        }

        TempData["document.done"] = "documents.changed";

        return Redirect($"/documents/{Id}");
    }
}
