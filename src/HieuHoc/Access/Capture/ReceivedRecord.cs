using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HieuHoc.Access.Capture;

/// <summary>What a device did to a record, received once: sent again it is known by this row and changes nothing.</summary>
public sealed class ReceivedRecord
{
    public required short Owner { get; init; }

    public required DeviceId DeviceId { get; init; }

    /// <summary>Of the record that was filled in.</summary>
    public required Guid RecordId { get; init; }

    /// <summary>UTC, by the clock of the device, which may be wrong; two acts on one record never have the same.</summary>
    public required DateTime ActedAt { get; init; }

    /// <summary>The kind of the record.</summary>
    public required string Kind { get; init; }

    /// <summary>SHA-256 of what was done, in canonical form, in hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The version under which the record stood then.</summary>
    public required int Version { get; init; }

    /// <summary>UTC, by the clock of the server.</summary>
    public required DateTime ReceivedAt { get; init; }

    /// <summary>Who brought it in a file; null when the device sent it itself.</summary>
    public PersonId? RelayedBy { get; init; }
}

internal sealed class ReceivedRecordMapping : IEntityTypeConfiguration<ReceivedRecord>
{
    public void Configure(EntityTypeBuilder<ReceivedRecord> builder)
    {
        builder.HasKey(received => new { received.Owner, received.DeviceId, received.RecordId, received.ActedAt });
        builder.HasOne<Device>().WithMany().HasForeignKey(received => new { received.Owner, received.DeviceId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class ReceivedRecordSets
{
    extension(HieuHocDb db)
    {
        public DbSet<ReceivedRecord> ReceivedRecords => db.Set<ReceivedRecord>();
    }
}
