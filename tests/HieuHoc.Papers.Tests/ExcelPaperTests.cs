using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace HieuHoc.Papers.Tests;

public sealed class ExcelPaperTests
{
    [Fact]
    public void What_was_written_is_read_back()
    {
        using var stream = GivenWorkbook.Written(GivenWorkbook.Appendix(rows: 5));

        var rows = ExcelTable.Read(stream, "Phụ lục 1").ToList();

        Assert.Equal([1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12], rows.Select(row => row.Number));
        Assert.Equal([Given.Watermark], rows[0].Cells);
        Assert.Equal(["TT", "Xã, phường, đặc khu", "Gia đình học tập", null, null, "Ngày quyết định"], rows[3].Cells);
        Assert.Equal([null, null, "Tổng số", "Được công nhận", "Tỷ lệ (%)"], rows[4].Cells);
        Assert.Equal([1m, "Phường Đông Hà", 6037m, 4531m, 75.0538m, new DateTime(2026, 1, 15)], rows[5].Cells);
        Assert.Equal([null, "Toàn tỉnh", 519340m, 412356m], rows[^1].Cells);
    }

    [Fact]
    public void A_missing_figure_stays_blank_and_a_zero_stays_zero()
    {
        using var stream = GivenWorkbook.Written(GivenWorkbook.OneColumn(SheetFormat.Integer, SheetCell.Number(null), SheetCell.Number(0)));

        Assert.Equal([(1, "Cột"), (3, 0m)], ExcelTable.Read(stream).Select(row => (row.Number, row.Cells[0]!)));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+84 233 000 000")]
    [InlineData("-5")]
    [InlineData("@SUM(A1)")]
    [InlineData("000123456789")]
    [InlineData("a_x0041_b <&> “ngoặc”")]
    public void Text_stays_text_whatever_it_begins_with(string text)
    {
        using var stream = GivenWorkbook.Written(GivenWorkbook.OneColumn(SheetFormat.Integer, SheetCell.Text(text)));
        using var file = SpreadsheetDocument.Open(stream, isEditable: false);

        var cell = file.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<S.Cell>().Last();
        var format = file.WorkbookPart.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<S.CellFormat>().ElementAt((int)cell.StyleIndex!.Value);
        var code = file.WorkbookPart.WorkbookStylesPart.Stylesheet.NumberingFormats!.Elements<S.NumberingFormat>().Single(known => known.NumberFormatId! == format.NumberFormatId!);

        Assert.Equal(S.CellValues.InlineString, cell.DataType!.Value);
        Assert.Null(cell.CellFormula);
        Assert.Equal("@", code.FormatCode!.Value);
        Assert.Equal(text, ExcelTable.Read(stream).Last().Cells[0]);
    }

    [Fact]
    public void A_formula_keeps_its_words_and_its_present_value()
    {
        using var stream = GivenWorkbook.Written(GivenWorkbook.OneColumn(SheetFormat.Percent(1), SheetCell.Formula("=A1*2", 37.9m)));
        using var file = SpreadsheetDocument.Open(stream, isEditable: false);

        var cell = file.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<S.Cell>().Last();

        Assert.Equal(("A1*2", "37.9"), (cell.CellFormula!.Text, cell.CellValue!.Text));
    }

    [Fact]
    public void A_sum_covers_the_column_above_and_is_blank_when_nothing_is_known()
    {
        var sheet = GivenWorkbook.OneColumn(SheetFormat.Integer, SheetCell.Blank, SheetCell.Blank) with { Total = [SheetCell.Sum(null)] };
        using var stream = GivenWorkbook.Written(sheet);
        using var file = SpreadsheetDocument.Open(stream, isEditable: false);

        var formula = file.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<S.CellFormula>().Single();

        Assert.Equal("IF(COUNT(A2:A3)=0,\"\",SUM(A2:A3))", formula.Text);
        Assert.Single(ExcelTable.Read(stream));
    }

    [Fact]
    public void The_heading_stays_on_the_screen_and_on_every_printed_page()
    {
        using var stream = GivenWorkbook.Written(GivenWorkbook.Appendix(rows: 5));
        using var file = SpreadsheetDocument.Open(stream, isEditable: false);

        var pane = file.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<S.Pane>().Single();
        var names = file.WorkbookPart.Workbook.DefinedNames!.Elements<S.DefinedName>().Select(name => (name.Name!.Value, name.Text));

        Assert.Equal((6d, "A7", S.PaneStateValues.Frozen), (pane.VerticalSplit!.Value, pane.TopLeftCell!.Value, pane.State!.Value));
        Assert.Equal([("_xlnm.Print_Area", "'Phụ lục 1'!$A$1:$F$12"), ("_xlnm.Print_Titles", "'Phụ lục 1'!$5:$6")], names);
    }

    [Fact]
    public void A_sheet_prints_on_A4_one_page_wide_with_the_watermark_at_its_head()
    {
        using var stream = GivenWorkbook.Written(GivenWorkbook.Appendix(rows: 5));
        using var file = SpreadsheetDocument.Open(stream, isEditable: false);

        var sheet = file.WorkbookPart!.WorksheetParts.Single().Worksheet;
        var setup = sheet.GetFirstChild<S.PageSetup>()!;
        var header = sheet.GetFirstChild<S.HeaderFooter>()!;

        Assert.Equal((9u, S.OrientationValues.Landscape, 1u, 0u), (setup.PaperSize!.Value, setup.Orientation!.Value, setup.FitToWidth!.Value, setup.FitToHeight!.Value));
        Assert.True(sheet.SheetProperties!.PageSetupProperties!.FitToPage!.Value);
        Assert.EndsWith("&P", header.OddHeader!.Text, StringComparison.Ordinal);
        Assert.All([header.OddHeader.Text, header.FirstHeader!.Text], text => Assert.Contains(Given.Watermark, text, StringComparison.Ordinal));
        Assert.DoesNotContain("&P", header.FirstHeader.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Sheet_names_are_mended_and_never_alike()
    {
        var sheet = GivenWorkbook.OneColumn(SheetFormat.Text);
        using var stream = GivenWorkbook.Written(
            sheet with { Name = "Xã/phường: [1]" },
            sheet with { Name = new string('a', 40) },
            sheet with { Name = new string('A', 40) },
            sheet with { Name = "''" });

        Assert.Equal(["Xã phường   1", new string('a', 31), new string('A', 27) + " (2)", "-"], ExcelTable.SheetNames(stream));
    }

    [Fact]
    public void Excel_has_nothing_to_repair()
    {
        using var stream = GivenWorkbook.Written(
            GivenWorkbook.Appendix(rows: 3),
            GivenWorkbook.OneColumn(SheetFormat.Decimal(2), SheetCell.Text("\u0001\uD800 dài"), SheetCell.Date(new DateOnly(1899, 5, 19)), SheetCell.Number(1.5m)) with { Watermark = "Số & liệu" });
        using var file = SpreadsheetDocument.Open(stream, isEditable: false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2013).Validate(file, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public void A_day_before_Excel_began_is_written_as_words()
    {
        using var stream = GivenWorkbook.Written(GivenWorkbook.OneColumn(SheetFormat.Date, SheetCell.Date(new DateOnly(1890, 5, 19))));

        Assert.Equal("19/05/1890", ExcelTable.Read(stream).Last().Cells[0]);
    }

    [Fact]
    public void Rows_go_out_while_later_ones_are_still_to_come()
    {
        using var stream = new ForwardStream();
        var writtenBeforeTheEnd = 0L;
        var sheet = GivenWorkbook.OneColumn(SheetFormat.Text) with { Rows = Rows() };

        ExcelPaper.Write(GivenWorkbook.Of(sheet), stream);

        Assert.True(writtenBeforeTheEnd > 10_000);
        Assert.True(stream.CanWrite);

        IEnumerable<IReadOnlyList<SheetCell>> Rows()
        {
            for (var i = 0; i < 20_000; i++)
            {
                yield return [SheetCell.Text($"dòng {i}")];
            }

            writtenBeforeTheEnd = stream.Written;
        }
    }
}
