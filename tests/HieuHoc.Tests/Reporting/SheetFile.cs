using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using HieuHoc.Papers;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace HieuHoc.Tests.Reporting;

/// <summary>A written workbook, read back as rows, and its formulas worked out anew from the cells that they name.</summary>
internal sealed partial class SheetFile
{
    private readonly Dictionary<string, decimal> numbers;

    private SheetFile(IReadOnlyList<SheetRow> rows, Dictionary<string, string> formulas, Dictionary<string, decimal> numbers)
    {
        Rows = rows;
        Formulas = formulas;
        this.numbers = numbers;
    }

    public IReadOnlyList<SheetRow> Rows { get; }

    /// <summary>Cell → formula.</summary>
    public IReadOnlyDictionary<string, string> Formulas { get; }

    public static SheetFile Of(Workbook workbook) => Of(workbook.Sheets[0]);

    public static SheetFile Of(Sheet sheet)
    {
        using var stream = new MemoryStream();
        ExcelPaper.Write(new Workbook([sheet]), stream);
        stream.Position = 0;
        var rows = ExcelTable.Read(stream).ToList();
        stream.Position = 0;
        using var file = SpreadsheetDocument.Open(stream, isEditable: false);
        var cells = file.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<S.Cell>().ToList();

        return new SheetFile(
            rows,
            cells.Where(cell => cell.CellFormula is not null).ToDictionary(cell => cell.CellReference!.Value!, cell => cell.CellFormula!.Text),
            cells.Where(cell => cell.CellFormula is null && cell.CellValue is not null)
                .ToDictionary(cell => cell.CellReference!.Value!, cell => decimal.Parse(cell.CellValue!.Text, NumberStyles.Float, CultureInfo.InvariantCulture)));
    }

    /// <summary>What stands in a cell as a reader sees it; null where it is blank.</summary>
    public object? At(string cell)
    {
        var (column, row) = Split(cell);

        return Rows.SingleOrDefault(line => line.Number == row)?.Cells.ElementAtOrDefault(column);
    }

    /// <summary>What a formula of the appendix comes to, worked out by hand from typed cells.</summary>
    public decimal? WorkedOut(string cell)
    {
        var formula = Formulas[cell];

        if (Rate().Match(formula) is { Success: true } rate)
        {
            return 100 * numbers[rate.Groups[1].Value] / numbers[rate.Groups[2].Value];
        }

        if (CountIf().Match(formula) is { Success: true } count)
        {
            return Cells(count.Groups[1].Value).Count(cell => At(cell) is string word && word == count.Groups[2].Value);
        }

        if (SumOf().Match(formula) is { Success: true } parts)
        {
            return parts.Groups[1].Value.Split(',').Sum(cell => numbers[cell]);
        }

        if (Sum().Match(formula) is { Success: true } sum)
        {
            var known = Range(sum.Groups[1].Value).OfType<decimal>().ToList();

            return known.Count == 0 ? null : known.Sum();
        }

        var all = RateOfAll().Match(formula);
        Assert.True(all.Success, formula);
        var pairs = Range(all.Groups[1].Value).Zip(Range(all.Groups[2].Value)).Where(pair => pair.First is not null && pair.Second is not null).ToList();

        return 100 * pairs.Sum(pair => pair.First) / pairs.Sum(pair => pair.Second);
    }

    /// <summary>The numbers of a column, typed or worked out.</summary>
    private IEnumerable<decimal?> Range(string range) => Cells(range).Select(cell =>
        numbers.TryGetValue(cell, out var number) ? number : Formulas.ContainsKey(cell) ? WorkedOut(cell) : null);

    private static IEnumerable<string> Cells(string range)
    {
        var ends = range.Split(':');
        var column = ends[0].TrimEnd("0123456789".ToCharArray());

        for (var row = Split(ends[0]).Row; row <= Split(ends[1]).Row; row++)
        {
            yield return $"{column}{row}";
        }
    }

    private static (int Column, int Row) Split(string cell)
    {
        var letters = cell.TrimEnd("0123456789".ToCharArray());

        return (letters.Aggregate(0, (sum, letter) => (sum * 26) + letter - 'A' + 1) - 1, int.Parse(cell[letters.Length..], CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"^([A-Z]+\d+)/([A-Z]+\d+)\*100$")]
    private static partial Regex Rate();

    [GeneratedRegex(@"^COUNTIF\(([A-Z0-9:]+),""([^""]+)""\)$")]
    private static partial Regex CountIf();

    [GeneratedRegex(@"^SUM\(([A-Z0-9,]+)\)$")]
    private static partial Regex SumOf();

    [GeneratedRegex(@"^IF\(COUNT\(([A-Z0-9:]+)\)=0,"""",SUM\(\1\)\)$")]
    private static partial Regex Sum();

    [GeneratedRegex(@"^SUMPRODUCT\(ISNUMBER\(([A-Z0-9:]+)\)\*ISNUMBER\(([A-Z0-9:]+)\),\1\)/SUMPRODUCT\(ISNUMBER\(\1\)\*ISNUMBER\(\2\),\2\)\*100$")]
    private static partial Regex RateOfAll();
}
