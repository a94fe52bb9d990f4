using System.Globalization;
using HieuHoc.Exchange.Workbooks;
using HieuHoc.Papers;
using HieuHoc.Platform;

namespace HieuHoc.Exchange.Lists;

/// <summary>A line of a list as it stands in the file, its cells by the columns that are understood.</summary>
public sealed class ListRow
{
    private readonly FoundList list;

    private readonly IReadOnlyList<object?> cells;

    internal ListRow(FoundList list, int number, IReadOnlyList<object?> cells, IReadOnlyList<SpecialCell> special)
    {
        (this.list, Number, this.cells) = (list, number, cells);

        foreach (var cell in special)
        {
            Tell(CellName.Of(cell.Column, number), cell.Kind is CellKind.Error ? "exchange.mistake.error" : "exchange.mistake.uncalculated", "");
        }
    }

    /// <summary>In the file, counted from 1.</summary>
    public int Number { get; }

    /// <summary>What is wrong in it.</summary>
    public List<FileMistake> Mistakes { get; } = [];

    /// <summary>The columns that its file has.</summary>
    public IReadOnlyList<ListColumn> Columns => list.Understood;

    /// <summary>How many cells it has.</summary>
    internal int Width => cells.Count;

    /// <summary>True where no understood column says anything.</summary>
    internal bool IsEmpty => Mistakes.Count == 0 && list.Columns.All(column => At(column.Index) is null);

    /// <summary>True where it repeats the headings, as on a later page.</summary>
    internal bool IsHeading => list.Columns.All(column => At(column.Index) is not { } cell || cell as string == list.Headings[column.Index]);

    /// <summary>What a cell says; null where it is empty or the file has no such column.</summary>
    public object? Cell(string key) => list.Index(key) is { } index ? At(index) : null;

    /// <summary>The same as words on one line; empty where it says nothing.</summary>
    public string Text(string key) => Cell(key) switch
    {
        null => "",
        // A code or a year that Excel keeps as a number has no marks between its thousands.
        decimal number => number.ToString("0.##########", CultureInfo.InvariantCulture),
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        var cell => TypedText.Line(CellReader.Shown(cell)),
    };

    /// <summary>A day as Excel keeps it or as people type it; null where it is none.</summary>
    public DateOnly? Day(string key) => Cell(key) is DateTime day ? DateOnly.FromDateTime(day)
        : DateOnly.TryParseExact(Text(key), ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-M-d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var typed) ? typed
        : null;

    /// <summary>Notes that a cell is wrong; where the file has no such column, the first of the row.</summary>
    /// <param name="mistake">The key of the sentence.</param>
    public void Wrong(string key, string mistake, string value) => Tell(WhereIs(key), mistake, value);

    /// <summary>The name of a cell; where the file has no such column, of the first of the row.</summary>
    public string WhereIs(string key) => CellName.Of(list.Index(key) ?? list.Columns[0].Index, Number);

    /// <summary>What it would do by all that is known to be wrong in it.</summary>
    /// <param name="isNew">False where all that it says is there already.</param>
    internal ListLineState StateOf(bool isNew) => Mistakes.Count > 0 ? ListLineState.Wrong : isNew ? ListLineState.New : ListLineState.Same;

    private void Tell(string where, string mistake, string value) => Mistakes.Add(new FileMistake(where, mistake, value));

    private object? At(int index) => index < cells.Count && cells[index] is { } cell && cell is not string { Length: 0 } ? cell : null;
}
