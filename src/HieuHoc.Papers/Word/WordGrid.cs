using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace HieuHoc.Papers.Word;

/// <summary>Tables as Word wants them: fixed widths, rows that are not split.</summary>
internal static class WordGrid
{
    /// <summary>Two things side by side without lines, such as the head and the signature.</summary>
    public static W.Table Borderless(IReadOnlyList<int> widths, params OpenXmlElement[][][] rows)
    {
        var table = Start(widths, sideMargin: 0, bordered: false);

        foreach (var row in rows)
        {
            table.Append(Row(isHeading: false, row.Select((content, i) => Cell(widths[i], content))));
        }

        return table;
    }

    public static W.Table Start(IReadOnlyList<int> widths, int sideMargin, bool bordered)
    {
        var properties = new W.TableProperties(new W.TableWidth { Width = WordText.Twips(widths.Sum()), Type = W.TableWidthUnitValues.Dxa });

        if (bordered)
        {
            properties.Append(new W.TableJustification { Val = W.TableRowAlignmentValues.Center }, Borders());
        }

        properties.Append(
            new W.TableLayout { Type = W.TableLayoutValues.Fixed },
            new W.TableCellMarginDefault(
                new W.TableCellLeftMargin { Width = (short)sideMargin, Type = W.TableWidthValues.Dxa },
                new W.TableCellRightMargin { Width = (short)sideMargin, Type = W.TableWidthValues.Dxa }));

        return new(properties, new W.TableGrid(widths.Select(width => new W.GridColumn { Width = WordText.Twips(width) })));
    }

    public static W.TableRow Row(bool isHeading, IEnumerable<W.TableCell> cells)
    {
        var properties = new W.TableRowProperties(new W.CantSplit());

        if (isHeading)
        {
            properties.Append(new W.TableHeader());
        }

        var row = new W.TableRow(properties);
        row.Append(cells);

        return row;
    }

    public static W.TableCell Cell(int width, IEnumerable<OpenXmlElement> content, params OpenXmlElement[] more)
    {
        var properties = new W.TableCellProperties(new W.TableCellWidth { Width = WordText.Twips(width), Type = W.TableWidthUnitValues.Dxa });

        foreach (var element in more)
        {
            properties.AddChild(element);
        }

        var cell = new W.TableCell(properties);
        cell.Append(content);

        return cell;
    }

    private static W.TableBorders Borders()
    {
        static T Line<T>(T border)
            where T : W.BorderType
        {
            border.Val = W.BorderValues.Single;
            border.Size = 4;
            border.Space = 0;
            border.Color = "000000";

            return border;
        }

        return new(
            Line(new W.TopBorder()),
            Line(new W.LeftBorder()),
            Line(new W.BottomBorder()),
            Line(new W.RightBorder()),
            Line(new W.InsideHorizontalBorder()),
            Line(new W.InsideVerticalBorder()));
    }
}
