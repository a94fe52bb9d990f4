using System.IO.Packaging;
using HieuHoc.Papers.Excel;

namespace HieuHoc.Papers;

/// <summary>Writes tables as an Excel file.</summary>
public static class ExcelPaper
{
    /// <summary>Writes row by row, so that memory does not grow with the table; the stream need not be seekable and stays open.</summary>
    public static void Write(Workbook workbook, Stream to)
    {
        // Open XML's own SpreadsheetDocument keeps every sheet in memory; a package opened only for writing sends it on at once.
        using var package = Package.Open(to, FileMode.Create, FileAccess.Write);

        new WorkbookWriter(package, workbook).Write();
    }
}
