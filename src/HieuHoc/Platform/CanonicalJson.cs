using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HieuHoc.Platform;

/// <summary>JSON in its one canonical form (RFC 8785): whoever has the same content comes to the same bytes and the same hash.</summary>
public static class CanonicalJson
{
    /// <summary>The canonical bytes of a value as this product writes it.</summary>
    public static byte[] Of<T>(T value)
    {
        var text = new StringBuilder();
        Write(text, JsonSerializer.SerializeToNode(value, Json.Compact));

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>SHA-256 of the canonical bytes, in hexadecimal.</summary>
    public static string Sha256<T>(T value) => Convert.ToHexStringLower(SHA256.HashData(Of(value)));

    private static void Write(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                // By their UTF-16 units, as the RFC says.
                WriteAll(text, '{', '}', members.OrderBy(member => member.Key, StringComparer.Ordinal), member =>
                {
                    WriteText(text, member.Key);
                    text.Append(':');
                    Write(text, member.Value);
                });
                break;
            case JsonArray items:
                WriteAll(text, '[', ']', items, item => Write(text, item));
                break;
            case JsonValue value when value.GetValueKind() is JsonValueKind.String:
                WriteText(text, value.Deserialize<string>()!);
                break;
            case JsonValue value when value.GetValueKind() is JsonValueKind.Number:
                text.Append(Number(double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture)));
                break;
            default:
                text.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }

    private static void WriteAll<T>(StringBuilder text, char open, char close, IEnumerable<T> parts, Action<T> write)
    {
        text.Append(open);

        foreach (var (i, part) in parts.Index())
        {
            if (i > 0)
            {
                text.Append(',');
            }

            write(part);
        }

        text.Append(close);
    }

    /// <summary>As ECMAScript writes a number: plain from a millionth to below 10²¹, else with an exponent.</summary>
    private static string Number(double number)
    {
        if (number == 0)
        {
            return "0";
        }

        var shortest = number.ToString("R", CultureInfo.InvariantCulture);

        if (Math.Abs(number) is >= 1e-6 and < 1e21)
        {
            return decimal.Parse(shortest, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
        }

        var (digits, exponent) = shortest.Split('E') is [var before, var after] ? (before, int.Parse(after, CultureInfo.InvariantCulture)) : (shortest, 0);

        return string.Create(CultureInfo.InvariantCulture, $"{digits}e{(exponent < 0 ? "" : "+")}{exponent}");
    }

    private static void WriteText(StringBuilder text, string value)
    {
        text.Append('"');

        foreach (var letter in value)
        {
            text.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\f' => "\\f",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => letter.ToString(),
            });
        }

        text.Append('"');
    }
}
