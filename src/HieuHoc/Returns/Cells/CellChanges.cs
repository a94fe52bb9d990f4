using HieuHoc.Platform;

namespace HieuHoc.Returns.Cells;

/// <summary>Whoever checks a return marked cells of it; these are all that are marked now.</summary>
public sealed record CellsMarked(ReturnId Return, int Version, IReadOnlyList<string> Cells) : Change(Return.Value.ToString());

/// <summary>Something was said of cells; of which, never what.</summary>
public sealed record CellsRemarked(ReturnId Return, int Version, IReadOnlyList<string> Cells) : Change(Return.Value.ToString());
