using System.Globalization;
using System.Security.Cryptography;

namespace HieuHoc.Platform.Keys;

/// <summary>A key ring as it is written down: <c>1:BASE64</c>, one key a line, or with commas between them.</summary>
internal static class KeyRingText
{
    private static readonly char[] Between = ['\n', '\r', ',', ' '];

    /// <summary>The ring, or null when the text is none.</summary>
    public static KeyRing? Read(string text)
    {
        var keys = new Dictionary<int, byte[]>();

        foreach (var part in text.Split(Between, StringSplitOptions.RemoveEmptyEntries))
        {
            if (ReadKey(part) is not var (id, key) || !keys.TryAdd(id, key))
            {
                return null;
            }
        }

        return keys.Count == 0 ? null : new KeyRing(keys);
    }

    /// <summary>True when this can only be meant as a ring, not as the path of a file.</summary>
    public static bool LooksLikeRing(string value) => ReadKey(value.Split(Between, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "") is not null;

    /// <summary>The line of a new random key.</summary>
    public static string NewKey(int id) =>
        string.Create(CultureInfo.InvariantCulture, $"{id}:{Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyRing.KeyLength))}\n");

    private static (int Id, byte[] Key)? ReadKey(string part)
    {
        var colon = part.IndexOf(':', StringComparison.Ordinal);
        var key = new byte[KeyRing.KeyLength];

        return colon > 0
            && ushort.TryParse(part.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && Convert.TryFromBase64String(part[(colon + 1)..], key, out var length)
            && length == KeyRing.KeyLength
                ? (id, key)
                : null;
    }
}
