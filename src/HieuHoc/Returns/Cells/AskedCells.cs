namespace HieuHoc.Returns.Cells;

/// <summary>The cells for which a return was given back: these alone may be changed, and each is answered.</summary>
/// <param name="Marks">In the order of the form.</param>
/// <param name="Sent">The answers of the version that was checked.</param>
/// <param name="Said">What the sender said since, of any cell.</param>
public sealed record AskedCells(IReadOnlyList<CellMark> Marks, Answers Sent, IReadOnlyList<CellRemark> Said)
{
    /// <summary>True for a cell that may be changed.</summary>
    public bool Opens(string cell) => Marks.Any(mark => mark.Cell == cell);

    /// <summary>The answers that are kept: those typed of the marked cells, of all others what stands there.</summary>
    public Answers Kept(Answers stored, Answers typed) => new(
        stored.Names.Where(pair => !Opens(pair.Key)).Concat(typed.Names.Where(pair => Opens(pair.Key))).ToDictionary());

    /// <summary>The other cells in which something else was typed; who did not mention a cell leaves it.</summary>
    public IReadOnlyList<string> Touched(Answers stored, Answers typed, IEnumerable<string> mentioned) =>
        [.. mentioned.Where(cell => !Opens(cell) && stored.Of(cell) != typed.Of(cell))];

    /// <summary>The marks that are neither answered nor mended.</summary>
    public IReadOnlyList<CellMark> Waiting(Answers now) =>
        [.. Marks.Where(mark => Sent.Of(mark.Cell) == now.Of(mark.Cell) && Said.All(remark => remark.Cell != mark.Cell))];
}
