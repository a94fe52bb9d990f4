using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Vml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace HieuHoc.Papers.Tests;

/// <summary>Pages, headers, annexes, tables and what Word itself asks of the file.</summary>
public sealed class WordPagesTests
{
    [Fact]
    public void The_page_number_is_14_points_in_the_middle_of_the_top_margin_but_not_on_page_1()
    {
        using var file = WordFile.Of(Given.Report());

        var section = file.Sections[0];
        var number = Header(file, section, W.HeaderFooterValues.Default).Descendants<W.Paragraph>().First();

        Assert.Contains("PAGE", number.Descendants<W.SimpleField>().Single().Instruction!.Value, StringComparison.Ordinal);
        Assert.Equal(("Header", "28"), (number.ParagraphProperties!.ParagraphStyleId!.Val!.Value, file.StyleOf(number).StyleRunProperties!.FontSize!.Val!.Value));
        Assert.Equal(W.JustificationValues.Center, file.StyleOf(number).StyleParagraphProperties!.Justification!.Val!.Value);
        Assert.NotNull(section.GetFirstChild<W.TitlePage>());
        Assert.Empty(Header(file, section, W.HeaderFooterValues.First).Descendants<W.SimpleField>());
    }

    [Fact]
    public void An_annex_has_its_own_section_its_own_numbers_and_may_lie_on_its_side()
    {
        using var file = WordFile.Of(Given.ReportWithAnnex());

        var page = file.Sections[1].GetFirstChild<W.PageSize>()!;

        Assert.Equal(2, file.Sections.Count);
        Assert.Equal(W.PageOrientationValues.Landscape, page.Orient!.Value);
        Assert.True(page.Width! > page.Height!);
        Assert.All(file.Sections, section => Assert.Equal(1, section.GetFirstChild<W.PageNumberType>()!.Start!.Value));
    }

    [Fact]
    public void An_annex_names_its_number_its_title_and_its_paper()
    {
        using var file = WordFile.Of(Given.ReportWithAnnex());

        Assert.Equal(new Look(14, Bold: true, Italic: false, W.JustificationValues.Center), file.LookOf("PHỤ LỤC I"));
        Assert.Equal(new Look(14, Bold: true, Italic: false, W.JustificationValues.Center), file.LookOf("KẾT QUẢ CÔNG NHẬN"));
        Assert.Equal(new Look(14, Bold: false, Italic: true, W.JustificationValues.Center), file.LookOf("(Kèm theo Báo cáo số"));
    }

    [Fact]
    public void An_only_annex_needs_no_number()
    {
        var annex = new Annex { Title = "Biểu số liệu", Body = [new Paragraph("Không có.")] };
        using var file = WordFile.Of(Given.Report() with { Annexes = [annex] });

        Assert.Equal("PHỤ LỤC", file.Paragraph("PHỤ LỤC").InnerText);
    }

    [Fact]
    public void The_watermark_is_in_every_header_of_every_section()
    {
        using var file = WordFile.Of(Given.ReportWithAnnex());

        var headers = file.Sections.SelectMany(section => section.Elements<W.HeaderReference>())
            .Select(reference => ((HeaderPart)file.Main.GetPartById(reference.Id!)).Header)
            .ToList();

        Assert.Equal(4, headers.Count);
        Assert.All(headers, header => Assert.Equal(Given.Watermark, header.Descendants<Shape>().Single().GetFirstChild<TextPath>()!.String!.Value));
    }

    [Fact]
    public void Without_a_watermark_nothing_is_drawn()
    {
        using var file = WordFile.Of(Given.Report() with { Watermark = null });

        Assert.All(file.Main.HeaderParts, part => Assert.Empty(part.Header.Descendants<Shape>()));
    }

    [Fact]
    public void A_table_repeats_both_heading_rows_and_splits_no_row()
    {
        using var file = WordFile.Of(Given.ReportWithAnnex());

        var rows = file.Tables[^1].Elements<W.TableRow>().ToList();

        Assert.Equal(2 + 78 + 1, rows.Count);
        Assert.All(rows, row => Assert.NotNull(row.TableRowProperties!.GetFirstChild<W.CantSplit>()));
        Assert.Equal([0, 1], rows.Index().Where(row => row.Item.TableRowProperties!.GetFirstChild<W.TableHeader>() is not null).Select(row => row.Index));
        Assert.Equal(["TT", "Xã, phường, đặc khu", "Gia đình học tập", "Dòng họ học tập", "Cộng đồng học tập", "Ghi chú"], Cells(rows[0]));
    }

    [Fact]
    public void Figures_are_Vietnamese_a_missing_one_is_blank_and_the_total_is_bold()
    {
        using var file = WordFile.Of(Given.Report());

        var rows = file.Tables[1].Elements<W.TableRow>().ToList();
        var total = rows[^1].Descendants<W.Paragraph>().ElementAt(2);

        Assert.Equal(["1", "Gia đình học tập", "519.340", "412.356", "79,4"], Cells(rows[1]));
        Assert.Equal(["3", "Cộng đồng học tập", "1.912", "", ""], Cells(rows[3]));
        Assert.Equal(new Look(12, Bold: true, Italic: false, W.JustificationValues.Right), file.LookOf(total));
    }

    [Fact]
    public void A_row_with_more_cells_than_columns_is_a_mistake_and_not_a_loss()
    {
        var table = Given.SmallTable() with { Rows = [[.. Enumerable.Repeat(PaperCell.Number(1), 6)]] };

        Assert.Throws<ArgumentException>(() => WordFile.Of(Given.Report() with { Body = [new TableBlock(table)] }));
    }

    [Fact]
    public void The_signature_never_stands_alone_on_a_page()
    {
        using var text = WordFile.Of(Given.Report());
        using var table = WordFile.Of(Given.Report() with { Body = [new TableBlock(Given.SmallTable()), new Note("Nguồn: báo cáo")] });

        Assert.NotNull(text.Paragraph("Sở Giáo dục và Đào tạo báo cáo").ParagraphProperties!.KeepNext);
        Assert.NotNull(text.Tables[^1].Descendants<W.CantSplit>().Single());
        Assert.NotNull(table.Paragraph("Nguồn").ParagraphProperties!.KeepNext);
        Assert.All(table.Tables[1].Elements<W.TableRow>().Last().Descendants<W.Paragraph>(), cell => Assert.NotNull(cell.ParagraphProperties!.KeepNext));
    }

    [Fact]
    public void Letters_are_composed_and_what_XML_forbids_is_dropped()
    {
        using var file = WordFile.Of(Given.Report() with { Body = [new Paragraph("Ho\u0323c\u0001 tập \uD800suốt \uFFFFđời 🎓")] });

        Assert.Equal("Học tập suốt đời 🎓./.", file.Paragraph("Học").InnerText);
    }

    [Fact]
    public void The_file_names_its_title_and_opens_outside_compatibility_mode()
    {
        using var file = WordFile.Of(Given.Report() with { Abstract = "Kết quả năm 2026" });

        Assert.Equal("Báo cáo Kết quả năm 2026", file.Title);
        Assert.Equal("15", file.Main.DocumentSettingsPart!.Settings.Descendants<W.CompatibilitySetting>().Single().Val!.Value);
    }

    [Fact]
    public void Word_has_nothing_to_repair()
    {
        using var full = WordFile.Of(Given.ReportWithAnnex() with { Stamps = ["HỎA TỐC"] });
        using var bare = WordFile.Of(Given.Report() with { Type = null, Addressees = [], LegalBases = [], Body = [], Recipients = [], Watermark = null, Signature = new() { Authority = [] } });

        Assert.Empty(full.Complaints);
        Assert.Empty(bare.Complaints);
    }

    [Fact]
    public void The_stream_need_not_be_seekable_and_stays_open()
    {
        using var stream = new ForwardStream();

        WordPaper.Write(Given.Report(), stream);

        Assert.True(stream.Written > 0);
        Assert.True(stream.CanWrite);
    }

    private static W.Header Header(WordFile file, W.SectionProperties section, W.HeaderFooterValues kind) =>
        ((HeaderPart)file.Main.GetPartById(section.Elements<W.HeaderReference>().Single(header => header.Type! == kind).Id!)).Header;

    private static IEnumerable<string> Cells(W.TableRow row) => row.Elements<W.TableCell>().Select(cell => cell.InnerText);
}
