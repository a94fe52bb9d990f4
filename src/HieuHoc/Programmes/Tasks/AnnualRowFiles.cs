using HieuHoc.Access;
using HieuHoc.Access.Attachments;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Tasks;

/// <summary>The evidence of how far a row has come: for whoever sees the row, and changed by whoever writes in it.</summary>
public sealed class AnnualRowFiles : AttachmentKind
{
    /// <summary>The name of the kind.</summary>
    public const string Kind = "annual-row";

    public override string Name => Kind;

    public override IQueryable<Attachment> Visible(HieuHocDb db, string record, Actor actor)
    {
        var id = IdOf(record);
        var rows = db.AnnualRowsVisibleTo(actor).Where(row => row.Id == id);

        return AttachmentsOf(db, record, actor).Where(_ => rows.Any());
    }

    public override Task<bool> MayAddAsync(HieuHocDb db, string record, Actor actor, CancellationToken ct)
    {
        var id = IdOf(record);

        return db.AnnualRowsKeptBy(actor).AnyAsync(row => row.Id == id, ct);
    }

    public override Task<IReadOnlySet<AttachmentId>> EndableAsync(HieuHocDb db, string record, Actor actor, CancellationToken ct) =>
        EndableByWhoAddsAsync(db, record, addedBy: null, actor, ct);

    /// <summary>The record under which a row's files and changes are kept.</summary>
    public static string RecordOf(AnnualRowId id) => id.Value.ToString();

    private static AnnualRowId IdOf(string record) => new(Guid.Parse(record));
}
