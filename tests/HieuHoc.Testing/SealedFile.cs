using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HieuHoc.Platform;
using HieuHoc.Platform.Keys;
using Jose;
using Base64Url = System.Buffers.Text.Base64Url;

namespace HieuHoc.Testing;

/// <summary>The file of a device, as seal.js writes it, and what may befall it on its way.</summary>
public static class SealedFile
{
    private const string Signs = ".-_AZaz09={}\n";

    /// <summary>What a device did, signed by it and sealed for an installation.</summary>
    public static string Of(object content, Guid device, ECDsa signingKey, PublicKey installation) =>
        Seal(Sign(JsonSerializer.Serialize(content, Json.Compact), device, signingKey), installation);

    public static string Sign(string json, Guid device, ECDsa signingKey) =>
        JWT.Encode(json, signingKey, JwsAlgorithm.ES256, new Dictionary<string, object> { ["kid"] = $"{device}" });

    public static string Seal(string text, PublicKey installation)
    {
        using var key = ECDiffieHellman.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = Base64Url.DecodeFromChars(installation.X), Y = Base64Url.DecodeFromChars(installation.Y) },
        });

        return JWT.Encode(text, key, JweAlgorithm.ECDH_ES, JweEncryption.A256GCM, extraHeaders: new Dictionary<string, object> { ["kid"] = installation.Kid });
    }

    /// <summary>A text with one to four accidents: letters changed, lost, doubled or put in, parts exchanged, the end cut off.</summary>
    public static string Mutated(string text, Random random)
    {
        var changed = new StringBuilder(text);

        for (var left = random.Next(1, 5); left > 0 && changed.Length > 1; left--)
        {
            var at = random.Next(changed.Length);

            switch (random.Next(6))
            {
                case 0:
                    changed[at] = (char)(changed[at] ^ (1 << random.Next(8)));
                    break;
                case 1:
                    changed.Remove(at, random.Next(1, Math.Min(20, changed.Length - at) + 1));
                    break;
                case 2:
                    changed.Insert(at, Signs[random.Next(Signs.Length)]);
                    break;
                case 3:
                    changed.Insert(at, changed.ToString(at, Math.Min(8, changed.Length - at)));
                    break;
                case 4:
                    changed.Length = at + 1;
                    break;
                default:
                    var parts = changed.ToString().Split('.');
                    random.Shuffle(parts);
                    changed.Clear().AppendJoin('.', parts);
                    break;
            }
        }

        return changed.ToString();
    }
}
