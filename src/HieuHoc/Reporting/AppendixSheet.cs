using System.Globalization;
using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Returns;

namespace HieuHoc.Reporting;

/// <summary>
/// One sheet of the appendix: one row a commune, rates and sums as formulas, missing as blank; what was chosen stands in words,
/// and under it how many communes chose each.
/// </summary>
internal sealed class AppendixSheet(AnnualFacts facts, Texts texts, FormSection section, int number)
{
    private readonly AppendixColumns columns = new(facts, section, texts);

    public Sheet Build()
    {
        var sheet = new Sheet
        {
            Name = Say("report.appendix.sheet", ("number", number), ("section", section.Title.Vi)),
            TitleLines =
            [
                Say("report.appendix.heading", ("number", number), ("section", section.Title.Vi)),
                facts.Programme.Report.AppendixTitle.Replace("{year}", Text(facts.Year), StringComparison.Ordinal),
                Say("report.appendix.attached", ("symbol", facts.Programme.Report.Symbol), ("year", Text(facts.Now.Day.Year))),
                Say("report.appendix.basis", ("cutOff", facts.Round.CutOffOn), ("asOf", facts.AsOf(texts))),
                .. IsComplete ? (IEnumerable<string>)[] : [Say("report.appendix.soFar", ("least", Least.Known), ("expected", Least.Expected))],
            ],
            Columns =
            [
                new SheetColumn(Say("report.appendix.number"), 5, SheetFormat.Integer),
                new SheetColumn(Say("report.appendix.place"), 32, SheetFormat.Text),
                .. columns.All.Select(column => column.Heading),
            ],
            Rows = [],
            Landscape = true,
            Watermark = facts.Demo ? Say("demo.mark") : null,
        };

        return sheet with { Rows = Rows(sheet.FirstRow), Total = columns.Adds ? Total(sheet.FirstRow) : null };
    }

    /// <summary>The coverage of the column with the fewest communes: the total row can be no more than that.</summary>
    private Coverage Least => facts.CoverageOf(section.Elements).Least;

    private bool IsComplete => Least.IsComplete;

    private IEnumerable<IReadOnlyList<SheetCell>> Rows(int firstRow)
    {
        foreach (var (i, commune) in facts.Communes.Index())
        {
            yield return
            [
                SheetCell.Number(i + 1),
                SheetCell.Text(commune.FullName),
                .. columns.All.Select(column => column.Of(commune.Id, firstRow + i)),
            ];
        }

        foreach (var word in columns.Words)
        {
            yield return
            [
                SheetCell.Blank,
                SheetCell.Text(Say("report.appendix.chose", ("word", word))),
                .. columns.All.Select((column, i) => Count(column, i, word, firstRow)),
            ];
        }
    }

    /// <summary>How many communes chose a word; blank where it cannot be chosen, or nobody has answered.</summary>
    private SheetCell Count(AppendixColumn column, int index, string word, int firstRow)
    {
        var said = facts.Communes.Select(commune => column.Word(commune.Id)).OfType<string>().ToList();
        var letter = AppendixColumns.Letter(index);

        return said.Count > 0 && column.Words.Contains(word)
            ? SheetCell.Formula($"COUNTIF({letter}{Text(firstRow)}:{letter}{Text(firstRow + facts.Communes.Count - 1)},\"{word}\")", said.Count(each => each == word))
            : SheetCell.Blank;
    }

    private IReadOnlyList<SheetCell> Total(int firstRow) =>
    [
        SheetCell.Blank,
        SheetCell.Text(IsComplete
            ? Say("report.appendix.total")
            : Say("report.appendix.total.soFar", ("least", Least.Known), ("expected", Least.Expected))),
        .. columns.All.Select(column => column.Total(firstRow, firstRow + facts.Communes.Count - 1)),
    ];

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private string Say(string key, params IReadOnlyList<(string Name, object? Value)> values) => texts.In("vi", key, values);
}
