using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;

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
}

/// <summary>Every kind of record that takes attachments.</summary>
public sealed class AttachmentKinds(IEnumerable<AttachmentKind> kinds)
{
    private readonly IReadOnlyDictionary<string, AttachmentKind> byName = kinds.ToDictionary(kind => kind.Name);

    public AttachmentKind this[string name] => byName[name];
}
