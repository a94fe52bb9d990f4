using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HieuHoc.Platform.Attachments;

public readonly record struct AttachmentId(Guid Value) : IRecordId;

/// <summary>A file that belongs to a record: a signed paper, a proof. It is ended, never deleted.</summary>
public sealed class Attachment
{
    public required short Owner { get; init; }

    public required AttachmentId Id { get; init; }

    /// <summary>What kind of record it belongs to, e.g. <c>return</c>; the kind says who may see it.</summary>
    public required string Kind { get; init; }

    /// <summary>The id of the record, as text.</summary>
    public required string Record { get; init; }

    /// <summary>By which its file is found; two attachments of the same content share one file.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    public required string MediaType { get; init; }

    /// <summary>As whoever added it called the file.</summary>
    public required string Name { get; init; }

    public required Guid? AddedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime AddedAt { get; init; }

    public Guid? EndedBy { get; private set; }

    /// <summary>UTC; null while it counts.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>It counts no longer; whoever could see it still can.</summary>
    public void End(Guid? person, Moment now) => (EndedBy, EndedAt) = (person, now.Instant);
}

internal sealed class AttachmentMapping : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.HasKey(attachment => new { attachment.Owner, attachment.Id });
        builder.HasIndex(attachment => new { attachment.Owner, attachment.Kind, attachment.Record });
        builder.HasIndex(attachment => new { attachment.Owner, attachment.Sha256 });
    }
}
