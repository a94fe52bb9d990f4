using HieuHoc.Access;
using HieuHoc.Platform;

namespace HieuHoc.Returns.Cells;

/// <summary>A cell that whoever checks a return wants mended or made clear, and why. Nobody else knows of it before the return is given back.</summary>
public sealed class CellMark
{
    public required short Owner { get; init; }

    public required ReturnId ReturnId { get; init; }

    /// <summary>The number of the version that was checked.</summary>
    public required int Version { get; init; }

    /// <summary>The element, or the name of its estimate.</summary>
    public required string Cell { get; init; }

    public required string Reason { get; set; }

    public required PersonId? MarkedBy { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime MarkedAt { get; set; }

    /// <summary>UTC; when the return was given back with it; null before, and for ever where it never was.</summary>
    public DateTime? AskedAt { get; private set; }

    /// <summary>Goes to the sender with the return.</summary>
    public void Ask(Moment now) => AskedAt = now.Instant;
}
