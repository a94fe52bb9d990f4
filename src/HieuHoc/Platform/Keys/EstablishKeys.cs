using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Platform.Keys;

/// <summary>
/// Holds the key ring against the database that was written with it. A database that no ring has written yet gets one;
/// a database without its ring is refused, rather than opened half blind.
/// </summary>
public sealed class EstablishKeys(HieuHocDb db, ProgrammeClock clock)
{
    private const string Purpose = "key-check";
    private const string KnownText = "hieuhoc";

    /// <summary>Makes a ring where the database has none yet, and notes the keys that are new.</summary>
    public async Task<Outcome<KeyRing>> RunAsync(KeyRingPlace place, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Engine.LockAsync(db, Purpose, ct);
        var checks = await db.KeyChecks.OrderBy(check => check.KeyId).ToListAsync(ct);
        var ring = checks.Count == 0 ? place.Make() : place.Read();

        if (ring.Refusal is not null)
        {
            return ring;
        }

        if (RefusalOf(ring.Value, checks) is { } refusal)
        {
            return refusal;
        }

        db.AddRange(ring.Value.Ids.Except(checks.Select(check => check.KeyId)).Select(id => New(ring.Value, id)));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return ring;
    }

    /// <summary>Only looks: the ring that fits this database, or why there is none.</summary>
    public async Task<Outcome<KeyRing>> CheckAsync(KeyRingPlace place, CancellationToken ct)
    {
        var ring = place.Read();

        if (ring.Refusal is not null)
        {
            return ring;
        }

        var checks = await db.KeyChecks.AsNoTracking().OrderBy(check => check.KeyId).ToListAsync(ct);

        return RefusalOf(ring.Value, checks) is { } refusal ? refusal : ring;
    }

    private static KeysDoNotFit? RefusalOf(KeyRing ring, IReadOnlyList<KeyCheck> checks) =>
        checks.FirstOrDefault(check => !Fits(ring, check)) is { } other ? new KeysDoNotFit(other.KeyId) : null;

    private static bool Fits(KeyRing ring, KeyCheck check)
    {
        if (!ring.Has(check.KeyId))
        {
            return false;
        }

        try
        {
            return ring.UnprotectText(Purpose, check.KnownText, Identity(check.KeyId)) == KnownText;
        }
        catch (AuthenticationTagMismatchException)
        {
            // The same number, another key: the answer is no.
            return false;
        }
    }

    private KeyCheck New(KeyRing ring, int id) => new()
    {
        KeyId = id,
        KnownText = ring.Protect(id, Purpose, Encoding.UTF8.GetBytes(KnownText), Identity(id)),
        AddedAt = clock.Now.Instant,
    };

    private static string Identity(int keyId) => keyId.ToString(CultureInfo.InvariantCulture);
}
