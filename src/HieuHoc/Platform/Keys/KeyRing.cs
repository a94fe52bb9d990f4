using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace HieuHoc.Platform.Keys;

/// <summary>
/// The installation's secret keys, by their numbers. The newest protects; the older ones still read what they protected.
/// Every purpose and key has a sub-key of its own, so that what was protected for one purpose says nothing for another.
/// </summary>
public sealed class KeyRing
{
    /// <summary>The length of a key and of a sub-key, bytes.</summary>
    internal const int KeyLength = 32;

    private const byte Format = 1;
    private const int HeaderLength = 3;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly SortedDictionary<int, byte[]> keys;

    internal KeyRing(IReadOnlyDictionary<int, byte[]> keys)
    {
        this.keys = new SortedDictionary<int, byte[]>(keys.ToDictionary());
        CurrentId = this.keys.Keys.Last();
    }

    /// <summary>The number of the key that protects from now on.</summary>
    public int CurrentId { get; }

    /// <summary>The numbers of all keys, the oldest first.</summary>
    public IReadOnlyList<int> Ids => [.. keys.Keys];

    /// <summary>Encrypts a text so that only this ring reads it, for this purpose and in this row.</summary>
    /// <param name="purpose">What it is kept for, e.g. <c>person.number</c>; never changed later.</param>
    /// <param name="associated">The identity of the row that holds it: in another row it does not open.</param>
    public byte[] Protect(string purpose, string plain, string associated) =>
        Protect(purpose, Encoding.UTF8.GetBytes(plain), associated);

    /// <summary>Encrypts bytes so that only this ring reads them, for this purpose and in this row.</summary>
    public byte[] Protect(string purpose, ReadOnlySpan<byte> plain, string associated) =>
        Protect(CurrentId, purpose, plain, associated);

    /// <summary>Encrypts under a stated key; only the check of the keys asks for another than the newest.</summary>
    internal byte[] Protect(int keyId, string purpose, ReadOnlySpan<byte> plain, string associated)
    {
        var cipher = new byte[HeaderLength + NonceLength + TagLength + plain.Length];
        cipher[0] = Format;
        BinaryPrimitives.WriteUInt16BigEndian(cipher.AsSpan(1), (ushort)keyId);
        var nonce = cipher.AsSpan(HeaderLength, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(SubKey(keyId, "protect", purpose), TagLength);
        aes.Encrypt(
            nonce, plain, cipher.AsSpan(HeaderLength + NonceLength + TagLength), cipher.AsSpan(HeaderLength + NonceLength, TagLength),
            Associated(cipher, associated));

        return cipher;
    }

    /// <summary>What was protected. A changed, moved or foreign cipher throws: it is damage, not an answer.</summary>
    public byte[] Unprotect(string purpose, ReadOnlySpan<byte> cipher, string associated)
    {
        using var aes = new AesGcm(SubKey(KeyIdOf(cipher), "protect", purpose), TagLength);
        var plain = new byte[cipher.Length - HeaderLength - NonceLength - TagLength];
        aes.Decrypt(
            cipher.Slice(HeaderLength, NonceLength),
            cipher[(HeaderLength + NonceLength + TagLength)..],
            cipher.Slice(HeaderLength + NonceLength, TagLength),
            plain,
            Associated(cipher, associated));

        return plain;
    }

    /// <summary>The text that was protected.</summary>
    public string UnprotectText(string purpose, ReadOnlySpan<byte> cipher, string associated) =>
        Encoding.UTF8.GetString(Unprotect(purpose, cipher, associated));

    /// <summary>The number of the key that protected this.</summary>
    public static int KeyIdOf(ReadOnlySpan<byte> cipher) =>
        cipher.Length >= HeaderLength + NonceLength + TagLength && cipher[0] == Format
            ? BinaryPrimitives.ReadUInt16BigEndian(cipher[1..])
            : throw new CryptographicException("This is not what a key ring writes.");

    /// <summary>True when the newest key protected this, so that it need not be written again.</summary>
    public bool IsCurrent(ReadOnlySpan<byte> cipher) => KeyIdOf(cipher) == CurrentId;

    /// <summary>By what a protected value is found: the same 32 bytes for the same value, under the newest key.</summary>
    /// <param name="normalised">The value in its one form; how it comes to it is the caller's rule.</param>
    public byte[] Lookup(string purpose, string normalised) => LookupUnder(CurrentId, purpose, normalised);

    /// <summary>Every form under which a value may stand until its row is written again under the newest key; the newest first.</summary>
    public IReadOnlyList<byte[]> Lookups(string purpose, string normalised) =>
        [.. keys.Keys.Reverse().Select(id => LookupUnder(id, purpose, normalised))];

    /// <summary>A seal over bytes that nobody makes without this key of the ring.</summary>
    public byte[] Seal(int keyId, string purpose, ReadOnlySpan<byte> content) =>
        HMACSHA256.HashData(SubKey(keyId, "seal", purpose), content);

    /// <summary>Secret bytes for a purpose that neither encrypts nor seals with the ring itself; the same for the same key of the ring.</summary>
    internal byte[] Derive(int keyId, string purpose, int length) => SubKey(keyId, "derive", purpose, length);

    /// <summary>True when the ring has the key.</summary>
    public bool Has(int keyId) => keys.ContainsKey(keyId);

    private byte[] LookupUnder(int keyId, string purpose, string normalised) =>
        HMACSHA256.HashData(SubKey(keyId, "lookup", purpose), Encoding.UTF8.GetBytes(normalised));

    private byte[] SubKey(int keyId, string use, string purpose, int length = KeyLength) => keys.TryGetValue(keyId, out var key)
        ? HKDF.DeriveKey(HashAlgorithmName.SHA256, key, length, info: Encoding.UTF8.GetBytes($"hieuhoc/{use}/{purpose}/{keyId}"))
        : throw new CryptographicException($"The key ring has no key {keyId}.");

    // The header too, so that its key number cannot be exchanged.
    private static byte[] Associated(ReadOnlySpan<byte> cipher, string associated) =>
        [.. cipher[..HeaderLength], .. Encoding.UTF8.GetBytes(associated)];
}
