using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access.Attachments;

/// <summary>A kind of record that takes attachments; its module says who may see and who may change them.</summary>
public abstract class AttachmentKind
{
    /// <summary>The name under which its attachments are kept; never changed later.</summary>
    public abstract string Name { get; }

    /// <summary>Of the attachments of a record those that the actor may see.</summary>
    public abstract IQueryable<Attachment> Visible(HieuHocDb db, string record, Actor actor);

    /// <summary>True when the actor may add to the record.</summary>
    public abstract Task<bool> MayAddAsync(HieuHocDb db, string record, Actor actor, CancellationToken ct);

    /// <summary>Of the attachments of a record those that the actor may take from what counts: none, where they stay as they came.</summary>
    public virtual Task<IReadOnlySet<AttachmentId>> EndableAsync(HieuHocDb db, string record, Actor actor, CancellationToken ct) =>
        Task.FromResult<IReadOnlySet<AttachmentId>>(new HashSet<AttachmentId>());

    /// <summary>The attachments of a record, those too that were taken from what counts.</summary>
    protected IQueryable<Attachment> AttachmentsOf(HieuHocDb db, string record, Actor actor)
    {
        var kind = Name;

        return db.Attachments.Where(row => row.Owner == actor.Owner && row.Kind == kind && row.Record == record);
    }

    /// <summary>For kinds in which whoever may add may also take back: those of the record that count.</summary>
    /// <param name="addedBy">The person whose own alone are theirs to take back; null where it is all.</param>
    protected async Task<IReadOnlySet<AttachmentId>> EndableByWhoAddsAsync(HieuHocDb db, string record, Guid? addedBy, Actor actor, CancellationToken ct) =>
        await MayAddAsync(db, record, actor, ct)
            ? await AttachmentsOf(db, record, actor).Where(row => row.EndedAt == null && (addedBy == null || row.AddedBy == addedBy)).Select(row => row.Id).ToHashSetAsync(ct)
            : new HashSet<AttachmentId>();
}

/// <summary>Every kind of record that takes attachments.</summary>
public sealed class AttachmentKinds(IEnumerable<AttachmentKind> kinds)
{
    private readonly IReadOnlyDictionary<string, AttachmentKind> byName = kinds.ToDictionary(kind => kind.Name);

    public AttachmentKind this[string name] => byName[name];
}
