using HieuHoc.Access;
using HieuHoc.Access.Attachments;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Documents;

/// <summary>The files of a document, as scanned or issued: for whoever sees it, and changed by whoever keeps it.</summary>
public sealed class DocumentFiles : AttachmentKind
{
    /// <summary>The name of the kind.</summary>
    public const string Kind = "document";

    public override string Name => Kind;

    public override IQueryable<Attachment> Visible(HieuHocDb db, string record, Actor actor)
    {
        var id = IdOf(record);
        var documents = db.DocumentsVisibleTo(actor).Where(document => document.Id == id);

        return AttachmentsOf(db, record, actor).Where(_ => documents.Any());
    }

    public override Task<bool> MayAddAsync(HieuHocDb db, string record, Actor actor, CancellationToken ct)
    {
        var id = IdOf(record);

        return db.DocumentsKeptBy(actor).AnyAsync(document => document.Id == id, ct);
    }

    public override Task<IReadOnlySet<AttachmentId>> EndableAsync(HieuHocDb db, string record, Actor actor, CancellationToken ct) =>
        EndableByWhoAddsAsync(db, record, addedBy: null, actor, ct);

    /// <summary>The record under which a document's files and changes are kept.</summary>
    public static string RecordOf(DocumentId id) => id.Value.ToString();

    private static DocumentId IdOf(string record) => new(Guid.Parse(record));
}
