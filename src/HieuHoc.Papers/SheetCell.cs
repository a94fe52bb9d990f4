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

    /// <summary>In the total row: the sum of the column above, blank where the whole column is blank.</summary>
    public static SheetCell Sum(decimal? value) => new SumCell(value);
}

internal sealed record BlankCell : SheetCell;

internal sealed record TextCell(string Words) : SheetCell;

internal sealed record NumberCell(decimal Value) : SheetCell;

internal sealed record DateCell(DateOnly Day) : SheetCell;

internal sealed record FormulaCell(string Expression, decimal? Value) : SheetCell;

internal sealed record SumCell(decimal? Value) : SheetCell;
