using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HieuHoc.Platform.Keys;

/// <summary>What the installation gives for what it received: whoever holds it can show later that it was received, and what.</summary>
/// <param name="Id">Of the record.</param>
/// <param name="Version">Under which it stands since then: what the next <c>If-Match</c> names.</param>
/// <param name="Sha256">Of what was sent, in canonical form (RFC 8785), in hexadecimal.</param>
/// <param name="ReceivedAt">UTC, to the millisecond.</param>
/// <param name="Signature">The number of the key, and its seal over the other four members in canonical form.</param>
public sealed record Receipt(Guid Id, int Version, string Sha256, DateTime ReceivedAt, string Signature)
{
    /// <summary>By which people speak of it: eight letters and digits that cannot be mistaken for one another.</summary>
    public string Code
    {
        get
        {
            var letters = SHA256.HashData(Encoding.UTF8.GetBytes(Signature)).Take(8).Select(part => Letters[part % Letters.Length]).ToArray();

            return string.Create(CultureInfo.InvariantCulture, $"{new string(letters, 0, 4)}-{new string(letters, 4, 4)}");
        }
    }

    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
}

/// <summary>Signs receipts with the key ring and tells its own from all others. A device keeps them; the installation answers for them.</summary>
public sealed class Receipts(KeyRing ring)
{
    private const string Purpose = "receipt";

    /// <summary>Gives a receipt; the same again for the same, as long as the same key is the newest.</summary>
    public Receipt Give(Guid id, int version, string sha256, DateTime receivedAt)
    {
        // What every engine keeps of an instant, so that asking again finds the same.
        var to = ProgrammeClock.ToMillisecond(receivedAt);
        var unsigned = new Receipt(id, version, sha256, to, "");

        return unsigned with
        {
            Signature = string.Create(CultureInfo.InvariantCulture, $"{ring.CurrentId}.{Base64Url.EncodeToString(SealOf(ring.CurrentId, unsigned))}"),
        };
    }

    /// <summary>True when this installation gave it and nothing in it was changed; older keys of the ring still count.</summary>
    public bool Gave(Receipt receipt) =>
        receipt.Signature.Split('.') is [var key, var seal]
        && int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var keyId)
        && ring.Has(keyId)
        && Base64Url.IsValid(seal)
        && CryptographicOperations.FixedTimeEquals(Base64Url.DecodeFromChars(seal), SealOf(keyId, receipt));

    private byte[] SealOf(int keyId, Receipt receipt) => ring.Seal(
        keyId, Purpose, CanonicalJson.Of(new { receipt.Id, receipt.Version, receipt.Sha256, receipt.ReceivedAt }));
}
