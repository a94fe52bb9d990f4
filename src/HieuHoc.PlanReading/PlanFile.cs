using HieuHoc.PlanReading.Files;
using HieuHoc.PlanReading.Text;

namespace HieuHoc.PlanReading;

/// <summary>Takes the text out of a file, whatever its name says: Word (.docx), PDF with text, or plain text.</summary>
public static class PlanFile
{
    /// <summary>What a plan may be as a file: 50 MB.</summary>
    public const long LargestFile = 50L * 1024 * 1024;

    /// <summary>What a plan may be as text.</summary>
    public const int LongestText = 600_000;

    /// <exception cref="NotAPlanException">The file is no plan that can be read.</exception>
    public static async Task<PlanDocument> ReadAsync(Stream from, CancellationToken ct)
    {
        var bytes = await BytesAsync(from, ct);
        var kind = FileKinds.Of(bytes);
        var source = kind switch
        {
            FileKind.Word => WordText.Read(bytes),
            FileKind.Pdf => SourceText.Plain(await PdfText.ReadAsync(bytes, ct)),
            FileKind.OldOffice => throw new NotAPlanException(FileKinds.IsLockedWord(bytes) ? PlanFault.Locked : PlanFault.OldWord),
            FileKind.Text => SourceText.Plain(PlainText.Read(bytes)),
        };

        Check(source.Text);

        return PlanReader.Read(source);
    }

    private static void Check(string text)
    {
        if (text.Length > LongestText)
        {
            throw new NotAPlanException(PlanFault.TooLong);
        }

        if (!text.Any(char.IsLetter))
        {
            throw new NotAPlanException(PlanFault.Empty);
        }

        if (OldFonts.IsWrittenWith(text))
        {
            throw new NotAPlanException(PlanFault.NotUnicode);
        }
    }

    private static async Task<byte[]> BytesAsync(Stream from, CancellationToken ct)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[81920];

        for (var read = await from.ReadAsync(buffer, ct); read > 0; read = await from.ReadAsync(buffer, ct))
        {
            await copy.WriteAsync(buffer.AsMemory(0, read), ct);

            if (copy.Length > LargestFile)
            {
                throw new NotAPlanException(PlanFault.TooLong);
            }
        }

        return copy.ToArray();
    }
}
