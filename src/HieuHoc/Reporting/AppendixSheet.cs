using System.Globalization;
using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Returns;

namespace HieuHoc.Reporting;

/// <summary>
/// One sheet of the appendix: one row a commune or an agency, rates and sums as formulas, missing as blank; what was chosen stands in words,
/// and under it how many communes chose each.
/// </summary>
internal sealed class AppendixSheet(AppendixHead head, ReportRows rows, FormSection section, AppendixColumns columns, Texts texts)
{

    public Sheet Build()
    {
        var sheet = new Sheet
        {
            Name = head.Name,
            TitleLines = [.. head.Lines, .. IsComplete ? (IEnumerable<string>)[] : [Say(head.OfAgencies ? "report.appendix.soFar.agencies" : "report.appendix.soFar", ("least", Least.Known), ("expected", Least.Expected))]],
            Columns =
            [
                new SheetColumn(Say("report.appendix.number"), 5, SheetFormat.Integer),
                head.OfAgencies
                    ? new SheetColumn(Say("report.appendix.agency"), 44, SheetFormat.Text)
                    : new SheetColumn(Say("report.appendix.place"), 32, SheetFormat.Text),
                .. columns.All.Select(column => column.Heading),
            ],
            Rows = [],
            Landscape = true,
            Watermark = head.Watermark,
        };

        return sheet with { Rows = Rows(sheet.FirstRow), Total = columns.Adds ? Total(sheet.FirstRow) : null };
    }

    /// <summary>The coverage of the column with the fewest numbers: the total row can be no more than that.</summary>
    private Coverage Least => rows.CoverageOf(section.Elements).Least;

    private bool IsComplete => Least.IsComplete;

    private IEnumerable<IReadOnlyList<SheetCell>> Rows(int firstRow)
    {
        foreach (var (i, row) in rows.All.Index())
        {
            yield return
            [
                SheetCell.Number(i + 1),
                SheetCell.Text(row.Name),
                .. columns.All.Select(column => column.Of(row.Id, firstRow + i)),
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

    /// <summary>How many chose a word; blank where it cannot be chosen, or nobody has answered.</summary>
    private SheetCell Count(AppendixColumn column, int index, string word, int firstRow)
    {
        var said = rows.All.Select(row => column.Word(row.Id)).OfType<string>().ToList();
        var letter = AppendixColumns.Letter(index);

        return said.Count > 0 && column.Words.Contains(word)
            ? SheetCell.Formula($"COUNTIF({letter}{Text(firstRow)}:{letter}{Text(firstRow + rows.All.Count - 1)},\"{word}\")", said.Count(each => each == word))
            : SheetCell.Blank;
    }

    private IReadOnlyList<SheetCell> Total(int firstRow) =>
    [
        SheetCell.Blank,
        SheetCell.Text(IsComplete
            ? Say(head.OfAgencies ? "report.appendix.sum" : "report.appendix.total")
            : Say(head.OfAgencies ? "report.appendix.sum.soFar" : "report.appendix.total.soFar", ("least", Least.Known), ("expected", Least.Expected))),
        .. columns.All.Select(column => column.Total(firstRow, firstRow + rows.All.Count - 1)),
    ];

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private string Say(string key, params IReadOnlyList<(string Name, object? Value)> values) => texts.In("vi", key, values);
}
