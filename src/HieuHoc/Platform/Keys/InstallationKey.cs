using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using Jose;

namespace HieuHoc.Platform.Keys;

/// <summary>The public half of a key pair on the curve P-256 (RFC 7517).</summary>
/// <param name="Kid">By which the installation finds the other half.</param>
public sealed record PublicKey(string Kty, string Crv, string Kid, string X, string Y);

/// <summary>
/// What others seal for this installation alone: a key pair for each key of the ring, made of it and kept nowhere. The newest is given
/// out; the older ones still open what was sealed before the ring was rotated.
/// </summary>
public sealed class InstallationKey
{
    private const string Purpose = "relay";
    private const int CoordinateLength = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    // So much longer than the order that no secret is likelier than another (FIPS 186-5, A.2.1).
    private const int SecretLength = 48;

    private static readonly BigInteger Order = BigInteger.Parse(
        "0FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private readonly IReadOnlyDictionary<string, ECParameters> pairs;

    public InstallationKey(KeyRing ring)
    {
        var all = ring.Ids.Select(id => (Id: id, Pair: PairOf(ring, id))).ToList();
        pairs = all.ToDictionary(of => PublicOf(of.Id, of.Pair).Kid, of => of.Pair);
        Public = PublicOf(all[^1].Id, all[^1].Pair);
    }

    /// <summary>What devices seal with from now on.</summary>
    public PublicKey Public { get; }

    /// <summary>What was sealed (compact JWE, ECDH-ES with A256GCM), or why it does not open; nothing that is given throws.</summary>
    public Outcome<byte[]> Open(string text)
    {
        if (CompactText.Parts(text, 5) is not [var head, { Length: 0 }, { Length: NonceLength }, _, { Length: TagLength }]
            || CompactText.Read<Header>(head) is not { IsTaken: true } header)
        {
            return new SealedUnreadable();
        }

        if (!pairs.TryGetValue(header.Kid, out var pair))
        {
            return new SealedForAnother();
        }

        using var key = ECDiffieHellman.Create(pair);

        try
        {
            return JWT.DecodeBytes(text, key, JweAlgorithm.ECDH_ES, JweEncryption.A256GCM);
        }
        catch (Exception e) when (e is JoseException or CryptographicException)
        {
            return new SealedDamaged();
        }
    }

    private static ECParameters PairOf(KeyRing ring, int id)
    {
        var secret = (new BigInteger(ring.Derive(id, Purpose, SecretLength), isUnsigned: true, isBigEndian: true) % (Order - 1)) + 1;
        var bytes = secret.ToByteArray(isUnsigned: true, isBigEndian: true);
        using var key = ECDiffieHellman.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            D = [.. new byte[CoordinateLength - bytes.Length], .. bytes],
        });

        return key.ExportParameters(includePrivateParameters: true);
    }

    /// <summary>Every ring counts its keys from one, so the number alone would not tell one installation's from another's.</summary>
    private static PublicKey PublicOf(int id, ECParameters pair)
    {
        var (x, y) = (CompactText.Encode(pair.Q.X), CompactText.Encode(pair.Q.Y));
        var print = CompactText.Encode(SHA256.HashData(CanonicalJson.Of(new { Crv = "P-256", Kty = "EC", X = x, Y = y })));

        return new PublicKey("EC", "P-256", string.Create(CultureInfo.InvariantCulture, $"{id}.{print[..8]}"), x, y);
    }

    private sealed record Header(string Alg, string Enc, string Kid, Ephemeral Epk)
    {
        public bool IsTaken => Alg == "ECDH-ES" && Enc == "A256GCM" && Epk.IsTaken;
    }

    private sealed record Ephemeral(string Kty, string Crv, string X, string Y)
    {
        public bool IsTaken => Kty == "EC" && Crv == "P-256"
            && CompactText.Decode(X) is { Length: CoordinateLength } && CompactText.Decode(Y) is { Length: CoordinateLength };
    }
}
