using HieuHoc.Access;
using HieuHoc.Documents;
using HieuHoc.Platform;
using HieuHoc.Web.Hosting;
using HieuHoc.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Documents;

/// <summary>The files of a document, as scanned or issued.</summary>
[For(Capability.SeeDocuments)]
public sealed class AttachmentsModel(AttachmentsKit kit) : AttachmentsPage(kit)
{
    public OfficialDocument Document { get; private set; } = null!;

    public override string Address => $"/documents/{Id}/attachments";

    protected override string Kind => DocumentFiles.Kind;

    protected override string Record => DocumentFiles.RecordOf(new DocumentId(Id));

    protected override async Task<Refusal?> FindAsync(CancellationToken ct)
    {
        var id = new DocumentId(Id);

        if (await Kit.Db.DocumentsVisibleTo(Kit.Actor).AsNoTracking().SingleOrDefaultAsync(document => document.Id == id, ct) is not { } document)
        {
            return new DocumentNotFound();
        }

        Document = document;

        return null;
    }
}
