using HieuHoc.Papers;

namespace HieuHoc.Tests.Exchange;

/// <summary>A workbook as an officer makes one: rows of words and numbers on sheets.</summary>
internal static class OfficersFile
{
    public static MemoryStream Of(params object?[][] rows) => Of(("Bảng", rows));

    public static MemoryStream Of(params (string Sheet, object?[][] Rows)[] sheets)
    {
        var file = new MemoryStream();
        ExcelPaper.Write(new Workbook([.. sheets.Select(sheet => new Sheet
        {
            Name = sheet.Sheet,
            Columns = [.. Enumerable.Range(0, sheet.Rows.Max(row => row.Length)).Select(i => new SheetColumn(sheet.Rows[0].ElementAtOrDefault(i)?.ToString() ?? "", 20, SheetFormat.Shortest))],
            Rows = sheet.Rows.Skip(1).Select(row => (IReadOnlyList<SheetCell>)[.. row.Select(Cell)]),
        })]), file);

        return new MemoryStream(file.ToArray());
    }

    /// <summary>The table of a file as rows of cells.</summary>
    public static IReadOnlyList<IReadOnlyList<object?>> Rows(Stream file, string? sheet = null) => [.. ExcelTable.Read(file, sheet).Select(row => row.Cells)];

    /// <summary>The file that is written for a workbook.</summary>
    public static MemoryStream Written(Workbook workbook)
    {
        var file = new MemoryStream();
        ExcelPaper.Write(workbook, file);

        return new MemoryStream(file.ToArray());
    }

    private static SheetCell Cell(object? value) => value switch
    {
        null => SheetCell.Blank,
        SheetCell cell => cell,
        int number => SheetCell.Number(number),
        decimal number => SheetCell.Number(number),
        DateOnly day => SheetCell.Date(day),
        _ => SheetCell.Text(value.ToString()),
    };
}
