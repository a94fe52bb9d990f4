using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Platform.Audit;

/// <summary>
/// What a change keeps of a personal value: equal values of one record and field have equal hashes, and nothing else can be
/// told from it. Once the record's salt is deleted, not even that.
/// </summary>
public sealed record SaltedHash(string Value);

public static class SaltedHashes
{
    private const int SaltLength = 32;

    extension(HieuHocDb db)
    {
        /// <summary>The hash of a personal value for the audit of its record.</summary>
        public async Task<SaltedHash> SaltedHashAsync(short owner, string record, string field, string value, CancellationToken ct)
        {
            await db.Engine.ExecuteAsync(
                db,
                "insert into audit_salt (owner, record, salt) values (@p0, @p1, @p2) on conflict (owner, record) do nothing",
                [owner, record, RandomNumberGenerator.GetBytes(SaltLength)],
                ct);
            var salt = await db.AuditSalts.AsNoTracking()
                .Where(row => row.Owner == owner && row.Record == record).Select(row => row.Salt).SingleAsync(ct);

            return new SaltedHash(Convert.ToHexStringLower(HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes($"{field}\0{value}"))));
        }

        /// <summary>Makes every hash of the record's personal values meaningless; the audit itself stays as it is.</summary>
        public Task ForgetSaltAsync(short owner, string record, CancellationToken ct) =>
            db.AuditSalts.Where(salt => salt.Owner == owner && salt.Record == record).ExecuteDeleteAsync(ct);
    }
}
