using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HieuHoc.Access;

public readonly record struct DeviceId(Guid Value) : IRecordId;

public readonly record struct EnrolmentId(Guid Value) : IRecordId;

/// <summary>A telephone of a village officer that was enrolled at the commune: its PIN is enough to sign in, and nowhere else.</summary>
public sealed class Device
{
    /// <summary>So many wrong PINs in a row, and it must be enrolled anew.</summary>
    public const int MostFailures = 5;

    public required short Owner { get; init; }

    public required DeviceId Id { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>The family of the browser and its system.</summary>
    public required string Browser { get; init; }

    /// <summary>SHA-256 of the key that the device keeps.</summary>
    public required byte[] KeyHash { get; init; }

    /// <summary>Of the PIN together with the key, so that the table alone does not tell a PIN of six digits.</summary>
    public required string PinHash { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime EnrolledAt { get; init; }

    public int FailedPins { get; set; }

    /// <summary>UTC; null while it may sign in.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>What it signs its files with: the public half (X.509), the other half never leaves it. Null until it works without network.</summary>
    public byte[]? SigningKey { get; set; }

    /// <summary>UTC; when it last fetched or sent what is filled in without network. Null when it never did.</summary>
    public DateTime? LastSeenAt { get; set; }

    /// <summary>How much it had not sent then, as it said itself; null when it did not say.</summary>
    public int? Unsent { get; set; }
}

/// <summary>An invitation to enrol one device: a short code, good once and for a quarter of an hour.</summary>
public sealed class Enrolment
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    public required short Owner { get; init; }

    public required EnrolmentId Id { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>SHA-256 of the code.</summary>
    public required byte[] CodeHash { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>UTC; null until a device was enrolled with it.</summary>
    public DateTime? UsedAt { get; set; }
}

internal sealed class DeviceMapping : IEntityTypeConfiguration<Device>, IEntityTypeConfiguration<Enrolment>
{
    public void Configure(EntityTypeBuilder<Device> builder)
    {
        builder.HasKey(device => new { device.Owner, device.Id });
        builder.HasIndex(device => new { device.Owner, device.PersonId });
        builder.HasOne<Person>().WithMany().HasForeignKey(device => new { device.Owner, device.PersonId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Enrolment> builder)
    {
        builder.HasKey(enrolment => new { enrolment.Owner, enrolment.Id });
        builder.HasIndex(enrolment => enrolment.CodeHash);
        builder.HasOne<Person>().WithMany().HasForeignKey(enrolment => new { enrolment.Owner, enrolment.PersonId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class DeviceSets
{
    extension(HieuHocDb db)
    {
        public DbSet<Device> Devices => db.Set<Device>();

        public DbSet<Enrolment> Enrolments => db.Set<Enrolment>();
    }
}
