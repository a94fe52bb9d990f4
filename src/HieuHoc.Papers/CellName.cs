using System.Globalization;

namespace HieuHoc.Papers;

/// <summary>Excel's names of columns and cells: A, Z, AA; C8.</summary>
public static class CellName
{
    /// <summary>The name of a column that is counted from 0.</summary>
    public static string Column(int index)
    {
        var name = "";

        for (var rest = index + 1; rest > 0; rest = (rest - 1) / 26)
        {
            name = (char)('A' + ((rest - 1) % 26)) + name;
        }

        return name;
    }

    /// <summary>The name of a cell; columns are counted from 0, rows from 1.</summary>
    public static string Of(int column, int row) => Column(column) + row.ToString(CultureInfo.InvariantCulture);

    /// <summary>The column of a cell's name, counted from 0; null where it names none.</summary>
    public static int? ColumnOf(string? name)
    {
        var index = 0;

        foreach (var letter in (name ?? "").TakeWhile(char.IsAsciiLetter).Take(3))
        {
            index = (index * 26) + (char.ToUpperInvariant(letter) - 'A') + 1;
        }

        return index == 0 ? null : index - 1;
    }
}
