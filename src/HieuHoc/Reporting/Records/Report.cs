using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Programmes;

namespace HieuHoc.Reporting.Records;

public readonly record struct ReportId(Guid Value) : IRecordId;

/// <summary>How far a report is.</summary>
public enum ReportState
{
    /// <summary>Being written: its numbers follow the figures.</summary>
    Draft,

    /// <summary>Chốt và khóa: its files are made, and neither they nor its texts change.</summary>
    Locked,
}

/// <summary>One version of a report upward: of which variant and years, and since when it is locked.</summary>
public sealed class Report
{
    public required short Owner { get; init; }

    public required ReportId Id { get; init; }

    /// <summary>The code of the programme.</summary>
    public required string Programme { get; init; }

    /// <summary>The code of the programme's report that it is.</summary>
    public required string Variant { get; init; }

    /// <summary>Who answers for it, as the pack said when it was begun.</summary>
    public required ReportWriter Writer { get; init; }

    public required int PlaceId { get; init; }

    /// <summary>The year, or the span of years of a review.</summary>
    public required int PeriodId { get; init; }

    /// <summary>On whose boundaries indicators and earlier years are said.</summary>
    public required Boundaries Boundaries { get; init; }

    /// <summary>From 1; a later one takes the place of those before.</summary>
    public required int Number { get; init; }

    public required Guid? CreatedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    public ReportState State { get; private set; } = ReportState.Draft;

    /// <summary>UTC; the cut-off instant: its files say what was confirmed by then. Null while it is written.</summary>
    public DateTime? LockedAt { get; private set; }

    public Guid? LockedBy { get; private set; }

    /// <summary>Grows with every change of the report or of one of its texts, so that nothing is locked unseen.</summary>
    public int Revision { get; private set; }

    /// <summary>True when this very locking has been done already.</summary>
    public bool WasLockedFrom(int startedFrom) => State is ReportState.Locked && Revision == startedFrom + 1;

    /// <summary>Counts a change of one of its texts.</summary>
    public Refusal? Touch()
    {
        if (State is ReportState.Locked)
        {
            return new ReportIsLocked();
        }

        Revision++;

        return null;
    }

    /// <summary>Closes it for ever as of an instant.</summary>
    /// <param name="startedFrom">The revision that whoever locks it saw.</param>
    public Refusal? Lock(int startedFrom, Guid? person, Moment now)
    {
        if (State is ReportState.Locked)
        {
            return new ReportIsLocked();
        }

        if (startedFrom != Revision)
        {
            return new ReportChangedMeanwhile();
        }

        (State, LockedAt, LockedBy) = (ReportState.Locked, now.Instant, person);
        Revision++;

        return null;
    }
}
