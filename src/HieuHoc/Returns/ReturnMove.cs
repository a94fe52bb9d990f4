using HieuHoc.Access;

namespace HieuHoc.Returns;

/// <summary>A step that was taken, for people to read: who, when, from where to where, why.</summary>
public sealed class ReturnMove
{
    public required short Owner { get; init; }

    public required ReturnId ReturnId { get; init; }

    /// <summary>1, 2, 3 … in the order taken.</summary>
    public required int Number { get; init; }

    public required ReturnStep Step { get; init; }

    public required ReturnState FromState { get; init; }

    public required ReturnState ToState { get; init; }

    /// <summary>The version that was moved.</summary>
    public required int Version { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime TakenAt { get; init; }

    public required PersonId? TakenBy { get; init; }

    /// <summary>Why it was given back, or is to be mended or corrected; empty for the other steps.</summary>
    public required string Reason { get; init; }
}
