using System.Globalization;
using System.Text;

namespace HieuHoc.PlanReading.Tests.Files;

/// <summary>Small PDF files: pages of text in any letters, pages without text, and one with a password.</summary>
internal static class GivenPdf
{
    /// <summary>True where the tool is installed that takes the text out of PDF files.</summary>
    public static bool CanBeRead =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "pdftotext")) || File.Exists(Path.Combine(folder, "pdftotext.exe")));

    public static byte[] Of(params IReadOnlyList<string> pages) => Written(pages, encryption: null);

    /// <summary>Nobody knows its password.</summary>
    public static byte[] Locked() => Written(
        ["KẾ HOẠCH"], $"<< /Filter /Standard /V 1 /R 2 /O <{string.Concat(Enumerable.Repeat("A1", 32))}> /U <{string.Concat(Enumerable.Repeat("B2", 32))}> /P -44 >>");

    private static byte[] Written(IReadOnlyList<string> pages, string? encryption)
    {
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', Enumerable.Range(0, pages.Count).Select(page => $"{7 + (2 * page)} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type0 /BaseFont /Plan /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plan /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 500 >>",
            "<< /Type /FontDescriptor /FontName /Plan /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>",
            Stream(ToUnicode()),
        };

        foreach (var (i, page) in pages.Index())
        {
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents {8 + (2 * i)} 0 R >>");
            objects.Add(Stream(Content(page)));
        }

        if (encryption is not null)
        {
            objects.Add(encryption);
        }

        return Whole(objects, encryption is null ? "" : $"/Encrypt {objects.Count} 0 R /ID [<00> <00>]");
    }

    private static string Content(string page)
    {
        var lines = page.Split('\n').Where(line => line.Length > 0).Select(line => $"<{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(line))}> Tj T*");

        return page.Length == 0 ? "" : $"BT /F 10 Tf 14 TL 40 800 Td {string.Join(' ', lines)} ET";
    }

    /// <summary>Each code is the letter of the same number.</summary>
    private static string ToUnicode()
    {
        var ranges = Enumerable.Range(0, 0x20).Select(high => string.Create(CultureInfo.InvariantCulture, $"<{high:X2}00> <{high:X2}FF> <{high:X2}00>"));

        return $"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Plan def 1 begincodespacerange <0000> <FFFF> endcodespacerange 32 beginbfrange\n{string.Join('\n', ranges)}\nendbfrange endcmap end end";
    }

    private static string Stream(string content) => $"<< /Length {content.Length} >>\nstream\n{content}\nendstream";

    private static byte[] Whole(List<string> objects, string trailer)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();

        foreach (var (i, content) in objects.Index())
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{content}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        places.ForEach(place => file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n");

        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
