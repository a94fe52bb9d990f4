using HieuHoc.Platform;

namespace HieuHoc.Exchange.Workbooks;

/// <summary>A number that a workbook brings for a cell of a return.</summary>
/// <param name="Name">The element, or its estimate.</param>
/// <param name="Row">In the file, counted from 1.</param>
/// <param name="Value">In the element's units.</param>
/// <param name="IsFormula">True when the file computes it.</param>
public sealed record GivenCell(WorkbookReturn Return, string Name, int Row, long Value, bool IsFormula)
{
    /// <summary>What stands in the return; null where the cell was not answered.</summary>
    public long? Now => Return.Answers.Names.TryGetValue(Name, out var value) ? value : null;

    /// <summary>True when it would change something.</summary>
    public bool Differs => Now != Value;
}

/// <summary>Something in a row of a workbook: wrong, or passed over.</summary>
public sealed record RowRemark(int Row, FileMistake Says);

/// <summary>What was read from a workbook: nothing of it is taken over yet, and what it does not contain stays.</summary>
public sealed record WorkbookReading
{
    /// <summary>The sheet with the table.</summary>
    public required string Sheet { get; init; }

    /// <summary>The row of the headings, counted from 1.</summary>
    public required int HeadingRow { get; init; }

    /// <summary>The column, counted from 0, for what is wrong: where it stands already, else behind the last.</summary>
    public required int WrongColumn { get; init; }

    /// <summary>By which the file says it is known; null where it says nothing.</summary>
    public required WorkbookMark? Mark { get; init; }

    /// <summary>Every number that could be read, in the order of the file.</summary>
    public required IReadOnlyList<GivenCell> Cells { get; init; }

    /// <summary>What could not be read, and so is not taken over.</summary>
    public required IReadOnlyList<RowRemark> Mistakes { get; init; }

    /// <summary>What was passed over, since nobody asks it.</summary>
    public required IReadOnlyList<RowRemark> Notices { get; init; }

    /// <summary>What would change, in the order of the file.</summary>
    public IReadOnlyList<GivenCell> Changes => [.. Cells.Where(cell => cell.Differs && cell.Return.Takes(cell.Name))];

    /// <summary>How many numbers stand in the returns already.</summary>
    public int Same => Cells.Count(cell => !cell.Differs);
}
