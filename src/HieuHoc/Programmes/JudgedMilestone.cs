using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Returns;
using HieuHoc.Returns.Surveys;
using HieuHoc.Rules;

namespace HieuHoc.Programmes;

/// <summary>Why nothing can be said of a milestone.</summary>
public enum Unsaid
{
    /// <summary>The programme leaves the threshold to the province, and no pack of the province sets it.</summary>
    ThresholdOpen,

    /// <summary>No loaded pack defines the indicator for the year.</summary>
    NotDefined,

    /// <summary>The target was given to places that are no more, and a person closed it.</summary>
    Closed,

    /// <summary>The target was given to places that are no more, and nobody has said on which it is measured instead.</summary>
    SubjectGone,

    /// <summary>There are no figures of the year: nobody was asked for them, or of all who were nobody has been confirmed.</summary>
    NoFigures,

    /// <summary>A commune that was asked has not been confirmed, or left a cell blank.</summary>
    Incomplete,

    /// <summary>Only a sample survey speaks of it, and the threshold lies within its interval.</summary>
    WithinInterval,

    /// <summary>All figures are there, of several places, and what they say does not add: before two provinces became one each had its level.</summary>
    DoesNotAdd,

    /// <summary>All figures are there, but they make no value: the denominator is zero.</summary>
    NoValue,
}

/// <summary>How a milestone stands: judged once it is due, and on the way to it compared with an even pace.</summary>
public enum Progress
{
    Met,

    /// <summary>It was due and is not reached; of what is a word also before, since a word has no pace.</summary>
    NotMet,

    /// <summary>Not due, not reached, and no worse than the straight line.</summary>
    OnTrack,

    /// <summary>Not due, not reached, and worse than the straight line.</summary>
    Behind,

    CannotSay,
}

/// <summary>A milestone of a target, judged: the verdict, why, and how far it is still.</summary>
/// <param name="Year">The year whose figures it was judged with.</param>
/// <param name="Reading">What those figures say; null when no pack defines the indicator for that year.</param>
/// <param name="Verdict">Whether those figures reach the threshold, due or not.</param>
/// <param name="NeededPerYear">
/// By how much the indicator must change in each year that is left, in its unit and never negative; null when it is
/// reached, when the year is over or when the value cannot be said.
/// </param>
public sealed record JudgedMilestone(
    Milestone Milestone, int Year, IndicatorReading? Reading, Verdict Verdict, Explanation Explanation, decimal? NeededPerYear)
{
    /// <summary>True when its year has come.</summary>
    public required bool IsDue { get; init; }

    /// <summary>The rule by which it is measured on other places than the plan's; null where it is measured on these.</summary>
    public required Rebasing? Rebasing { get; init; }

    /// <summary>From when on it is judged no more; null where its year is judged.</summary>
    public TargetClosing? Closing { get; init; }

    /// <summary>The even pace it is compared with; null where it is due, or where there are not two years to compare.</summary>
    public required StraightLine? Line { get; init; }

    /// <summary>The sample survey that it is judged by, since the figures are not all there; null where the figures judge.</summary>
    public required SampleSurvey? Survey { get; init; }

    /// <summary>True when the estimate of the whole year would reach it, which the official value does not yet.</summary>
    public bool MetByEstimate { get; init; }

    /// <summary>The first of the places whose figures are missing, by name.</summary>
    public IReadOnlyList<PlaceOnDay> Named { get; init; } = [];

    /// <summary>How it stands.</summary>
    public Progress Progress => Verdict switch
    {
        Verdict.Met => Progress.Met,
        Verdict.CannotSay => Progress.CannotSay,
        Verdict.NotMet when IsDue || Reading is { Indicator.IsWord: true } => Progress.NotMet,
        Verdict.NotMet => (Line, Survey, Reading) switch
        {
            ({ } line, { Interval: var interval }, { Indicator.Direction: var direction }) => OnLine(line.IsKeptBy(interval.Low, direction), line.IsKeptBy(interval.High, direction)),
            ({ } line, null, { Value: { } value, Indicator.Direction: var direction }) => OnLine(line.IsKeptBy(value, direction), line.IsKeptBy(value, direction)),
            _ => Progress.CannotSay,
        },
    };

    /// <summary>On which side of the line both ends lie; ends on two sides say nothing.</summary>
    private static Progress OnLine(bool low, bool high) => (low, high) switch
    {
        (true, true) => Progress.OnTrack,
        (false, false) => Progress.Behind,
        _ => Progress.CannotSay,
    };

    /// <summary>The places that were asked and whose figures are missing, where that is why nothing can be said.</summary>
    public IReadOnlyList<int> Lacking => Unsaid is Programmes.Unsaid.Incomplete or Programmes.Unsaid.NoFigures
        ? [.. Reading!.Communes.Where(commune => !commune.IsComplete).Select(commune => commune.PlaceId)]
        : [];

    /// <summary>Why nothing can be said; null when something can.</summary>
    public Unsaid? Unsaid => (Verdict, Reading) switch
    {
        (not Verdict.CannotSay, _) => null,
        _ when Closing is not null => Programmes.Unsaid.Closed,
        _ when Milestone.Threshold is null && Explanation.Missing.Contains(ProgrammePackKind.Threshold) => Programmes.Unsaid.ThresholdOpen,
        _ when Survey is not null => Programmes.Unsaid.WithinInterval,
        (_, null) => Programmes.Unsaid.NotDefined,
        (_, { Level: PlaceLevel.District, Expected: 0 }) => Programmes.Unsaid.SubjectGone,
        (_, { Reported: 0 }) => Programmes.Unsaid.NoFigures,
        (_, { IsComplete: false }) => Programmes.Unsaid.Incomplete,
        (_, { Expected: > 1, Indicator.IsWord: true }) => Programmes.Unsaid.DoesNotAdd,
        _ => Programmes.Unsaid.NoValue,
    };

    /// <summary>
    /// The value of the milestone's year if each year goes on changing it as on average since the first official one; never below zero, and a percentage never
    /// above a hundred. Null where there are no two years by the same indicator, or where it is due or reached.
    /// </summary>
    public decimal? Forecast => (Progress, Line, Reading, Survey) is (Programmes.Progress.OnTrack or Programmes.Progress.Behind, { } line, { Value: { } value, Indicator.Kind: var kind }, null)
        ? Math.Clamp(value + ((value - line.FirstValue) * (Milestone.Year - Year) / (Year - line.FirstYear)), 0, kind is IndicatorKind.Percent ? 100 : decimal.MaxValue)
        : null;

    /// <summary>How far the value is from the threshold, never negative; null when it is reached or cannot be said.</summary>
    public decimal? Gap => Verdict is Verdict.NotMet ? GapOf(Reading, Milestone.Threshold) : null;

    /// <summary>The value as it may be printed beside the verdict; null when it cannot be said.</summary>
    public Printed? Value => Reading is { Value: { } value, Indicator: var indicator }
        ? Verdict is Verdict.NotMet && Milestone.Threshold is { } threshold
            ? Printed.Beside(threshold, value, indicator.Decimals)
            : new Printed(value, indicator.Decimals)
        : null;

    /// <summary>What is missing, rounded up with as many decimals as the value beside it; null when nothing is.</summary>
    public Printed? Missing => Gap is { } gap ? Printed.Up(gap, Math.Max(1, Value!.Decimals)) : null;

    /// <summary>What is needed in each year, rounded up.</summary>
    public Printed? Needed => NeededPerYear is { } needed ? Printed.Up(needed, Math.Max(1, Value!.Decimals)) : null;

    /// <summary>
    /// What lies between a value and its threshold in the direction that is wanted; null where the threshold is passed, and
    /// of a word, which is not reached by degrees.
    /// </summary>
    internal static decimal? GapOf(IndicatorReading? reading, decimal? threshold)
    {
        if (reading is not { Value: { } value, Indicator: { IsWord: false } indicator })
        {
            return null;
        }

        var gap = indicator.Direction is Direction.Up ? threshold - value : value - threshold;

        return gap > 0 ? gap : null;
    }
}
