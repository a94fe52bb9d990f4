using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HieuHoc.Access;

/// <summary>An authenticator app of a person, which shows a new code every thirty seconds.</summary>
public sealed class Authenticator
{
    /// <summary>What its secret is kept for in the key ring.</summary>
    public const string Purpose = "authenticator";

    public required short Owner { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>Encrypted by the key ring for this person.</summary>
    public required byte[] Secret { get; init; }

    /// <summary>UTC; null until a first code has shown that the app has the secret.</summary>
    public DateTime? ConfirmedAt { get; set; }

    /// <summary>The thirty seconds whose code was used last: a code is used once.</summary>
    public long LastStep { get; set; }

    /// <summary>The row that the secret is bound to.</summary>
    public static string RowOf(short owner, PersonId person) => $"{owner}:{person.Value}";
}

/// <summary>A code on paper that stands in for a lost authenticator, once.</summary>
public sealed class RecoveryCode
{
    public required short Owner { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>SHA-256 of the code, which is sixty random bits and more.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>UTC; null until it is used.</summary>
    public DateTime? UsedAt { get; set; }
}

internal sealed class AuthenticatorMapping : IEntityTypeConfiguration<Authenticator>, IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<Authenticator> builder)
    {
        builder.HasKey(authenticator => new { authenticator.Owner, authenticator.PersonId });
        builder.HasOne<Person>().WithMany().HasForeignKey(authenticator => new { authenticator.Owner, authenticator.PersonId })
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.HasKey(code => new { code.Owner, code.PersonId, code.Hash });
        builder.HasOne<Person>().WithMany().HasForeignKey(code => new { code.Owner, code.PersonId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class AuthenticatorSets
{
    extension(HieuHocDb db)
    {
        public DbSet<Authenticator> Authenticators => db.Set<Authenticator>();

        public DbSet<RecoveryCode> RecoveryCodes => db.Set<RecoveryCode>();
    }
}
