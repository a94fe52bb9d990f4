using System.Text;

namespace HieuHoc.Papers.Tests;

/// <summary>What comes out of the printer.</summary>
public sealed class PrintedPagesTests : IDisposable
{
    private readonly Printer _printer = new();

    public PrintedPagesTests() => Printer.SkipUnlessInstalled();

    [Fact]
    public void A_report_prints_on_A4_with_its_head_on_page_1_and_numbers_from_page_2()
    {
        var printed = _printer.Print("report.docx", stream => WordPaper.Write(Given.Report(), stream));

        Assert.Equal(3, printed.Pages.Count);
        Assert.All(printed.Sizes, size => Assert.Equal("A4", size));
        Assert.Contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Text(printed.Pages[0]), StringComparison.Ordinal);
        Assert.DoesNotContain("1", Lines(printed.Pages[0]));
        Assert.Equal("2", Lines(printed.Pages[1])[0]);
        Assert.Equal("3", Lines(printed.Pages[2])[0]);
    }

    [Fact]
    public void An_annex_starts_on_a_new_page_counts_from_1_and_repeats_its_heading()
    {
        var paper = Given.ReportWithAnnex() with { Body = [new Paragraph("Xin báo cáo.")], Watermark = null };
        var printed = _printer.Print("annex.docx", stream => WordPaper.Write(paper, stream));

        Assert.Equal(5, printed.Pages.Count);
        Assert.Equal("PHỤ LỤC I", Lines(printed.Pages[1])[0]);
        Assert.Equal("2", Lines(printed.Pages[2])[0]);
        Assert.All(printed.Pages.Skip(1), page => Assert.Contains("Gia đình học tập", Text(page), StringComparison.Ordinal));
        Assert.Contains("Toàn tỉnh", Text(printed.Pages[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_signature_takes_a_paragraph_with_it_to_the_next_page()
    {
        // Wherever the page happens to end, the page of the signature begins with words of the report.
        var printed = Enumerable.Range(15, 5)
            .Select(lines => Given.Report() with { Watermark = null, Body = [.. Enumerable.Repeat(new Paragraph("Một dòng."), lines), new Paragraph("Xin báo cáo.")] })
            .Select((paper, i) => _printer.Print($"signature{i}.docx", stream => WordPaper.Write(paper, stream)))
            .ToList();

        Assert.Contains(printed, paper => paper.Pages.Count == 2);
        Assert.All(printed, paper => Assert.Contains("Xin báo cáo./.", Text(paper.Pages[^1]), StringComparison.Ordinal));
        Assert.All(printed, paper => Assert.Contains("Nguyễn Văn Mẫu", Text(paper.Pages[^1]), StringComparison.Ordinal));
    }

    [Fact]
    public void A_sheet_prints_on_A4_with_heading_and_watermark_on_every_page()
    {
        var printed = _printer.Print("appendix.xlsx", stream => ExcelPaper.Write(GivenWorkbook.Of(GivenWorkbook.Appendix()), stream));

        Assert.Equal(4, printed.Pages.Count);
        Assert.All(printed.Sizes, size => Assert.Equal("A4", size));
        Assert.All(printed.Pages, page => Assert.Contains("Xã, phường, đặc khu", Text(page), StringComparison.Ordinal));
        Assert.All(printed.Pages, page => Assert.Contains(Given.Watermark, Text(page), StringComparison.Ordinal));
        Assert.Contains("Toàn tỉnh", Text(printed.Pages[^1]), StringComparison.Ordinal);
    }

    public void Dispose() => _printer.Dispose();

    private static string[] Lines(string page) => Text(page).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Text(string page) => page.Normalize(NormalizationForm.FormC);
}
