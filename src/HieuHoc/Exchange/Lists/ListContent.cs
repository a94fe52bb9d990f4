using System.Text;
using HieuHoc.Papers;
using HieuHoc.Platform;

namespace HieuHoc.Exchange.Lists;

/// <summary>Tells a workbook from a table of text by the file itself, and makes one of the other, so that both are read in one way.</summary>
internal static class ListContent
{
    /// <summary>As many rows as a sheet has.</summary>
    private const int MostRows = 1_048_576;

    /// <summary>How files of Excel begin, the newer and the older.</summary>
    private static readonly IReadOnlyList<byte[]> Beginnings = ["PK\x03\x04"u8.ToArray(), [0xd0, 0xcf, 0x11, 0xe0]];

    private static readonly UTF8Encoding Text = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The workbook that a file is, or the one that would be saved of its table.</summary>
    public static Outcome<byte[]> Workbook(byte[] file)
    {
        if (Beginnings.Any(begins => file.AsSpan().StartsWith(begins)))
        {
            return file;
        }

        try
        {
            using var reader = new StreamReader(new MemoryStream(file), Text);
            var lines = CsvTable.Lines(reader).Take(MostRows + 1).ToList();

            return lines.Count > MostRows || lines.Contains(null) ? new ListNotText() : Written([.. lines.OfType<IReadOnlyList<string>>()]);
        }
        catch (DecoderFallbackException)
        {
            return new ListNotText();
        }
    }

    private static byte[] Written(IReadOnlyList<IReadOnlyList<string>> lines)
    {
        using var to = new MemoryStream();
        ExcelPaper.Write(
            new Workbook([new Sheet
            {
                Name = "CSV",
                Columns = [.. Enumerable.Range(0, lines.Max(line => line.Count)).Select(at => new SheetColumn(lines[0].ElementAtOrDefault(at) ?? "", 20, SheetFormat.Text))],
                Rows = lines.Skip(1).Select(line => (IReadOnlyList<SheetCell>)[.. line.Select(SheetCell.Text)]),
            }]),
            to);

        return to.ToArray();
    }
}
