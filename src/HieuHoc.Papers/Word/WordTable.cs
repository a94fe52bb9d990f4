using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace HieuHoc.Papers.Word;

/// <summary>A table of figures: one or two heading rows that repeat, whole rows, a bold total that never stands alone.</summary>
internal sealed class WordTable
{
    private const int SideMargin = 70;

    private readonly PaperTable _table;

    private readonly List<int> _widths;

    private WordTable(PaperTable table, int width)
    {
        _table = table;
        _widths = Share(table.Columns, width);
    }

    /// <summary>The table as Word elements; the last row clings to what follows when asked.</summary>
    public static W.Table Make(PaperTable table, int width, bool keepWithNext) => new WordTable(table, width).Draw(keepWithNext);

    private W.Table Draw(bool keepWithNext)
    {
        var drawn = WordGrid.Start(_widths, SideMargin, bordered: true);
        var isGrouped = _table.Columns.Any(column => column.Group is not null);
        var last = _table.Rows.Count - 1;

        drawn.Append(isGrouped ? GroupedHeading() : [WordGrid.Row(isHeading: true, _table.Columns.Select((_, i) => Heading(i)))]);
        drawn.Append(_table.Rows.Select((row, i) => Row(row, isTotal: false, keepNext: i == last && (keepWithNext || _table.Total is not null))));

        if (_table.Total is { } total)
        {
            drawn.Append(Row(total, isTotal: true, keepWithNext));
        }

        return drawn;
    }

    private IEnumerable<W.TableRow> GroupedHeading()
    {
        var upper = new List<W.TableCell>();
        var lower = new List<W.TableCell>();

        foreach (var (first, count, group) in ColumnGroup.Of([.. _table.Columns.Select(column => column.Group)]))
        {
            if (group is null)
            {
                upper.Add(Heading(first, new W.VerticalMerge { Val = W.MergedCellValues.Restart }));
                lower.Add(Cell(first, WordText.Paragraph(WordStyles.TableHeading, null), new W.VerticalMerge()));
            }
            else
            {
                var width = _widths.Skip(first).Take(count).Sum();
                upper.Add(WordGrid.Cell(width, [HeadingText(group)], new W.GridSpan { Val = count }, Middle()));
                lower.AddRange(Enumerable.Range(first, count).Select(column => Heading(column)));
            }
        }

        return [WordGrid.Row(isHeading: true, upper), WordGrid.Row(isHeading: true, lower)];
    }

    private W.TableCell Heading(int column, params OpenXmlElement[] more) => Cell(column, HeadingText(_table.Columns[column].Heading), more);

    private W.Paragraph HeadingText(string text) =>
        new(WordText.Properties(WordStyles.TableHeading, new W.KeepNext()), WordText.Run(text, Letters(bold: false)));

    private W.TableRow Row(IReadOnlyList<PaperCell> cells, bool isTotal, bool keepNext)
    {
        if (cells.Count > _table.Columns.Count)
        {
            throw new ArgumentException($"A row has {cells.Count} cells for {_table.Columns.Count} columns.");
        }

        return WordGrid.Row(isHeading: false, _table.Columns.Select((column, i) => Cell(i, Text(i < cells.Count ? cells[i] : PaperCell.Blank, column, isTotal, keepNext))));
    }

    private W.Paragraph Text(PaperCell cell, TableColumn column, bool isTotal, bool keepNext)
    {
        var properties = WordText.Properties(
            WordStyles.TableText,
            new W.Justification { Val = WordStyleSheet.Justification(Alignment(cell.Alignment ?? column.Alignment)) });

        if (keepNext)
        {
            properties.AddChild(new W.KeepNext());
        }

        return cell.Text.Length == 0 ? new(properties) : new(properties, WordText.Run(cell.Text, Letters(cell.Bold || isTotal)));
    }

    private W.TableCell Cell(int column, W.Paragraph text, params OpenXmlElement[] more) =>
        WordGrid.Cell(_widths[column], [text], [.. more, Middle()]);

    private W.RunProperties? Letters(bool bold)
    {
        var properties = new W.RunProperties();

        if (bold)
        {
            properties.Append(new W.Bold());
        }

        if (_table.TextSize != WordStyles.TableText.Size)
        {
            var size = WordStyleSheet.HalfPoints(_table.TextSize);
            properties.Append(new W.FontSize { Val = size }, new W.FontSizeComplexScript { Val = size });
        }

        return properties.HasChildren ? properties : null;
    }

    private static W.TableCellVerticalAlignment Middle() => new() { Val = W.TableVerticalAlignmentValues.Center };

    private static Alignment Alignment(CellAlignment alignment) => alignment switch
    {
        CellAlignment.Left => Word.Alignment.Left,
        CellAlignment.Centre => Word.Alignment.Centre,
        CellAlignment.Right => Word.Alignment.Right,
    };

    private static List<int> Share(IReadOnlyList<TableColumn> columns, int width)
    {
        var sum = columns.Sum(column => column.Width);
        var widths = columns.Select(column => (int)(column.Width / sum * width)).ToList();
        widths[^1] += width - widths.Sum();

        return widths;
    }
}
