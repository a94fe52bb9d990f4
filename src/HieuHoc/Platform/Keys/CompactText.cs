using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace HieuHoc.Platform.Keys;

/// <summary>
/// Sealed and signed texts in their compact form (RFC 7515, 7516), read strictly: of one content there is one text, and a header says
/// nothing but what is asked. Whatever comes past this, the library is given no choice about.
/// </summary>
internal static class CompactText
{
    private static readonly JsonSerializerOptions Exact = new(Json.Compact) { PropertyNameCaseInsensitive = false };

    /// <summary>What stands between the dots; null when there are not so many parts, or one is written otherwise than it would be again.</summary>
    public static IReadOnlyList<byte[]>? Parts(string text, int count)
    {
        var parts = text.Split('.', count + 1);

        if (parts.Length != count)
        {
            return null;
        }

        var read = parts.Select(Decode).OfType<byte[]>().ToList();

        return read.Count == count ? read : null;
    }

    public static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    /// <summary>The bytes of base64url without padding; null for what is none, and for a second way of writing the same.</summary>
    public static byte[]? Decode(string text)
    {
        var bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];

        return Base64Url.DecodeFromChars(text, bytes, out _, out var length) is OperationStatus.Done && Encode(bytes.AsSpan(0, length)) == text
            ? bytes[..length]
            : null;
    }

    /// <summary>What a JSON text says; null when it says more, less or otherwise.</summary>
    public static T? Read<T>(ReadOnlySpan<byte> json)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Exact);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
