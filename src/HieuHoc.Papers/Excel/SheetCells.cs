using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace HieuHoc.Papers.Excel;

/// <summary>The rows of figures of one sheet.</summary>
internal sealed partial class SheetCells(Sheet sheet, SheetStyles styles)
{
    private readonly SheetInputs inputs = new();

    // Excel's own limit; a longer text would make it offer a repair.
    private const int LongestText = 32767;

    /// <summary>The rules for the cells in which people type; known when the last row is written.</summary>
    public S.DataValidations? Validations => inputs.Validations;

    public S.Row Row(int number, IReadOnlyList<SheetCell> cells, bool isTotal)
    {
        if (cells.Count > sheet.Columns.Count)
        {
            throw new ArgumentException($"Row {number} has {cells.Count} cells for {sheet.Columns.Count} columns.");
        }

        var row = new S.Row { RowIndex = (uint)number };

        // Not every reader makes room for words of two lines by itself.
        if (HeightOf(cells) is { } height)
        {
            (row.Height, row.CustomHeight) = (height, true);
        }

        for (var i = 0; i < sheet.Columns.Count; i++)
        {
            row.Append(Cell(i, number, i < cells.Count ? cells[i] : SheetCell.Blank, isTotal));
        }

        return row;
    }

    /// <summary>The height that the longest words need; null where one line is enough.</summary>
    private double? HeightOf(IReadOnlyList<SheetCell> cells)
    {
        var tallest = cells.Zip(sheet.Columns)
            .Where(cell => cell.First is TextCell text && text.Words.Length > cell.Second.Width)
            .Select(cell => SheetHead.Height(((TextCell)cell.First).Words, cell.Second.Width))
            .DefaultIfEmpty()
            .Max();

        return tallest > SheetHead.LineHeight * 1.5 ? tallest : null;
    }

    /// <summary>Text inside its cell: always words, whatever sign it begins with.</summary>
    public static S.Cell Words(int column, int row, string text, uint look)
    {
        var clean = Escape().Replace(PaperText.Clean(text), "_x005F$0");

        return new(new S.InlineString(new S.Text(Cut(clean)) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = CellName.Of(column, row),
            StyleIndex = look,
            DataType = S.CellValues.InlineString,
        };
    }

    /// <summary>A cell with its borders and nothing in it.</summary>
    public static S.Cell Empty(int column, int row, uint look) => new() { CellReference = CellName.Of(column, row), StyleIndex = look };

    private S.Cell Cell(int column, int row, SheetCell cell, bool isTotal)
    {
        var format = sheet.Columns[column].Format.Code;
        var figures = format == SheetFormat.Text.Code ? SheetFormat.General : format;

        return cell switch
        {
            BlankCell => Empty(column, row, styles.Of(format, isTotal)),
            TextCell text => Words(column, row, text.Words, styles.Of(SheetFormat.Text.Code, isTotal || text.Bold)),
            NumberCell number => Figure(column, row, number.Value, styles.Of(number.Format?.Code ?? figures, isTotal)),
            InputCell input => Typed(column, row, input),
            DateCell date => Day(column, row, date.Day, isTotal),
            FormulaCell formula => Formula(column, row, formula.Expression, formula.Value, styles.Of(figures, isTotal)),
            SumCell sum => Formula(column, row, SumAbove(column, row), sum.Value, styles.Of(figures, isTotal)),
            _ => throw new UnreachableException(),
        };
    }

    private S.Cell Typed(int column, int row, InputCell cell)
    {
        inputs.Add(column, row, cell.Takes);
        var look = styles.OfInput(cell.Takes.Format.Code);

        return cell.Value switch
        {
            TextCell text => Words(column, row, text.Words, look),
            NumberCell number => Figure(column, row, number.Value, look),
            _ => Empty(column, row, look),
        };
    }

    private static S.Cell Figure(int column, int row, decimal value, uint look)
    {
        var cell = Empty(column, row, look);
        cell.Append(new S.CellValue(Text(value)));

        return cell;
    }

    private S.Cell Day(int column, int row, DateOnly day, bool isTotal)
    {
        // Excel counts a 29 February 1900 that never was: earlier days come out wrong, so they are written as words.
        return day < new DateOnly(1900, 3, 1)
            ? Words(column, row, day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), styles.Of(SheetFormat.Text.Code, isTotal))
            : Figure(column, row, (decimal)day.ToDateTime(TimeOnly.MinValue).ToOADate(), styles.Of(SheetFormat.Date.Code, isTotal));
    }

    private static S.Cell Formula(int column, int row, string expression, decimal? value, uint look)
    {
        var cell = Empty(column, row, look);
        cell.Append(new S.CellFormula(PaperText.Clean(expression).TrimStart('=')));

        if (value is { } known)
        {
            cell.Append(new S.CellValue(Text(known)));
        }
        else
        {
            cell.DataType = S.CellValues.String;
            cell.Append(new S.CellValue(""));
        }

        return cell;
    }

    // SUM alone would show 0 for a column in which nothing is known.
    private string SumAbove(int column, int row)
    {
        var above = row > sheet.FirstRow ? $"{CellName.Of(column, sheet.FirstRow)}:{CellName.Of(column, row - 1)}" : null;

        return above is null ? "\"\"" : $"IF(COUNT({above})=0,\"\",SUM({above}))";
    }

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Cut(string text)
    {
        if (text.Length <= LongestText)
        {
            return text;
        }

        return char.IsHighSurrogate(text[LongestText - 1]) ? text[..(LongestText - 1)] : text[..LongestText];
    }

    // Excel reads _x0041_ as the letter A unless its own first sign is written that way too.
    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Escape();
}
