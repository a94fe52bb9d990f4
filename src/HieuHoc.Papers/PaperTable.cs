namespace HieuHoc.Papers;

/// <summary>A table in a paper; its heading repeats on each page and no row is split.</summary>
public sealed record PaperTable
{
    /// <summary>The columns from left to right.</summary>
    public required IReadOnlyList<TableColumn> Columns { get; init; }

    /// <summary>The rows; cells missing at a row's end are blank.</summary>
    public required IReadOnlyList<IReadOnlyList<PaperCell>> Rows { get; init; }

    /// <summary>The closing row, printed bold.</summary>
    public IReadOnlyList<PaperCell>? Total { get; init; }

    /// <summary>Size of the letters in points; 12 suits up to eight columns.</summary>
    public double TextSize { get; init; } = 12;
}

/// <summary>A column; its width is a share of the page's width, so millimetres and percentages both do.</summary>
public sealed record TableColumn(string Heading, double Width)
{
    /// <summary>The heading above this one, shared with the neighbours that name the same group.</summary>
    public string? Group { get; init; }

    /// <summary>How words stand in this column; figures always stand right.</summary>
    public CellAlignment Alignment { get; init; } = CellAlignment.Left;
}

/// <summary>Where the words of a cell stand.</summary>
public enum CellAlignment
{
    /// <summary>At the left edge.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Centre,

    /// <summary>At the right edge.</summary>
    Right,
}

/// <summary>What one cell of a paper's table prints.</summary>
public sealed record PaperCell(string Text)
{
    /// <summary>Nothing known: printed blank, never 0.</summary>
    public static PaperCell Blank { get; } = new("");

    /// <summary>Bold letters.</summary>
    public bool Bold { get; init; }

    /// <summary>Set where this cell differs from its column.</summary>
    public CellAlignment? Alignment { get; init; }

    /// <summary>A figure in Vietnamese form, at the right edge; a missing one is blank.</summary>
    public static PaperCell Number(decimal? value, int decimals = 0) =>
        new(VietnameseNumber.Write(value, decimals)) { Alignment = CellAlignment.Right };
}
