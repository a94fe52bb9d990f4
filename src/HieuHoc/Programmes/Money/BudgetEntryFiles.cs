using HieuHoc.Access;
using HieuHoc.Access.Attachments;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Money;

/// <summary>The papers behind an allocation or a spending: for whoever sees it, added by whoever writes such; they stay as they came.</summary>
public sealed class BudgetEntryFiles : AttachmentKind
{
    /// <summary>The name of the kind.</summary>
    public const string Kind = "budget-entry";

    public override string Name => Kind;

    public override IQueryable<Attachment> Visible(HieuHocDb db, string record, Actor actor)
    {
        var id = new BudgetEntryId(Guid.Parse(record));
        var entries = db.BudgetEntriesVisibleTo(actor).Where(entry => entry.Id == id);

        return AttachmentsOf(db, record, actor).Where(_ => entries.Any());
    }

    public override async Task<bool> MayAddAsync(HieuHocDb db, string record, Actor actor, CancellationToken ct)
    {
        var id = new BudgetEntryId(Guid.Parse(record));

        return await db.BudgetEntriesVisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(entry => entry.Id == id, ct) is { } found
            && WriteBudgetEntry.MayWrite(found.Kind, found.SubjectId, actor);
    }
}
