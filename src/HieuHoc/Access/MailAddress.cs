using HieuHoc.Platform;
using HieuHoc.Platform.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HieuHoc.Access;

/// <summary>Where a person gets mails, and in which language. Who gave none gets none.</summary>
public sealed class MailAddress
{
    /// <summary>What the address is kept for in the key ring.</summary>
    public const string Purpose = "mail.address";

    /// <summary>The most characters of an address.</summary>
    public const int Longest = 254;

    public required short Owner { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>Encrypted by the key ring for this person.</summary>
    public required byte[] Address { get; set; }

    /// <summary>The language of the mails: vi or en.</summary>
    public required string Language { get; set; }

    /// <summary>The row that the address is bound to.</summary>
    public static string RowOf(short owner, PersonId person) => $"{owner}:{person.Value}";

    /// <summary>True when a mail can be written to this.</summary>
    public static bool IsWellFormed(string text) =>
        text.Length <= Longest && !text.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter))
        && System.Net.Mail.MailAddress.TryCreate(text, out var read) && read.Address == text && read.Host.Contains('.', StringComparison.Ordinal);
}

internal sealed class MailAddressMapping : IEntityTypeConfiguration<MailAddress>
{
    public void Configure(EntityTypeBuilder<MailAddress> builder)
    {
        builder.HasKey(address => new { address.Owner, address.PersonId });
        builder.HasOne<Person>().WithMany().HasForeignKey(address => new { address.Owner, address.PersonId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class MailAddressQueries
{
    extension(HieuHocDb db)
    {
        public DbSet<MailAddress> MailAddresses => db.Set<MailAddress>();

        /// <summary>A person's address as it was typed, with the language of the mails; null when there is none.</summary>
        public async Task<(string Address, string Language)?> MailAddressOfAsync(KeyRing keys, short owner, PersonId person, CancellationToken ct) =>
            await db.MailAddresses.AsNoTracking().SingleOrDefaultAsync(row => row.Owner == owner && row.PersonId == person, ct) is { } row
                ? (keys.UnprotectText(MailAddress.Purpose, row.Address, MailAddress.RowOf(owner, person)), row.Language)
                : null;

        /// <summary>Keeps an address, protected, inside what the caller saves.</summary>
        internal void AddMailAddress(KeyRing keys, short owner, PersonId person, string address, string language) => db.Add(new MailAddress
        {
            Owner = owner,
            PersonId = person,
            Address = keys.Protect(MailAddress.Purpose, address, MailAddress.RowOf(owner, person)),
            Language = language,
        });
    }
}

/// <summary>The addresses of people, written again under the newest key.</summary>
public sealed class MailAddressRows : ProtectedRows
{
    public override async Task<int> RewriteAsync(HieuHocDb db, KeyRing keys, short owner, int most, CancellationToken ct)
    {
        var rows = (await db.MailAddresses.Where(row => row.Owner == owner).OrderBy(row => row.PersonId).ToListAsync(ct))
            .Where(row => !keys.IsCurrent(row.Address)).Take(most).ToList();

        foreach (var row in rows)
        {
            var identity = MailAddress.RowOf(owner, row.PersonId);
            row.Address = keys.Protect(MailAddress.Purpose, keys.UnprotectText(MailAddress.Purpose, row.Address, identity), identity);
        }

        await db.SaveChangesAsync(ct);

        return rows.Count;
    }
}
