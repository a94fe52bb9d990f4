using System.Globalization;
using System.Xml;

namespace HieuHoc.Papers.Excel;

/// <summary>Follows in which row and column a reader of a sheet stands; both may be left unsaid where they follow one another.</summary>
internal sealed class SheetPosition
{
    /// <summary>Counted from 1; 0 before the first row.</summary>
    public int Row { get; private set; }

    /// <summary>Counted from 0; −1 before the first cell of a row.</summary>
    public int Column { get; private set; } = -1;

    public void OnRow(XmlReader reader)
    {
        Row = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : Row + 1;
        Column = -1;
    }

    public void OnCell(XmlReader reader) => Column = CellName.ColumnOf(reader.GetAttribute("r")) ?? Column + 1;
}
