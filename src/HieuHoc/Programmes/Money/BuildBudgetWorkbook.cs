using System.Globalization;
using HieuHoc.Papers;
using HieuHoc.Platform;

namespace HieuHoc.Programmes.Money;

/// <summary>
/// The consolidated estimate as the finance department gets it: one sheet by unit and source, whose figures are formulas over the
/// other, where every line of every request stands.
/// </summary>
public sealed class BuildBudgetWorkbook(Texts texts)
{
    private static readonly IReadOnlyList<MoneySource> Sources = Enum.GetValues<MoneySource>();

    /// <param name="tasks">What was allocated to tasks and spent for them in the year by now.</param>
    /// <param name="demo">True where the figures are no real ones.</param>
    public Workbook Build(BudgetConsolidation consolidation, IReadOnlyList<TaskTotal> tasks, bool demo)
    {
        var lines = Lines(consolidation, demo);
        var title = Say("money.workbook.tasks.title", ("year", Text(consolidation.Round.Year)));

        return new Workbook(
        [
            Totals(consolidation, lines, demo),
            lines,
            .. tasks.Count == 0 ? [] : new[] { TaskMoneySheet.Of(Say("money.workbook.tasks"), [title], tasks, demo ? Say("demo.mark") : null, texts) },
        ]);
    }

    private Sheet Totals(BudgetConsolidation consolidation, Sheet lines, bool demo)
    {
        var count = consolidation.Sent.Sum(unit => unit.Lines.Count);
        var sheet = new Sheet
        {
            Name = Say("money.workbook.totals"),
            TitleLines = [Say("money.workbook.title", ("year", Text(consolidation.Round.Year))), Say("money.workbook.unit", ("sent", consolidation.Sent.Count), ("asked", consolidation.Units.Count))],
            Columns =
            [
                new SheetColumn(Say("money.workbook.number"), 6, SheetFormat.Integer),
                new SheetColumn(Say("money.unit"), 44, SheetFormat.Text),
                .. Sources.Select(source => new SheetColumn(Say($"moneySource.{source}"), 20, SheetFormat.Integer)),
                new SheetColumn(Say("money.total"), 20, SheetFormat.Integer),
            ],
            Rows = [],
            Landscape = true,
            Watermark = demo ? Say("demo.mark") : null,
        };
        var (first, last) = (lines.FirstRow, lines.FirstRow + count - 1);

        return sheet with
        {
            Rows = consolidation.Sent.Select((unit, i) => Row(unit, i, sheet.FirstRow + i)).ToList(),
            Total =
            [
                SheetCell.Blank,
                SheetCell.Text(Say("money.total")),
                .. Sources.Select(source => SheetCell.Sum(consolidation.Sent.Count == 0 ? null : consolidation.Of(source))),
                SheetCell.Sum(consolidation.Sent.Count == 0 ? null : consolidation.Total),
            ],
        };

        IReadOnlyList<SheetCell> Row(BudgetUnit unit, int i, int row) =>
        [
            SheetCell.Number(i + 1),
            SheetCell.Text(unit.Name),
            // The headings name the sources as the lines do.
            .. Sources.Select((source, column) => SheetCell.Formula(
                $"SUMIFS({Of("E")},{Of("A")},A{Text(row)},{Of("D")},{CellName.Of(2 + column, sheet.FirstRow - 1)})", unit.Of(source))),
            SheetCell.Formula($"SUM({CellName.Of(2, row)}:{CellName.Of(1 + Sources.Count, row)})", unit.Total),
        ];

        // The column of the other sheet, from its first line to its last.
        string Of(string column) => $"'{lines.Name}'!${column}${Text(first)}:${column}${Text(last)}";
    }

    private Sheet Lines(BudgetConsolidation consolidation, bool demo) => new()
    {
        Name = Say("money.workbook.lines"),
        TitleLines = [Say("money.workbook.lines.title", ("year", Text(consolidation.Round.Year)))],
        Columns =
        [
            new SheetColumn(Say("money.workbook.number"), 6, SheetFormat.Integer),
            new SheetColumn(Say("money.unit"), 36, SheetFormat.Text),
            new SheetColumn(Say("money.what"), 60, SheetFormat.Text),
            new SheetColumn(Say("money.source"), 26, SheetFormat.Text),
            new SheetColumn(Say("money.amount"), 18, SheetFormat.Integer),
            new SheetColumn(Say("money.basis"), 40, SheetFormat.Text),
        ],
        Rows =
            from unit in consolidation.Sent.Select((unit, i) => (unit, Number: i + 1)).ToList()
            from line in unit.unit.Lines
            select (IReadOnlyList<SheetCell>)
            [
                SheetCell.Number(unit.Number), SheetCell.Text(unit.unit.Name), SheetCell.Text(line.What), SheetCell.Text(Say($"moneySource.{line.Source}")),
                SheetCell.Number(line.Amount), SheetCell.Text(line.Basis),
            ],
        Landscape = true,
        Watermark = demo ? Say("demo.mark") : null,
    };

    private string Say(string key, params IReadOnlyList<(string Name, object? Value)> values) => texts.In("vi", key, values);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
