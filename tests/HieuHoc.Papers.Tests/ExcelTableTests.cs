using System.Text;


namespace HieuHoc.Papers.Tests;

public sealed class ExcelTableTests
{
    [Fact]
    public void A_formula_gives_its_value_and_a_date_typed_as_text_stays_text()
    {
        using var stream = RawWorkbook.Of("""
            <row r="2"><c r="A2"><f>SUM(B2:C2)</f><v>12.5</v></c><c r="B2" t="inlineStr"><is><t>29/11/2026</t></is></c><c r="C2" t="b"><v>1</v></c></row>
            """);

        var row = Assert.Single(ExcelTable.Read(stream));

        Assert.Equal(2, row.Number);
        Assert.Equal([12.5m, "29/11/2026", true], row.Cells);
    }

    [Fact]
    public void A_true_date_is_a_date()
    {
        using var stream = GivenWorkbook.Written(GivenWorkbook.OneColumn(SheetFormat.Date, SheetCell.Date(new DateOnly(2026, 11, 29))));

        Assert.Equal(new DateTime(2026, 11, 29), ExcelTable.Read(stream).Last().Cells[0]);
    }

    [Fact]
    public void Formulas_and_errors_are_told_apart_from_values_and_from_nothing()
    {
        using var stream = RawWorkbook.Of("""
            <row r="2"><c r="A2"><v>1</v></c><c r="B2"><f>A2*2</f><v>2</v></c><c r="C2"><f>A2*2</f></c><c r="D2" t="e"><f>A2/0</f><v>#DIV/0!</v></c><c r="E2"/></row>
            <row><c><v>1</v></c><c t="e"><v>#REF!</v></c></row>
            """);

        Assert.Equal(
            [new SpecialCell(2, 1, CellKind.Formula), new(2, 2, CellKind.Uncalculated), new(2, 3, CellKind.Error), new(3, 1, CellKind.Error)],
            ExcelTable.Specials(stream));
    }

    [Fact]
    public void A_workbook_that_carries_macros_is_refused()
    {
        using var stream = RawWorkbook.Of("""<row r="1"><c r="A1"><v>1</v></c></row>""", part: "xl/vbaProject.bin");

        Assert.Equal(WorkbookFault.HasMacros, Fault(() => ExcelTable.Read(stream)));
    }

    [Fact]
    public void A_formula_without_a_value_is_blank()
    {
        using var stream = RawWorkbook.Of("""<row r="1"><c r="A1"><f>SUM(B2:C2)</f></c><c r="B1"><v>0.1</v></c></row>""");

        Assert.Equal([null, 0.1m], Assert.Single(ExcelTable.Read(stream)).Cells);
    }

    [Fact]
    public void A_cell_in_error_is_blank()
    {
        using var stream = RawWorkbook.Of("""<row r="1"><c r="A1" t="e"><f>B9/0</f><v>#DIV/0!</v></c><c r="B1"><v>1E+300</v></c></row>""");

        Assert.Equal([null, "1E+300"], Assert.Single(ExcelTable.Read(stream)).Cells);
    }

    [Theory]
    [InlineData("XFD1048576", 1_048_576)]
    [InlineData("A2000000000", 2_000_000_000)]
    public void A_value_in_the_far_corner_does_not_keep_the_server_busy(string cell, int row)
    {
        using var stream = RawWorkbook.Of($"""<row r="{row}"><c r="{cell}"><v>1</v></c></row>""");

        Assert.Equal(WorkbookFault.TooLarge, Fault(() => ExcelTable.Read(stream).ToList()));
    }

    [Fact]
    public void Names_typed_with_loose_marks_are_composed()
    {
        using var stream = RawWorkbook.Of("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Ho\u0323c</t></is></c></row>");

        Assert.Equal("Học", Assert.Single(ExcelTable.Read(stream)).Cells[0]);
    }

    [Fact]
    public void A_sheet_is_found_by_name_in_any_case()
    {
        using var stream = GivenWorkbook.Written(
            GivenWorkbook.OneColumn(SheetFormat.Text, SheetCell.Text("một")) with { Name = "Biểu 1" },
            GivenWorkbook.OneColumn(SheetFormat.Text, SheetCell.Text("hai")) with { Name = "Biểu 2" });

        Assert.Equal("hai", ExcelTable.Read(stream, "BIỂU 2").Last().Cells[0]);
        Assert.Equal(WorkbookFault.SheetMissing, Fault(() => ExcelTable.Read(stream, "Biểu 3")));
    }

    [Fact]
    public void A_stream_that_only_goes_forward_can_be_read()
    {
        using var stream = new ForwardStream(GivenWorkbook.Written(GivenWorkbook.Appendix(rows: 3)));

        Assert.Equal(9, ExcelTable.Read(stream).Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK")]
    [InlineData("PK nhưng không phải tệp nén")]
    [InlineData("Họ tên;Ngày sinh")]
    [InlineData("%PDF-1.7")]
    public void A_file_that_is_not_a_workbook_is_refused(string content)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));

        Assert.Equal(WorkbookFault.Unreadable, Fault(() => ExcelTable.Read(stream)));
    }

    [Fact]
    public void A_Word_file_is_refused()
    {
        using var stream = new MemoryStream();
        WordPaper.Write(Given.Report(), stream);

        Assert.Equal(WorkbookFault.Unreadable, Fault(() => ExcelTable.Read(stream).ToList()));
    }

    [Fact]
    public void A_workbook_cut_short_is_refused()
    {
        var whole = GivenWorkbook.Written(GivenWorkbook.Appendix()).ToArray();
        using var stream = new MemoryStream(whole[..(whole.Length / 2)]);

        Assert.Equal(WorkbookFault.Unreadable, Fault(() => ExcelTable.Read(stream).ToList()));
    }

    [Fact]
    public void A_workbook_larger_inside_than_allowed_is_refused()
    {
        using var stream = GivenWorkbook.Written(GivenWorkbook.Appendix(rows: 500));

        Assert.Equal(WorkbookFault.TooLarge, Fault(() => ExcelTable.Read(stream, largestContent: 20_000)));
    }

    [Fact]
    public void A_workbook_packed_like_a_bomb_is_refused()
    {
        using var stream = RawWorkbook.Of($"<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>{new string('a', 3_000_000)}</t></is></c></row>");

        Assert.Equal(WorkbookFault.TooLarge, Fault(() => ExcelTable.Read(stream)));
    }

    [Fact]
    public void A_document_type_is_not_followed()
    {
        using var stream = RawWorkbook.Of(
            """<row r="1"><c r="A1" t="inlineStr"><is><t>&secret;</t></is></c></row>""",
            head: """<!DOCTYPE worksheet [<!ENTITY secret SYSTEM "file:///etc/hostname">]>""");

        Assert.Equal(WorkbookFault.Unreadable, Fault(() => ExcelTable.Read(stream).ToList()));
    }

    private static WorkbookFault Fault(Func<object> read) => Assert.Throws<NotAWorkbookException>(() => read()).Fault;
}
