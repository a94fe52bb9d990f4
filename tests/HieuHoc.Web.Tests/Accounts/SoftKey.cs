using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace HieuHoc.Web.Tests.Accounts;

/// <summary>A passkey in software: answers what a browser would, as WebAuthn writes it.</summary>
internal sealed class SoftKey(string origin) : IDisposable
{
    // Its person is there and was verified; with a new credential attached.
    private const byte Verified = 0x05;
    private const byte Attached = 0x40;

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(16);
    private string userHandle = "";

    public uint Count { get; set; }

    /// <summary>What <c>navigator.credentials.create</c> gives.</summary>
    public string Create(JsonElement options)
    {
        userHandle = options.GetProperty("user").GetProperty("id").GetString()!;
        var point = key.ExportParameters(false).Q;
        byte[] cose = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
        byte[] data = [.. Authenticated(Verified | Attached), .. new byte[16], 0, (byte)id.Length, .. id, .. cose];
        byte[] attestation =
        [
            0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8, 0x58, (byte)data.Length, .. data,
        ];

        return Credential(new { clientDataJSON = Said("webauthn.create", options), attestationObject = Text(attestation), transports = Array.Empty<string>() });
    }

    /// <summary>What <c>navigator.credentials.get</c> gives.</summary>
    public string Get(JsonElement options, bool verified = true)
    {
        var said = Said("webauthn.get", options);
        var data = Authenticated(verified ? Verified : (byte)0x01);
        var signature = key.SignData([.. data, .. SHA256.HashData(Base64Url.DecodeFromChars(said))], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

        return Credential(new { clientDataJSON = said, authenticatorData = Text(data), signature = Text(signature), userHandle });
    }

    public void Dispose() => key.Dispose();

    private string Credential(object response) => JsonSerializer.Serialize(
        new { id = Text(id), rawId = Text(id), type = "public-key", clientExtensionResults = new { }, response });

    private byte[] Authenticated(byte flags)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count);

        return [.. SHA256.HashData("localhost"u8), flags, .. count];
    }

    private string Said(string type, JsonElement options) => Text(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(
        new { type, challenge = options.GetProperty("challenge").GetString(), origin, crossOrigin = false })));

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
