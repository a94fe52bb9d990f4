using System.Security.Cryptography;
using HieuHoc.Platform.Keys;
using Jose;

namespace HieuHoc.Access.Capture;

/// <summary>What devices sign their files with: keys on the curve P-256, of which the installation has the public half.</summary>
internal static class SigningKeys
{
    private const int SignatureLength = 64;

    private static readonly string Curve = ECCurve.NamedCurves.nistP256.Oid.Value!;

    /// <summary>The key (X.509, in base64) that a device names; null when it is none on this curve.</summary>
    public static byte[]? Read(string base64)
    {
        var bytes = new byte[base64.Length];

        return Convert.TryFromBase64String(base64, bytes, out var length) && Import(bytes[..length]) is { } key ? Use(key, bytes[..length]) : null;
    }

    /// <summary>The device that says it signed a text; null when this is no signed text.</summary>
    public static DeviceId? Signer(string signed) =>
        CompactText.Parts(signed, 3) is [var head, _, { Length: SignatureLength }]
            && CompactText.Read<Header>(head) is { Alg: "ES256" } header
            && Guid.TryParseExact(header.Kid, "D", out var device)
            ? new DeviceId(device)
            : null;

    /// <summary>What was signed; null when it was not with this key.</summary>
    public static byte[]? Verify(string signed, byte[] signingKey)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(signingKey, out _);

        try
        {
            return JWT.DecodeBytes(signed, key, JwsAlgorithm.ES256);
        }
        catch (Exception e) when (e is JoseException or CryptographicException)
        {
            return null;
        }
    }

    private static ECDsa? Import(byte[] bytes)
    {
        var key = ECDsa.Create();

        try
        {
            key.ImportSubjectPublicKeyInfo(bytes, out _);

            return key;
        }
        catch (CryptographicException)
        {
            key.Dispose();

            return null;
        }
    }

    /// <summary>The bytes, when they are this key on our curve and nothing beside it.</summary>
    private static byte[]? Use(ECDsa key, byte[] bytes)
    {
        using (key)
        {
            var curve = key.ExportParameters(includePrivateParameters: false).Curve;

            return curve.IsNamed && curve.Oid.Value == Curve && key.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(bytes) ? bytes : null;
        }
    }

    private sealed record Header(string Alg, string Kid);
}
