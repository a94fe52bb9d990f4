using HieuHoc.Papers.Word;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace HieuHoc.Papers.Excel;

/// <summary>What stands above the figures: watermark, title lines, one or two heading rows.</summary>
internal sealed class SheetHead(Sheet sheet)
{
    public const double LineHeight = 16.5;

    private readonly IReadOnlyList<ColumnGroup> _groups = ColumnGroup.Of([.. sheet.Columns.Select(column => column.Group)]);

    public IEnumerable<S.Row> Rows()
    {
        var number = 0;

        foreach (var (text, look) in Lines())
        {
            number++;
            yield return Row(number, TitleHeight(text, look), SheetCells.Words(0, number, text, look));
        }

        foreach (var heading in Headings())
        {
            yield return heading;
        }
    }

    public S.MergeCells Merges()
    {
        var last = sheet.Columns.Count - 1;
        var merges = new S.MergeCells();

        if (last > 0)
        {
            merges.Append(Enumerable.Range(1, sheet.LinesAbove).Select(row => Merge(0, row, last, row)));
        }

        if (sheet.HeadingRows == 2)
        {
            var top = sheet.FirstHeadingRow;

            merges.Append(_groups.Where(group => group.Group is null || group.Count > 1).Select(group => group.Group is null
                ? Merge(group.First, top, group.First, top + 1)
                : Merge(group.First, top, group.First + group.Count - 1, top)));
        }

        return merges;
    }

    private IEnumerable<(string Text, uint Look)> Lines()
    {
        if (sheet.HasWatermark)
        {
            yield return (sheet.Watermark!, SheetStyles.Watermark);
        }

        foreach (var (i, line) in sheet.TitleLines.Index())
        {
            yield return (line, i == 0 ? SheetStyles.Title : SheetStyles.Subtitle);
        }
    }

    private IEnumerable<S.Row> Headings()
    {
        var top = sheet.FirstHeadingRow;
        var isGrouped = sheet.HeadingRows == 2;

        if (isGrouped)
        {
            var upper = _groups.SelectMany(group => Enumerable.Range(group.First, group.Count).Select(i => i == group.First
                ? SheetCells.Words(i, top, group.Group ?? sheet.Columns[i].Heading, SheetStyles.Heading)
                : SheetCells.Empty(i, top, SheetStyles.Heading)));
            var height = _groups.Where(group => group.Group is not null)
                .Max(group => Height(group.Group!, sheet.Columns.Skip(group.First).Take(group.Count).Sum(column => column.Width)));

            yield return Row(top, height, [.. upper]);
        }

        var bottom = sheet.FirstRow - 1;
        var lower = sheet.Columns.Select((column, i) => isGrouped && column.Group is null
            ? SheetCells.Empty(i, bottom, SheetStyles.Heading)
            : SheetCells.Words(i, bottom, column.Heading, SheetStyles.Heading));

        yield return Row(bottom, sheet.Columns.Max(column => Height(column.Heading, column.Width)), [.. lower]);
    }

    private double TitleHeight(string text, uint look)
    {
        var height = Height(text, sheet.Columns.Sum(column => column.Width));

        return look == SheetStyles.Title ? height * 1.2 : height;
    }

    // Excel does not fit the height of merged cells by itself.
    /// <summary>The height of words in a column of this width, as many lines as they need.</summary>
    public static double Height(string text, double width)
    {
        // One unit of width is one figure, which is half an em at 12 points; a cell keeps about one unit free at its sides.
        var lines = TypeWidth.Lines(PaperText.Clean(text), 1, Math.Max(1, width - 1) * 0.5).Count;

        return (lines * LineHeight) + 3;
    }

    private static S.Row Row(int number, double height, params S.Cell[] cells)
    {
        var row = new S.Row { RowIndex = (uint)number, Height = height, CustomHeight = true };
        row.Append(cells);

        return row;
    }

    private static S.MergeCell Merge(int left, int top, int right, int bottom) =>
        new() { Reference = $"{CellName.Of(left, top)}:{CellName.Of(right, bottom)}" };
}
