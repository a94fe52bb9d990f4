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

/// <summary>A figure of a version that was superseded: what counted until then stays readable.</summary>
public sealed class SupersededFigure
{
    public required short Owner { get; init; }

    public required int ElementId { get; init; }

    public required int PeriodId { get; init; }

    public required int SubjectId { get; init; }

    public required int BreakdownId { get; init; }

    public required Guid SourceId { get; init; }

    public required int SourceVersion { get; init; }

    public required Standing Standing { get; init; }

    public required long Value { get; init; }

    public required bool Stated { get; init; }

    public required int RollUpSubjectId { get; init; }

    /// <summary>UTC; since when another value, or none, counts.</summary>
    public required DateTime SupersededAt { get; init; }
}

/// <summary>A figure of an import that is on its way: checked, and not counted before all of its run are.</summary>
public sealed class StagedFigure
{
    public required short Owner { get; init; }

    /// <summary>The import, which becomes the figure's source.</summary>
    public required Guid RunId { get; init; }

    public required int ElementId { get; init; }

    public required int PeriodId { get; init; }

    public required int SubjectId { get; init; }

    public required int BreakdownId { get; init; }

    public required Standing Standing { get; init; }

    public required long Value { get; init; }

    public required bool Stated { get; init; }

    public required int RollUpSubjectId { get; init; }

    /// <summary>The line of the file, to name it when it cannot be taken over.</summary>
    public required int Line { get; init; }
}
