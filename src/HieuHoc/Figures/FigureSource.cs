namespace HieuHoc.Figures;

/// <summary>
/// One version of a record that figures were counted from: who produced it, and since when its figures count. From any
/// number one click leads here.
/// </summary>
public sealed class FigureSource
{
    public required short Owner { get; init; }

    /// <summary>The record: for returns, the return.</summary>
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    public required Producer Producer { get; init; }

    /// <summary>UTC; since when its figures count.</summary>
    public required DateTime ConfirmedAt { get; init; }

    /// <summary>What people know it by, where the record has no page of its own: "Niên giám thống kê 2025".</summary>
    public required string Title { get; init; }

    /// <summary>Why it replaced figures of earlier sources; empty where it did not.</summary>
    public required string Reason { get; init; }

    /// <summary>SHA-256 of what was given; empty where the record keeps its own document.</summary>
    public required string Digest { get; init; }
}
