using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HieuHoc.Access;

public readonly record struct ApiTokenId(Guid Value) : IRecordId;

/// <summary>A bearer token: lets a program do, as a person, what the person may do and the scopes name.</summary>
public sealed class ApiToken
{
    /// <summary>The most days that a token may hold.</summary>
    public const int MostDays = 366;

    public required short Owner { get; init; }

    public required ApiTokenId Id { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>What it is for, as its person's list shows it.</summary>
    public required string Name { get; init; }

    /// <summary>Words of <see cref="ApiScopes"/>, with blanks between them.</summary>
    public required string Scopes { get; init; }

    /// <summary>SHA-256 of the secret part. The secret is 256 random bits, so that nothing slower is needed.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>UTC; from this instant on it holds no longer.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>UTC; null while it was not taken back.</summary>
    public DateTime? RevokedAt { get; set; }
}

/// <summary>What a token may be for: each word opens some of the addresses of the API, and none opens what its person may not do.</summary>
public static class ApiScopes
{
    /// <summary>Every address that changes nothing.</summary>
    public const string Read = "read";

    /// <summary>Typing returns and taking their steps.</summary>
    public const string ReturnsWrite = "returns:write";

    /// <summary>Entering villages and renaming them.</summary>
    public const string VillagesWrite = "villages:write";

    /// <summary>Saying how far tasks have come, setting own targets, raising difficulties.</summary>
    public const string ProgrammeWrite = "programme:write";

    /// <summary>Making accounts and setting passwords.</summary>
    public const string PeopleWrite = "people:write";

    public static IReadOnlyList<string> All { get; } = [Read, ReturnsWrite, VillagesWrite, ProgrammeWrite, PeopleWrite];
}

/// <summary>How a token is written: <c>hh_owner_id_secret</c>, so that its row is found on the node of its owner.</summary>
public sealed record TokenText(short Owner, ApiTokenId Id, byte[] Secret)
{
    private const string Mark = "hh";
    private const int SecretLength = 32;

    public static TokenText New(short owner) =>
        new(owner, new ApiTokenId(Guid.CreateVersion7()), RandomNumberGenerator.GetBytes(SecretLength));

    public byte[] Hash => SHA256.HashData(Secret);

    /// <summary>Reads a token; null when it is something else.</summary>
    public static TokenText? Parse(string text) =>
        text.Split('_', 4) is [Mark, var owner, var id, var secret]
        && short.TryParse(owner, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && Guid.TryParseExact(id, "N", out var guid)
        && Base64Url.IsValid(secret, out var length) && length == SecretLength
            ? new TokenText(number, new ApiTokenId(guid), Base64Url.DecodeFromChars(secret))
            : null;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Mark}_{Owner}_{Id.Value:N}_{Base64Url.EncodeToString(Secret)}");
}

internal sealed class ApiTokenMapping : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> builder)
    {
        builder.HasKey(token => new { token.Owner, token.Id });
        builder.HasIndex(token => new { token.Owner, token.PersonId });
        builder.HasOne<Person>().WithMany().HasForeignKey(token => new { token.Owner, token.PersonId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class ApiTokenSets
{
    extension(HieuHocDb db)
    {
        public DbSet<ApiToken> ApiTokens => db.Set<ApiToken>();

        /// <summary>The tokens of a person that hold.</summary>
        public IQueryable<ApiToken> TokensOf(short owner, PersonId person, DateTime now) => db.ApiTokens.Where(token =>
            token.Owner == owner && token.PersonId == person && token.RevokedAt == null && token.ExpiresAt > now);
    }
}
