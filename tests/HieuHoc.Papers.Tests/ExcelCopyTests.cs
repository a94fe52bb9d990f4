using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace HieuHoc.Papers.Tests;

public sealed class ExcelCopyTests
{
    private const string Heading = "Chỗ sai";

    [Fact]
    public void The_words_stand_beside_their_rows_and_all_else_stays()
    {
        using var original = GivenWorkbook.Written(GivenWorkbook.Appendix(rows: 3), GivenWorkbook.OneColumn(SheetFormat.Text, SheetCell.Text("khác")) with { Name = "Khác" });
        var before = ExcelTable.Read(original, "Phụ lục 1").ToList();

        using var copy = Copied(original, new AddedColumn("Phụ lục 1", 6, 6, Heading, new Dictionary<int, string> { [8] = "Không phải số: <12,5>" }));

        var after = ExcelTable.Read(copy, "Phụ lục 1").ToList();
        Assert.Equal(Heading, after.Single(row => row.Number == 6).Cells[6]);
        Assert.Equal("Không phải số: <12,5>", after.Single(row => row.Number == 8).Cells[6]);
        Assert.Equal(before.Select(row => (row.Number, Text(row, 6))), after.Select(row => (row.Number, Text(row, 6))));
        Assert.Equal(["Cột", "khác"], ExcelTable.Read(copy, "Khác").Select(row => row.Cells[0]));
        Assert.Equal([CellKind.Formula, CellKind.Formula, CellKind.Formula], ExcelTable.Specials(copy).Take(3).Select(cell => cell.Kind));
    }

    [Fact]
    public void The_copy_is_valid_and_its_words_are_red()
    {
        using var original = GivenWorkbook.Written(GivenWorkbook.Appendix(rows: 3));
        using var copy = Copied(original, new AddedColumn(null, 6, 6, Heading, new Dictionary<int, string> { [7] = "Sai" }));

        using var file = SpreadsheetDocument.Open(copy, isEditable: false);
        var styles = file.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
        var cell = file.WorkbookPart.WorksheetParts.First().Worksheet.Descendants<S.Cell>().Single(cell => cell.CellReference == "G7");
        var look = styles.CellFormats!.Elements<S.CellFormat>().ElementAt((int)cell.StyleIndex!.Value);

        Assert.Empty(new OpenXmlValidator().Validate(file, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        Assert.NotNull(styles.Fonts!.Elements<S.Font>().ElementAt((int)look.FontId!.Value).Color);
    }

    [Fact]
    public void Words_of_an_earlier_copy_are_replaced()
    {
        using var original = GivenWorkbook.Written(GivenWorkbook.OneColumn(SheetFormat.Integer, SheetCell.Number(1), SheetCell.Number(2)));
        using var first = Copied(original, new AddedColumn(null, 1, 1, Heading, new Dictionary<int, string> { [2] = "Sai", [3] = "Sai" }));

        using var second = Copied(first, new AddedColumn(null, 1, 1, Heading, new Dictionary<int, string> { [3] = "Vẫn sai" }));

        Assert.Equal([["Cột", Heading], [1m], [2m, "Vẫn sai"]], ExcelTable.Read(second).Select(row => row.Cells));
    }

    [Fact]
    public void Cells_behind_the_column_stay_behind_it()
    {
        using var original = RawWorkbook.Of("""<row><c><v>1</v></c><c r="D1" s="0"><v>4</v></c></row><row r="5"/>""", before: """<cols><col min="1" max="9" width="8"/></cols>""");

        using var copy = Copied(original, new AddedColumn(null, 2, 1, Heading, new Dictionary<int, string> { [5] = "Trống" }));

        Assert.Equal([[1m, null, Heading, 4m], [null, null, "Trống"]], ExcelTable.Read(copy).Select(row => row.Cells));
    }

    [Fact]
    public void A_file_that_is_no_workbook_gets_no_copy()
    {
        using var file = new MemoryStream("Không phải tệp Excel"u8.ToArray());

        var fault = Assert.Throws<NotAWorkbookException>(() => ExcelCopy.Write(file, Stream.Null, new AddedColumn(null, 1, 1, Heading, new Dictionary<int, string>())));

        Assert.Equal(WorkbookFault.Unreadable, fault.Fault);
    }

    private static string Text(SheetRow row, int columns) => string.Join('|', row.Cells.Take(columns)).TrimEnd('|');

    private static MemoryStream Copied(Stream original, AddedColumn column)
    {
        var copy = new MemoryStream();
        ExcelCopy.Write(original, copy, column);

        return new MemoryStream(copy.ToArray());
    }
}
