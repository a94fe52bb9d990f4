using System.Globalization;
using System.Text;
using ExcelDataReader;
using HieuHoc.Papers.Excel;

namespace HieuHoc.Papers;

/// <summary>One row as it stands in a workbook: its number counted from 1, and its cells as string, decimal, DateTime, bool or null.</summary>
public sealed record SheetRow(int Number, IReadOnlyList<object?> Cells);

/// <summary>Why a cell holds no plain value.</summary>
public enum CellKind
{
    /// <summary>A formula with the value that it last had.</summary>
    Formula,

    /// <summary>A formula that nobody has calculated yet: its value is not known.</summary>
    Uncalculated,

    /// <summary>An error: #REF!, #DIV/0! …</summary>
    Error,
}

/// <summary>A cell that holds no plain value.</summary>
/// <param name="Row">Counted from 1.</param>
/// <param name="Column">Counted from 0.</param>
public sealed record SpecialCell(int Row, int Column, CellKind Kind);

/// <summary>Reads the tables of Excel files (.xlsx, .xlsb, .xls) row by row.</summary>
public static class ExcelTable
{
    /// <summary>What a workbook may unpack to unless the caller says otherwise: 200 MB.</summary>
    public const long LargestContent = 200L * 1024 * 1024;

    private const int LastRow = 1_048_576;

    // One value in a far corner makes the parser walk through every cell before it; no real table comes near this many.
    private const long MostCells = 200_000_000;

    static ExcelTable() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>
    /// The rows of a sheet (the first if none is named) without the empty ones; a formula gives the value it last had,
    /// and a cell in error (#REF!) is null, because no figure is known.
    /// </summary>
    /// <exception cref="NotAWorkbookException">At the call, or while the rows are read.</exception>
    public static IEnumerable<SheetRow> Read(Stream from, string? sheet = null, long largestContent = LargestContent)
    {
        var source = SeekableSource.Of(from, largestContent);

        try
        {
            var reader = Open(source.Stream, largestContent);
            Find(reader, sheet);

            return Rows(source, reader);
        }
        catch
        {
            source.Dispose();

            throw;
        }
    }

    /// <summary>The names of the sheets in their order.</summary>
    /// <exception cref="NotAWorkbookException">The file is not a workbook.</exception>
    public static IReadOnlyList<string> SheetNames(Stream from, long largestContent = LargestContent)
    {
        using var source = SeekableSource.Of(from, largestContent);
        using var reader = Open(source.Stream, largestContent);
        var names = new List<string>();

        do
        {
            names.Add(reader.Name);
        }
        while (Parsing.Of(reader.NextResult));

        return names;
    }

    /// <summary>
    /// The cells of a sheet of an .xlsx file that hold no plain value: formulas, and errors. Nothing of other files, whose
    /// formulas cannot be told from values.
    /// </summary>
    /// <exception cref="NotAWorkbookException">At the call, or while the cells are read.</exception>
    public static IEnumerable<SpecialCell> Specials(Stream from, string? sheet = null, long largestContent = LargestContent)
    {
        WorkbookGuard.Check(from, largestContent);

        return WorkbookGuard.IsZip(from) ? Parsing.Of(SpecialCells.Of(from, sheet)) : [];
    }

    private static IExcelDataReader Open(Stream from, long largestContent)
    {
        WorkbookGuard.Check(from, largestContent);

        return Parsing.Of(() => ExcelReaderFactory.CreateReader(from, new ExcelReaderConfiguration { LeaveOpen = true }));
    }

    private static void Find(IExcelDataReader reader, string? sheet)
    {
        if (sheet is null)
        {
            return;
        }

        var wanted = PaperText.Clean(sheet).Trim();

        while (!string.Equals(PaperText.Clean(reader.Name).Trim(), wanted, StringComparison.OrdinalIgnoreCase))
        {
            if (!Parsing.Of(reader.NextResult))
            {
                throw new NotAWorkbookException(WorkbookFault.SheetMissing);
            }
        }
    }

    private static IEnumerable<SheetRow> Rows(SeekableSource source, IExcelDataReader reader)
    {
        using (source)
        using (reader)
        {
            for (var number = 1; Parsing.Of(reader.Read); number++)
            {
                if (number > LastRow || (long)number * reader.FieldCount > MostCells)
                {
                    throw new NotAWorkbookException(WorkbookFault.TooLarge);
                }

                var cells = Cells(reader);

                if (cells.Count > 0)
                {
                    yield return new(number, cells);
                }
            }
        }
    }

    private static List<object?> Cells(IExcelDataReader reader)
    {
        var cells = new List<object?>();

        for (var i = 0; i < reader.FieldCount; i++)
        {
            if (Value(reader.GetValue(i)) is { } value)
            {
                // The empty cells at a row's end are not worth their memory: only those before a value are kept.
                cells.AddRange(Enumerable.Repeat<object?>(null, i - cells.Count));
                cells.Add(value);
            }
        }

        return cells;
    }

    private static object? Value(object? value) => value switch
    {
        null => null,
        string text => PaperText.Clean(text) is { Length: > 0 } clean ? clean : null,
        double number => Math.Abs(number) < 1e28 ? (decimal)number : number.ToString("R", CultureInfo.InvariantCulture),
        TimeSpan time => (decimal)time.TotalDays,
        DateTime or bool => value,
        IConvertible other => other.ToDecimal(CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
