using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HieuHoc.Access;

/// <summary>Codes that change with time, after RFC 6238: HMAC-SHA1, thirty seconds, six digits, which every app reads.</summary>
public static class Totp
{
    private const int SecretLength = 20;
    private const int Seconds = 30;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretLength);

    /// <summary>The number of the thirty seconds in which an instant lies.</summary>
    public static long StepOf(DateTime instant) => (instant - DateTime.UnixEpoch).Ticks / (Seconds * TimeSpan.TicksPerSecond);

    /// <summary>The code of one step.</summary>
    public static string Code(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        // What the apps read; an HMAC does not suffer from SHA-1's collisions.
        HMACSHA1.HashData(secret, counter, hash);
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash[(hash[^1] & 0xf)..]) & 0x7fff_ffff;

        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code was typed: the one now or a neighbour, for clocks that differ, and none used before; null when it is none.</summary>
    public static long? Find(byte[] secret, string typed, DateTime now, long lastStep)
    {
        var digits = string.Concat(typed.Where(sign => !char.IsWhiteSpace(sign)));
        var step = StepOf(now);

        foreach (var candidate in (long[])[step, step - 1, step + 1])
        {
            if (candidate > lastStep && CryptographicOperations.FixedTimeEquals(
                Encoding.UTF8.GetBytes(Code(secret, candidate)), Encoding.UTF8.GetBytes(digits)))
            {
                return candidate;
            }
        }

        return null;
    }

    /// <summary>The secret as apps take it from a keyboard, RFC 4648 without padding.</summary>
    public static string Written(byte[] secret)
    {
        var text = new StringBuilder();
        var (buffer, bits) = (0, 0);

        foreach (var one in secret)
        {
            (buffer, bits) = ((buffer << 8) | one, bits + 8);

            for (; bits >= 5; bits -= 5)
            {
                text.Append(Base32[(buffer >> (bits - 5)) & 31]);
            }
        }

        return bits == 0 ? text.ToString() : text.Append(Base32[(buffer << (5 - bits)) & 31]).ToString();
    }

    /// <summary>What the QR code says to the app.</summary>
    public static string Address(byte[] secret, string issuer, string userName) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(userName)}?secret={Written(secret)}&issuer={Uri.EscapeDataString(issuer)}";
}
