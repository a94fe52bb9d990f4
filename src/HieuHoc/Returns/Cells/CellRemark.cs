using HieuHoc.Access;
using HieuHoc.Platform;

namespace HieuHoc.Returns.Cells;

public readonly record struct RemarkId(Guid Value) : IRecordId;

/// <summary>Whose words they are.</summary>
public enum RemarkSide
{
    /// <summary>Of whoever owes the return, or types it for them.</summary>
    Sender,

    /// <summary>Of whoever checks it.</summary>
    Receiver,
}

/// <summary>What somebody said of a cell that was marked. What is said stays, with who and when.</summary>
public sealed class CellRemark
{
    public required short Owner { get; init; }

    /// <summary>Chosen by whoever says it.</summary>
    public required RemarkId Id { get; init; }

    public required ReturnId ReturnId { get; init; }

    /// <summary>The number of the version that it is about: of the sender's the one that they hand in, of the receiver's the one that they have.</summary>
    public required int Version { get; init; }

    public required string Cell { get; init; }

    public required string Text { get; init; }

    public required RemarkSide Side { get; init; }

    public required PersonId? SaidBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime SaidAt { get; init; }
}
