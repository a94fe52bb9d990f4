namespace HieuHoc.Platform;

/// <summary>One row of a table, its fields by the names of their columns.</summary>
/// <param name="line">Where it begins in the file; the head is line 1.</param>
public sealed class CsvRow(string file, int line, IReadOnlyDictionary<string, int> columns, IReadOnlyList<string> fields)
{
    public int Line => line;

    /// <summary>The file and the line, as a mistake names them.</summary>
    public string Where { get; } = $"{file}:{line}";

    public string this[string column] => fields[columns[column]];
}
