using HieuHoc.Platform;

namespace HieuHoc.Returns.Cells;

/// <summary>Of a return that was given back for single cells, the others stay as they were sent; nothing was saved.</summary>
/// <param name="Cells">What the first of them are called.</param>
public sealed record CellsFrozen(int Count, string Cells) : Refusal(RefusalKind.Conflict);

/// <summary>Each cell that was marked is answered, or has another value, before the return is handed on.</summary>
/// <param name="First">What the first of them is called.</param>
public sealed record CellsNotAnswered(int Count, string First) : Refusal(RefusalKind.Conflict);

/// <summary>Two people gave the same cells different values; nothing was saved, and whoever came second chooses.</summary>
/// <param name="First">What the first of them is called.</param>
public sealed record CellsInConflict(int Count, string First) : Refusal(RefusalKind.Conflict);

/// <summary>Only what the form asks can be marked.</summary>
public sealed record MarkedCellNotAsked(string Cell) : Refusal(RefusalKind.Invalid);

/// <summary>Whoever has to mend a cell is told why.</summary>
/// <param name="First">What the first cell without a reason is called.</param>
public sealed record MarkReasonMissing(string First) : Refusal(RefusalKind.Invalid);

/// <summary>A cell is talked about once it was marked.</summary>
public sealed record CellNotMarked(string Cell) : Refusal(RefusalKind.Conflict);

/// <summary>Of a cell speak those who hand the return in, and those who check it.</summary>
public sealed record CellsNotYoursToDiscuss() : Refusal(RefusalKind.Forbidden);

/// <summary>What is said of a cell is read beside it: it has its length.</summary>
public sealed record RemarkTooLong(int Most) : Refusal(RefusalKind.Invalid);

/// <summary>Something else was said under this id; it stays as it is.</summary>
public sealed record RemarkDiffers() : Refusal(RefusalKind.Conflict);
