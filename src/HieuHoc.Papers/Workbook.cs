namespace HieuHoc.Papers;

/// <summary>An Excel file of tables.</summary>
public sealed record Workbook(IReadOnlyList<Sheet> Sheets);

/// <summary>One table on one sheet, ready to read on a screen and to print on A4.</summary>
public sealed record Sheet
{
    /// <summary>The name on the tab; what Excel forbids in it is mended.</summary>
    public required string Name { get; init; }

    /// <summary>The lines above the table; the first is the title.</summary>
    public IReadOnlyList<string> TitleLines { get; init; } = [];

    /// <summary>The columns from left to right.</summary>
    public required IReadOnlyList<SheetColumn> Columns { get; init; }

    /// <summary>The rows, asked for one at a time and only once; cells missing at a row's end are blank.</summary>
    public required IEnumerable<IReadOnlyList<SheetCell>> Rows { get; init; }

    /// <summary>The closing row, printed bold.</summary>
    public IReadOnlyList<SheetCell>? Total { get; init; }

    /// <summary>Wide tables lie on their side.</summary>
    public bool Landscape { get; init; }

    /// <summary>True when only the cells for typing can be changed. There is no password: it guards against slips, not against people.</summary>
    public bool IsLocked { get; init; }

    /// <summary>The formats of single cells, beyond those of their columns.</summary>
    public IReadOnlyList<SheetFormat> CellFormats { get; init; } = [];

    /// <summary>Words above the table and at the head of every printed page, such as "SỐ LIỆU MINH HỌA".</summary>
    public string? Watermark { get; init; }

    /// <summary>The number of the first row of figures, for formulas that name their own row.</summary>
    public int FirstRow => LinesAbove + (LinesAbove > 0 ? 1 : 0) + HeadingRows + 1;

    internal bool HasWatermark => !string.IsNullOrWhiteSpace(Watermark);

    internal int LinesAbove => TitleLines.Count + (HasWatermark ? 1 : 0);

    internal int HeadingRows => Columns.Any(column => column.Group is not null) ? 2 : 1;

    internal int FirstHeadingRow => FirstRow - HeadingRows;
}

/// <summary>A column; its width is counted in letters, as Excel does.</summary>
public sealed record SheetColumn(string Heading, double Width, SheetFormat Format)
{
    /// <summary>The heading above this one, shared with the neighbours that name the same group.</summary>
    public string? Group { get; init; }

    /// <summary>True for what programs read and people do not need to see.</summary>
    public bool IsHidden { get; init; }
}

/// <summary>What may be typed into a cell, and the sentence for whoever types something else.</summary>
public sealed record SheetInput
{
    private SheetInput(SheetFormat format, string sentence) => (Format, Sentence) = (format, sentence);

    /// <summary>How the cell shows what was typed; of figures the sheet names it among <see cref="Sheet.CellFormats"/>.</summary>
    public SheetFormat Format { get; }

    /// <summary>What to type.</summary>
    public string Sentence { get; }

    /// <summary>The words of a drop-down list; null for a figure.</summary>
    public IReadOnlyList<string>? Choices { get; private init; }

    internal bool IsWhole => Format == SheetFormat.Integer;

    /// <summary>A figure that is not below zero.</summary>
    /// <param name="decimals">0 where only whole numbers are taken.</param>
    public static SheetInput Figure(int decimals, string sentence) =>
        new(decimals == 0 ? SheetFormat.Integer : SheetFormat.Decimal(decimals), sentence);

    /// <summary>One of some words.</summary>
    public static SheetInput OneOf(IReadOnlyList<string> choices, string sentence) => new(SheetFormat.Text, sentence) { Choices = choices };
}

/// <summary>How Excel shows the figures of a column; the reader's own language settings choose comma and point.</summary>
public sealed record SheetFormat
{
    internal const string General = "General";

    private SheetFormat(string code) => Code = code;

    /// <summary>Words, codes and identity numbers, kept letter for letter.</summary>
    public static SheetFormat Text { get; } = new("@");

    /// <summary>Whole numbers with a mark between thousands.</summary>
    public static SheetFormat Integer { get; } = new("#,##0");

    /// <summary>Figures of a list in which some have decimals and some have none.</summary>
    public static SheetFormat Shortest { get; } = new(General);

    /// <summary>Days as 29/11/2026.</summary>
    public static SheetFormat Date { get; } = new("dd/mm/yyyy");

    internal string Code { get; }

    /// <summary>Figures with decimals.</summary>
    public static SheetFormat Decimal(int decimals) => new("#,##0" + Places(decimals));

    /// <summary>Percentages as plain figures: 37.9 means 37,9 %, so that nobody multiplies by a hundred twice.</summary>
    public static SheetFormat Percent(int decimals) => new("0" + Places(decimals));

    private static string Places(int decimals) => decimals == 0 ? "" : "." + new string('0', decimals);
}
