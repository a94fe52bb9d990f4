using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HieuHoc.Access;

/// <summary>
/// A key that a person's own device or browser keeps and opens with a finger, a face or a PIN: with it they sign in without
/// a password, and it stands for both factors.
/// </summary>
public sealed class Passkey
{
    /// <summary>The most characters of a name.</summary>
    public const int LongestName = 80;

    /// <summary>So many at most for one person.</summary>
    public const int Most = 10;

    public required short Owner { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>What the device calls the key.</summary>
    public required byte[] CredentialId { get; init; }

    /// <summary>What its person calls it.</summary>
    public required string Name { get; init; }

    /// <summary>The public half, as COSE writes it; the other half never leaves the device.</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>How often the device says that it signed; one that counts backwards is a copy.</summary>
    public required long SignCount { get; set; }

    public required bool IsBackupEligible { get; init; }

    public required bool IsBackedUp { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime AddedAt { get; init; }

    /// <summary>UTC; null until somebody signed in with it.</summary>
    public DateTime? UsedAt { get; set; }
}

internal sealed class PasskeyMapping : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> builder)
    {
        builder.HasKey(passkey => new { passkey.Owner, passkey.PersonId, passkey.CredentialId });
        builder.HasIndex(passkey => passkey.CredentialId);
        builder.HasOne<Person>().WithMany().HasForeignKey(passkey => new { passkey.Owner, passkey.PersonId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class PasskeySets
{
    extension(HieuHocDb db)
    {
        public DbSet<Passkey> Passkeys => db.Set<Passkey>();

        /// <summary>The passkeys of a person.</summary>
        public IQueryable<Passkey> PasskeysOf(short owner, PersonId person) =>
            db.Passkeys.Where(passkey => passkey.Owner == owner && passkey.PersonId == person);
    }
}
