using System.Globalization;
using HieuHoc.Figures;
using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Returns;

namespace HieuHoc.Reporting;

/// <summary>The Excel part of the yearly report: one row a commune, rates as formulas, missing as blank.</summary>
internal sealed class AnnualAppendix(AnnualFacts facts, Texts texts)
{
    /// <summary>The columns before the figures: number and name.</summary>
    private const int Leading = 2;

    private readonly IReadOnlyList<Column> columns = Columns(facts);

    public Workbook Build()
    {
        var sheet = new Sheet
        {
            Name = Say("report.appendix.sheet"),
            TitleLines =
            [
                facts.Programme.Report.AppendixTitle.Replace("{year}", Year, StringComparison.Ordinal),
                Say("report.appendix.basis", ("cutOff", facts.Round.CutOffOn), ("asOf", facts.AsOf(texts)), ("symbol", facts.Programme.Report.Symbol)),
                .. IsComplete ? (IEnumerable<string>)[] : [Say("report.appendix.soFar", ("least", Least.Known), ("expected", Least.Expected))],
            ],
            Columns =
            [
                new SheetColumn(Say("report.appendix.number"), 5, SheetFormat.Integer),
                new SheetColumn(Say("report.appendix.place"), 32, SheetFormat.Text),
                .. columns.Select(Heading),
            ],
            Rows = [],
            Landscape = true,
            Watermark = facts.Demo ? Say("demo.mark") : null,
        };

        return new Workbook([sheet with { Rows = Rows(sheet.FirstRow), Total = Total(sheet.FirstRow) }]);
    }

    /// <summary>The coverage of the column with the fewest communes: the total row can be no more than that.</summary>
    private Coverage Least => facts.CoverageOf(facts.Form.Elements).Least;

    private bool IsComplete => Least.IsComplete;

    private string Year => facts.Year.ToString(CultureInfo.InvariantCulture);

    private SheetColumn Heading(Column column) => column.Rate is { } rate
        ? new SheetColumn(Say("report.appendix.rate"), 9, SheetFormat.Percent(rate.Indicator.Decimals)) { Group = column.Group }
        : new SheetColumn(column.Title, 11, Format(facts.Elements[column.Element])) { Group = column.Group };

    private static SheetFormat Format(ElementDefinition element) =>
        element.Decimals == 0 ? SheetFormat.Integer : SheetFormat.Decimal(element.Decimals);

    private IEnumerable<IReadOnlyList<SheetCell>> Rows(int firstRow) => facts.Communes.Select((commune, i) => (IReadOnlyList<SheetCell>)
    [
        SheetCell.Number(i + 1),
        SheetCell.Text(commune.FullName),
        .. columns.Select(column => column.Rate is { } rate
            ? RateOf(rate, commune.Id, firstRow + i)
            : SheetCell.Number(facts.Of(commune.Id, column.Element))),
    ]);

    private SheetCell RateOf(IndicatorReading rate, int commune, int row) =>
        rate.Communes.FirstOrDefault(reading => reading.PlaceId == commune)?.Value is { } value
            ? SheetCell.Formula($"{Letter(rate.Indicator.Numerator)}{Row(row)}/{Letter(rate.Indicator.Denominator)}{Row(row)}*100", value)
            : SheetCell.Blank;

    private IReadOnlyList<SheetCell> Total(int firstRow) =>
    [
        SheetCell.Blank,
        SheetCell.Text(IsComplete
            ? Say("report.appendix.total")
            : Say("report.appendix.total.soFar", ("least", Least.Known), ("expected", Least.Expected))),
        .. columns.Select(column => column.Rate is { } rate
            ? RateOfAll(rate, firstRow, firstRow + facts.Communes.Count - 1)
            : SheetCell.Sum(facts.Sum(column.Element))),
    ];

    /// <summary>Over the communes that have both numbers, as on screen: one that counted only one of them would bend the rate.</summary>
    private SheetCell RateOfAll(IndicatorReading rate, int first, int last)
    {
        if (rate.ValueSoFar is not { } value)
        {
            return SheetCell.Blank;
        }

        var numerator = $"{Letter(rate.Indicator.Numerator)}{Row(first)}:{Letter(rate.Indicator.Numerator)}{Row(last)}";
        var denominator = $"{Letter(rate.Indicator.Denominator)}{Row(first)}:{Letter(rate.Indicator.Denominator)}{Row(last)}";
        var both = $"ISNUMBER({numerator})*ISNUMBER({denominator})";

        return SheetCell.Formula($"SUMPRODUCT({both},{numerator})/SUMPRODUCT({both},{denominator})*100", value);
    }

    private string Letter(string element)
    {
        var index = Leading + columns.Select((column, i) => (column, i)).First(pair => pair.column.Rate is null && pair.column.Element == element).i;

        return index < 26 ? $"{(char)('A' + index)}" : $"{(char)('A' + (index / 26) - 1)}{(char)('A' + (index % 26))}";
    }

    private static string Row(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The form's cells in their order; behind a cell that is the numerator of a rate within its row, the rate.</summary>
    private static List<Column> Columns(AnnualFacts facts)
    {
        var columns = new List<Column>();

        foreach (var section in facts.Form.Sections)
        {
            foreach (var row in section.Rows)
            {
                foreach (var (code, heading) in row.Cells.Zip(section.Columns).Where(cell => cell.First is not null))
                {
                    columns.Add(new Column(row.Title.Vi, heading.Vi, code!, Rate: null));
                    columns.AddRange(
                        from reading in facts.Readings
                        where reading.Indicator.Kind is IndicatorKind.Percent
                            && reading.Indicator.Numerator == code
                            && row.Cells.Contains(reading.Indicator.Denominator)
                        select new Column(row.Title.Vi, "", code!, reading));
                }
            }
        }

        return columns;
    }

    private string Say(string key, params IReadOnlyList<(string Name, object? Value)> values) => texts.In("vi", key, values);

    /// <summary>A counted element, or a rate of its row.</summary>
    private sealed record Column(string Group, string Title, string Element, IndicatorReading? Rate);
}
