namespace HieuHoc.Tests.Data;

/// <summary>A table as the catalog of its engine describes it; whatever has no order of its own is sorted by name.</summary>
internal sealed record TableShape(
    string Name,
    IReadOnlyList<ColumnShape> Columns,
    IReadOnlyList<string> Key,
    IReadOnlyList<IndexShape> Indexes,
    IReadOnlyList<ForeignKeyShape> ForeignKeys,
    IReadOnlyList<string> Triggers)
{
    /// <summary>One line for each thing to compare; a failing comparison shows the line that differs.</summary>
    public IEnumerable<string> Lines() =>
    [
        .. Columns.Select(column => $"{Name}.{column.Name} {column.Type} {Presence(column)} {column.Default}".TrimEnd()),
        .. Common(),
    ];

    /// <summary>The same without what the engines must do differently: their types and their defaults.</summary>
    public IEnumerable<string> LinesOfAnyEngine() =>
        [.. Columns.Select(column => $"{Name}.{column.Name} {Presence(column)}"), .. Common()];

    private IEnumerable<string> Common() =>
    [
        $"{Name} key ({string.Join(", ", Key)})",
        .. Indexes.Select(index => $"{Name} {(index.Unique ? "unique " : "")}index ({string.Join(", ", index.Columns)}) {index.Where}".TrimEnd()).Order(),
        .. ForeignKeys.Select(key =>
            $"{Name} foreign key ({string.Join(", ", key.Columns)}) to {key.Table} ({string.Join(", ", key.Referenced)}) on delete {key.OnDelete}").Order(),
        .. Triggers.Select(trigger => $"{Name} trigger {trigger}"),
    ];

    private static string Presence(ColumnShape column) => column.Nullable ? "null" : "not null";
}

internal sealed record ColumnShape(string Name, string Type, bool Nullable, string? Default);

/// <param name="Columns">Column names, or the text of an expression.</param>
/// <param name="Where">The condition of a partial index.</param>
internal sealed record IndexShape(bool Unique, IReadOnlyList<string> Columns, string? Where);

internal sealed record ForeignKeyShape(IReadOnlyList<string> Columns, string Table, IReadOnlyList<string> Referenced, string OnDelete);
