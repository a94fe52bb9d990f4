using DocumentFormat.OpenXml;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace HieuHoc.Papers.Excel;

/// <summary>Writes one sheet from top to bottom, never looking back.</summary>
internal sealed class SheetWriter(OpenXmlWriter writer, Sheet sheet, SheetStyles styles, bool isFirst)
{
    private readonly SheetCells _cells = new(sheet, styles);

    private readonly SheetHead _head = new(sheet);

    private int _row;

    /// <summary>Writes everything and tells the number of the last row.</summary>
    public int Write()
    {
        writer.WriteStartElement(new S.Worksheet());
        writer.WriteElement(new S.SheetProperties(new S.PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new S.SheetViews(View()));
        writer.WriteElement(new S.SheetFormatProperties { DefaultRowHeight = SheetHead.LineHeight });
        writer.WriteElement(new S.Columns(sheet.Columns.Select(Column)));

        writer.WriteStartElement(new S.SheetData());
        WriteRows();
        writer.WriteEndElement();

        if (sheet.IsLocked)
        {
            writer.WriteElement(new S.SheetProtection { Sheet = true, Objects = true, Scenarios = true, FormatColumns = false, FormatRows = false });
        }

        if (_head.Merges() is { HasChildren: true } merges)
        {
            writer.WriteElement(merges);
        }

        if (_cells.Validations is { } validations)
        {
            writer.WriteElement(validations);
        }

        foreach (var element in SheetPrint.Make(sheet))
        {
            writer.WriteElement(element);
        }

        writer.WriteEndElement();

        return _row;
    }

    private void WriteRows()
    {
        foreach (var row in _head.Rows())
        {
            _row = (int)row.RowIndex!.Value;
            writer.WriteElement(row);
        }

        _row = sheet.FirstRow - 1;

        foreach (var cells in sheet.Rows)
        {
            writer.WriteElement(_cells.Row(++_row, cells, isTotal: false));
        }

        if (sheet.Total is { } total)
        {
            writer.WriteElement(_cells.Row(++_row, total, isTotal: true));
        }
    }

    private S.SheetView View()
    {
        var below = CellName.Of(0, sheet.FirstRow);
        var pane = new S.Pane
        {
            VerticalSplit = sheet.FirstRow - 1,
            TopLeftCell = below,
            ActivePane = S.PaneValues.BottomLeft,
            State = S.PaneStateValues.Frozen,
        };
        var selection = new S.Selection
        {
            Pane = S.PaneValues.BottomLeft,
            ActiveCell = below,
            SequenceOfReferences = new ListValue<StringValue> { InnerText = below },
        };

        return new(pane, selection) { WorkbookViewId = 0, TabSelected = isFirst };
    }

    private static S.Column Column(SheetColumn column, int index) => new()
    {
        Min = (uint)index + 1,
        Max = (uint)index + 1,
        Width = column.Width,
        CustomWidth = true,
        Hidden = column.IsHidden ? true : null,
    };
}
