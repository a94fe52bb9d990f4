using HieuHoc.Figures;
using HieuHoc.Returns;
using HieuHoc.Returns.Cells;

namespace HieuHoc.Exchange.Workbooks;

/// <summary>What a workbook speaks of: one return, or those of all villages of a commune in a round.</summary>
public sealed record WorkbookScope
{
    public required Round Round { get; init; }

    public required FormsPack Form { get; init; }

    public required IReadOnlyDictionary<string, ElementDefinition> Elements { get; init; }

    /// <summary>Whose figures these are, as people call them: the sender, or the commune of the villages.</summary>
    public required string Title { get; init; }

    /// <summary>By which a file is known again: the round, and whose it is.</summary>
    public required WorkbookMark Mark { get; init; }

    /// <summary>The returns in the order in which people list their senders.</summary>
    public required IReadOnlyList<WorkbookReturn> Returns { get; init; }

    /// <summary>True when the rows are villages; else they are the cells of one return.</summary>
    public required bool IsOfVillages { get; init; }

    /// <summary>True where numbers are made up.</summary>
    public required bool IsDemo { get; init; }
}

/// <summary>A return as a workbook shows it and as an upload is held against it.</summary>
/// <param name="IsOpen">True while the actor may type into it.</param>
/// <param name="Asked">The cells for which it was given back; null where all of it may be typed.</param>
public sealed record WorkbookReturn(
    ReturnId Id, int SubjectId, string Subject, int Revision, bool IsOpen, AskedCells? Asked, Answers Answers, PastYear Past)
{
    /// <summary>True for a cell into which the actor may type.</summary>
    public bool Takes(string name) => IsOpen && Asked?.Opens(name) is not false;
}

/// <summary>By which a file is known again, written above its table: <c>2026-nam / 19429</c>.</summary>
/// <param name="Round">The round's code.</param>
/// <param name="Whose">The code of the place or agency; of a village, which has none, its number.</param>
public sealed record WorkbookMark(string Round, string Whose)
{
    private const string Parting = " / ";

    /// <summary>The mark as it is read from a file; null where none stands.</summary>
    public static WorkbookMark? Parse(string text) =>
        text.Split(Parting) is [{ Length: > 0 } round, { Length: > 0 } whose] ? new WorkbookMark(round.Trim(), whose.Trim()) : null;

    public override string ToString() => Round + Parting + Whose;
}
