using ExcelDataReader.Exceptions;

namespace HieuHoc.Papers.Excel;

/// <summary>A parser that meets a damaged or hostile file fails in many ways; all of them mean the same to the person who sent it.</summary>
internal static class Parsing
{
    public static T Of<T>(Func<T> parse)
    {
        try
        {
            return parse();
        }
        catch (InvalidPasswordException cause)
        {
            throw new NotAWorkbookException(WorkbookFault.Locked, cause);
        }
        catch (Exception cause) when (cause is not (NotAWorkbookException or OutOfMemoryException) and (not IOException or EndOfStreamException))
        {
            throw new NotAWorkbookException(WorkbookFault.Unreadable, cause);
        }
    }

    /// <summary>The same rows, each parsed when it is asked for.</summary>
    public static IEnumerable<T> Of<T>(IEnumerable<T> rows)
    {
        using var row = rows.GetEnumerator();

        while (Of(row.MoveNext))
        {
            yield return row.Current;
        }
    }
}
