using HieuHoc.Access;
using HieuHoc.Documents;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HieuHoc.Web.Pages.Documents;

/// <summary>A document that comes into the register.</summary>
[For(Capability.KeepDocuments)]
public sealed class NewModel(RegisterDocument registerDocument, Actor actor) : DocumentFormPage
{
    /// <summary>The id of the document: sent twice it is one.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    public void OnGet()
    {
        NewId = Guid.CreateVersion7();
        Level = actor switch
        {
            { Role: Role.CommuneOfficer } => DocumentLevel.Commune,
            { OwnAgency: not null } => DocumentLevel.Department,
            _ => DocumentLevel.Province,
        };
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

        var outcome = await registerDocument.RunAsync(new DocumentId(NewId), stated.Value, actor, ct);

        if (outcome.Refusal is { } refusal)
        {
            return Told(refusal);
        }

        TempData["document.done"] = "documents.registered";

        return Redirect($"/documents/{outcome.Value.Id.Value}");
    }
}
