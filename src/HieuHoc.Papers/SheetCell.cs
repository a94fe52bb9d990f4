namespace HieuHoc.Papers;

/// <summary>What one cell of a sheet holds.</summary>
public abstract record SheetCell
{
    private protected SheetCell()
    {
    }

    /// <summary>Nothing known: an empty cell, never 0.</summary>
    public static SheetCell Blank { get; } = new BlankCell();

    /// <summary>Words; a leading "=" stays a word and never becomes a formula.</summary>
    public static SheetCell Text(string? text) => string.IsNullOrEmpty(text) ? Blank : new TextCell(text);

    /// <summary>A figure; a missing one is blank.</summary>
    public static SheetCell Number(decimal? value) => value is { } known ? new NumberCell(known) : Blank;

    /// <summary>A day; an unknown one is blank.</summary>
    public static SheetCell Date(DateOnly? day) => day is { } known ? new DateCell(known) : Blank;

    /// <summary>A formula in Excel's English ("C8/D8*100") with the value that it has now.</summary>
    public static SheetCell Formula(string formula, decimal? value) => new FormulaCell(formula, value);

    /// <summary>A figure in a format of its own, which its sheet names among <see cref="Sheet.CellFormats"/>.</summary>
    public static SheetCell Number(decimal? value, SheetFormat format) => value is { } known ? new NumberCell(known, format) : Blank;

    /// <summary>Words above the rows that follow, printed bold.</summary>
    public static SheetCell Heading(string text) => new TextCell(text, Bold: true);

    /// <summary>A figure that people may type or change on a locked sheet.</summary>
    public static SheetCell Input(decimal? value, SheetInput input) => new InputCell(Number(value), input);

    /// <summary>Words that people may choose or change on a locked sheet.</summary>
    public static SheetCell Input(string? text, SheetInput input) => new InputCell(Text(text), input);

    /// <summary>In the total row: the sum of the column above, blank where the whole column is blank.</summary>
    public static SheetCell Sum(decimal? value) => new SumCell(value);
}

internal sealed record BlankCell : SheetCell;

internal sealed record TextCell(string Words, bool Bold = false) : SheetCell;

internal sealed record NumberCell(decimal Value, SheetFormat? Format = null) : SheetCell;

internal sealed record DateCell(DateOnly Day) : SheetCell;

internal sealed record FormulaCell(string Expression, decimal? Value) : SheetCell;

internal sealed record SumCell(decimal? Value) : SheetCell;

internal sealed record InputCell(SheetCell Value, SheetInput Takes) : SheetCell;
