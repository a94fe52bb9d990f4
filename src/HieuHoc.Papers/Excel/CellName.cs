using System.Globalization;

namespace HieuHoc.Papers.Excel;

/// <summary>Excel's names of columns and cells: A, Z, AA; C8.</summary>
internal static class CellName
{
    public static string Column(int index)
    {
        var name = "";

        for (var rest = index + 1; rest > 0; rest = (rest - 1) / 26)
        {
            name = (char)('A' + ((rest - 1) % 26)) + name;
        }

        return name;
    }

    public static string Of(int column, int row) => Column(column) + row.ToString(CultureInfo.InvariantCulture);
}
