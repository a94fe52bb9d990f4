using System.IO.Compression;
using HieuHoc.Papers.Excel;

namespace HieuHoc.Papers;

/// <summary>A column that is added to somebody's own workbook: words beside the rows that they are about.</summary>
/// <param name="Sheet">The name of the sheet; null for the first.</param>
/// <param name="Column">Counted from 0: behind the last one in use, or where the column stands already.</param>
/// <param name="HeadingRow">The row of the heading, counted from 1.</param>
/// <param name="Words">By the number of the row; rows without words get none.</param>
public sealed record AddedColumn(string? Sheet, int Column, int HeadingRow, string Heading, IReadOnlyDictionary<int, string> Words);

/// <summary>Copies an Excel file (.xlsx) and adds a column to it. All else stays as it was: looks, formulas, other sheets.</summary>
public static class ExcelCopy
{
    /// <summary>Writes the copy part by part and row by row, so that memory does not grow with the file; both streams stay open.</summary>
    /// <exception cref="NotAWorkbookException">The file is not an .xlsx workbook. Some of the copy may have been written.</exception>
    public static void Write(Stream from, Stream to, AddedColumn column)
    {
        WorkbookGuard.Check(from, ExcelTable.LargestContent);

        if (!WorkbookGuard.IsZip(from))
        {
            throw new NotAWorkbookException(WorkbookFault.Unreadable);
        }

        Parsing.Of(() =>
        {
            Copy(from, to, column);

            return true;
        });
    }

    private static void Copy(Stream from, Stream to, AddedColumn column)
    {
        using var original = new ZipArchive(from, ZipArchiveMode.Read, leaveOpen: true);
        using var copy = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        var parts = new SheetParts(original);
        var sheet = parts.Sheet(column.Sheet);
        var styles = parts.Styles is { } entry ? WarningStyle.In(entry) : null;

        foreach (var part in original.Entries)
        {
            using var content = copy.CreateEntry(part.FullName, CompressionLevel.Fastest).Open();

            if (part == sheet)
            {
                new ColumnAdder(column, styles?.Look).Copy(part, content);
            }
            else if (part == styles?.Entry)
            {
                styles.Save(content);
            }
            else
            {
                using var source = part.Open();
                source.CopyTo(content);
            }
        }
    }
}
