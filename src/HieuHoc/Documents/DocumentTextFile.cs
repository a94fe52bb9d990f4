using System.Text;
using HieuHoc.Platform;

namespace HieuHoc.Documents;

/// <summary>A file of plain text that somebody brings for the text of a document.</summary>
public static class DocumentTextFile
{
    /// <summary>The ending of its name.</summary>
    public const string Ending = ".txt";

    // UTF-8 takes up to three bytes for a letter of ours, UTF-16 two.
    private const long MostBytes = 3L * StatedDocument.LongestText;

    /// <summary>Its text, as UTF-8, or as UTF-16 that says so; refused where it is neither, or longer than any document.</summary>
    public static async Task<Outcome<string>> ReadAsync(Stream content, CancellationToken ct)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[81_920];

        for (var read = await content.ReadAsync(buffer, ct); read > 0; read = await content.ReadAsync(buffer, ct))
        {
            await kept.WriteAsync(buffer.AsMemory(0, read), ct);

            if (kept.Length > MostBytes)
            {
                return new DocumentTextTooLong(StatedDocument.LongestText);
            }
        }

        kept.Position = 0;

        try
        {
            using var reader = new StreamReader(kept, new UTF8Encoding(false, throwOnInvalidBytes: true));
            var text = await reader.ReadToEndAsync(ct);

            return text.Contains('\0', StringComparison.Ordinal) ? new DocumentFileNotText() : text;
        }
        catch (DecoderFallbackException)
        {
            // Another encoding, or no text at all.
            return new DocumentFileNotText();
        }
    }
}
