using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace HieuHoc.Papers.Tests;

public sealed class ExcelInputTests
{
    private static readonly SheetInput Whole = SheetInput.Figure(0, "Gõ số nguyên");
    private static readonly SheetInput Level = SheetInput.OneOf(["Chưa đạt", "Mức độ 1", "Mức độ 2"], "Chọn trong danh sách");

    private static readonly Sheet Form = new()
    {
        Name = "Số liệu",
        IsLocked = true,
        CellFormats = [SheetFormat.Integer, SheetFormat.Decimal(1)],
        Columns = [new("Mã", 10, SheetFormat.Text) { IsHidden = true }, new("Nội dung", 40, SheetFormat.Text), new("Số liệu", 14, SheetFormat.Shortest)],
        Rows =
        [
            [SheetCell.Blank, SheetCell.Heading("Mô hình học tập")],
            [SheetCell.Text("a"), SheetCell.Text("Gia đình"), SheetCell.Input(1200, Whole)],
            [SheetCell.Text("b"), SheetCell.Text("Dòng họ"), SheetCell.Input((decimal?)null, Whole)],
            [SheetCell.Text("c"), SheetCell.Text("Mức độ"), SheetCell.Input("Mức độ 1", Level)],
            [SheetCell.Text("d"), SheetCell.Text("Số giờ"), SheetCell.Input(2.5m, SheetInput.Figure(1, "Gõ số"))],
        ],
    };

    [Fact]
    public void Only_the_cells_for_typing_are_unlocked()
    {
        using var file = SpreadsheetDocument.Open(GivenWorkbook.Written(Form), isEditable: false);
        var sheet = SheetOf(file);
        var formats = file.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<S.CellFormat>().ToList();

        var open = sheet.Descendants<S.Cell>().Where(cell => formats[(int)cell.StyleIndex!.Value].Protection?.Locked?.Value == false).Select(cell => cell.CellReference!.Value);

        Assert.True(sheet.GetFirstChild<S.SheetProtection>()!.Sheet!.Value);
        Assert.Equal(["C3", "C4", "C5", "C6"], open);
    }

    [Fact]
    public void Each_cell_for_typing_takes_what_it_asks()
    {
        using var file = SpreadsheetDocument.Open(GivenWorkbook.Written(Form), isEditable: false);

        var rules = SheetOf(file).Descendants<S.DataValidation>()
            .Select(rule => (rule.SequenceOfReferences!.InnerText, rule.Type!.Value, rule.Formula1!.Text, rule.Error!.Value));

        Assert.Equal(
            [
                ("C3:C4", S.DataValidationValues.Whole, "0", "Gõ số nguyên"),
                ("C5", S.DataValidationValues.List, "\"Chưa đạt,Mức độ 1,Mức độ 2\"", "Chọn trong danh sách"),
                ("C6", S.DataValidationValues.Decimal, "0", "Gõ số"),
            ],
            rules);
    }

    [Fact]
    public void A_list_that_Excel_cannot_hold_is_left_out()
    {
        var words = Enumerable.Range(1, 60).Select(number => $"Mức {number}").ToList();
        var sheet = GivenWorkbook.OneColumn(SheetFormat.Text, SheetCell.Input("Mức 1", SheetInput.OneOf(words, "Chọn")), SheetCell.Input("A, B", SheetInput.OneOf(["A, B"], "Chọn")));

        using var file = SpreadsheetDocument.Open(GivenWorkbook.Written(sheet), isEditable: false);

        Assert.Empty(SheetOf(file).Descendants<S.DataValidations>());
    }

    [Fact]
    public void What_programs_read_is_hidden_and_all_of_it_is_valid()
    {
        using var file = SpreadsheetDocument.Open(GivenWorkbook.Written(Form), isEditable: false);

        Assert.Equal([true, false, false], SheetOf(file).Descendants<S.Column>().Select(column => column.Hidden?.Value ?? false));
        Assert.Empty(new OpenXmlValidator().Validate(file, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }

    private static S.Worksheet SheetOf(SpreadsheetDocument file) => file.WorkbookPart!.WorksheetParts.Single().Worksheet;
}
