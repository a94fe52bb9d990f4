using HieuHoc.Platform;

namespace HieuHoc.Returns.Surveys;

public readonly record struct SampleSurveyId(Guid Value) : IRecordId;

/// <summary>
/// What a sample survey states of an indicator, beside what is counted: shown and compared, never added. A correction is a
/// further version; what was said before stays.
/// </summary>
public sealed class SampleSurvey
{
    public required short Owner { get; init; }

    public required SampleSurveyId Id { get; init; }

    public required int PlaceId { get; init; }

    public required int PeriodId { get; init; }

    /// <summary>The code of the indicator.</summary>
    public required string Indicator { get; init; }

    /// <summary>From 1; the last one holds.</summary>
    public required int Number { get; init; }

    /// <summary>How many people were asked.</summary>
    public required int SampleSize { get; init; }

    /// <summary>How many of them meet what the indicator counts.</summary>
    public required int Meeting { get; init; }

    public required DateOnly SurveyedOn { get; init; }

    /// <summary>How sure the interval is, per cent.</summary>
    public required int Confidence { get; init; }

    /// <summary>In hundredths of a per cent, as the source says; null where it is computed for a simple random sample.</summary>
    public required int? LowHundredths { get; init; }

    /// <inheritdoc cref="LowHundredths"/>
    public required int? HighHundredths { get; init; }

    /// <summary>How the people were chosen and asked.</summary>
    public required string Method { get; init; }

    /// <summary>Who surveyed and where it is said.</summary>
    public required string Source { get; init; }

    /// <summary>The paper that it stands in, by number and day; empty where there is none.</summary>
    public required string Paper { get; init; }

    /// <summary>Why it was corrected; empty of the first version.</summary>
    public required string Reason { get; init; }

    public required Guid? RecordedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RecordedAt { get; init; }

    /// <summary>Of a hundred people asked, how many meet it.</summary>
    public decimal Share => 100m * Meeting / SampleSize;

    /// <summary>Between which shares the true one lies.</summary>
    public SurveyInterval Interval => (LowHundredths, HighHundredths) is ({ } low, { } high)
        ? new SurveyInterval(low / 100m, high / 100m, Confidence, IsComputed: false)
        : SurveyInterval.OfSimpleRandomSample(Meeting, SampleSize, Confidence);
}
