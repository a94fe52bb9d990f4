using HieuHoc.Figures;
using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Returns;

namespace HieuHoc.Reporting;

/// <summary>A section of a form as a table in a paper: its rows and headings, with whatever stands in the cells.</summary>
internal sealed class FormTable(FormSection section, IReadOnlyDictionary<string, ElementDefinition> elements, Texts texts)
{
    /// <summary>The width of the first column and of all others together, in parts.</summary>
    private const double First = 70, Others = 90;

    /// <summary>The table.</summary>
    /// <param name="cell">What stands in the cell of an element.</param>
    /// <param name="value">Its number, for the closing row that adds up; null where there is none.</param>
    public PaperTable Of(Func<string, PaperCell> cell, Func<string, decimal?> value) => new()
    {
        Columns = Columns("report.table.model", [.. section.Columns.Select(column => column.Vi)], texts),
        Rows = [.. section.Rows.Select(row => (IReadOnlyList<PaperCell>)
        [
            new PaperCell(row.Title.Vi),
            .. row.Cells.Select(code => code is null ? PaperCell.Blank : cell(code)),
        ])],
        Total = section.Sum is { } sum
            ? [new PaperCell(sum.Vi), .. section.Columns.Select((_, i) => PaperCell.Number(section.SumOf(i, value), DecimalsOf(i)))]
            : null,
    };

    /// <summary>The columns of a table about a form: what it is about, then the others in equal parts.</summary>
    public static IReadOnlyList<TableColumn> Columns(string first, IReadOnlyList<string> others, Texts texts) =>
        [new TableColumn(texts.In("vi", first), First), .. others.Select(heading => new TableColumn(heading, Others / others.Count))];

    private int DecimalsOf(int column) =>
        section.Rows.Select(row => row.Cells[column]).OfType<string>().Max(code => elements[code].Decimals);
}
