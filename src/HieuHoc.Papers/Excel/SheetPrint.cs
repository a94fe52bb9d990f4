using DocumentFormat.OpenXml;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace HieuHoc.Papers.Excel;

/// <summary>How a sheet prints: A4, as wide as one page, the page number above in the middle but not on page 1.</summary>
internal static class SheetPrint
{
    private const uint A4 = 9;

    // Excel refuses a header of more than 255 signs; the codes around the words need some of them.
    private const int LongestHeader = 180;

    private const double Inch = 25.4;

    public static IEnumerable<OpenXmlElement> Make(Sheet sheet)
    {
        yield return new S.PrintOptions { HorizontalCentered = true };
        yield return new S.PageMargins { Left = 20 / Inch, Right = 15 / Inch, Top = 20 / Inch, Bottom = 20 / Inch, Header = 9 / Inch, Footer = 9 / Inch };
        yield return new S.PageSetup
        {
            PaperSize = A4,
            Orientation = sheet.Landscape ? S.OrientationValues.Landscape : S.OrientationValues.Portrait,
            FitToWidth = 1,
            FitToHeight = 0,
        };
        yield return Header(sheet);
    }

    private static S.HeaderFooter Header(Sheet sheet)
    {
        var watermark = sheet.HasWatermark ? $"&L&\"Times New Roman,Bold\"&12&K808080{Words(sheet.Watermark!)}" : "";

        return new(
            new S.OddHeader($"{watermark}&C&\"Times New Roman,Regular\"&14&K000000&P"),
            new S.FirstHeader(watermark))
        {
            DifferentFirst = true,
        };
    }

    private static string Words(string text)
    {
        var words = PaperText.Clean(text).ReplaceLineEndings(" ");
        var cut = words.Length > LongestHeader ? words[..LongestHeader] : words;

        // A code's digits would swallow a figure at the start of the words.
        return $" {cut.Replace("&", "&&", StringComparison.Ordinal)}";
    }
}
