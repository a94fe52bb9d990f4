using System.Text;

namespace HieuHoc.PlanReading.Files;

/// <summary>Text files in Unicode: UTF-8, or UTF-16 with its mark.</summary>
internal static class PlainText
{
    public static string Read(byte[] file)
    {
        try
        {
            var text = EncodingOf(file).GetString(file).TrimStart('\uFEFF');

            return text.Contains('\0', StringComparison.Ordinal) ? throw new NotAPlanException(PlanFault.Unreadable) : text;
        }
        catch (DecoderFallbackException cause)
        {
            throw new NotAPlanException(PlanFault.NotUnicode, cause);
        }
    }

    private static Encoding EncodingOf(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || file.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return new UnicodeEncoding(bigEndian: file[0] == 0xFE, byteOrderMark: true, throwOnInvalidBytes: true);
        }

        return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    }
}
