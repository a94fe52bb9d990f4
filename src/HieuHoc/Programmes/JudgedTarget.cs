using HieuHoc.Figures;
using HieuHoc.Returns;
using HieuHoc.Rules;

namespace HieuHoc.Programmes;

/// <summary>Why nothing can be said of a milestone.</summary>
public enum Unsaid
{
    /// <summary>The programme leaves the threshold to the province, and no pack of the province sets it.</summary>
    ThresholdOpen,

    /// <summary>No loaded pack defines the indicator for the year.</summary>
    NotDefined,

    /// <summary>Nobody was asked for the figures of the year.</summary>
    NoFigures,

    /// <summary>A commune that was asked has not been confirmed, or left a cell blank.</summary>
    Incomplete,

    /// <summary>All figures are there, but they make no value: the denominator is zero.</summary>
    NoValue,
}

/// <summary>A milestone of a target, judged: the verdict, why, and how far it is still.</summary>
/// <param name="Year">The year whose figures it was judged with.</param>
/// <param name="Reading">What those figures say; null when no pack defines the indicator for that year.</param>
/// <param name="NeededPerYear">
/// By how much the indicator must change in each year that is left, in its unit and never negative; null when it is
/// reached, when the year is over or when the value cannot be said.
/// </param>
public sealed record JudgedMilestone(
    Milestone Milestone, int Year, IndicatorReading? Reading, Verdict Verdict, Explanation Explanation, decimal? NeededPerYear)
{
    /// <summary>Why nothing can be said; null when something can.</summary>
    public Unsaid? Unsaid => (Verdict, Reading) switch
    {
        (not Verdict.CannotSay, _) => null,
        _ when Milestone.Threshold is null && Explanation.Missing.Contains(ProgrammePackKind.Threshold) => Programmes.Unsaid.ThresholdOpen,
        (_, null) => Programmes.Unsaid.NotDefined,
        (_, { Expected: 0 }) => Programmes.Unsaid.NoFigures,
        (_, { IsComplete: false }) => Programmes.Unsaid.Incomplete,
        _ => Programmes.Unsaid.NoValue,
    };

    /// <summary>How far the value is from the threshold, never negative; null when it is reached or cannot be said.</summary>
    public decimal? Gap => Verdict is Verdict.NotMet && Reading is { Value: { } value } reading
        ? GapOf(reading.Indicator, value, Milestone.Threshold)
        : null;

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

    /// <summary>What lies between a value and its threshold in the direction that is wanted; null where the threshold is passed.</summary>
    internal static decimal? GapOf(IndicatorDefinition indicator, decimal value, decimal? threshold)
    {
        var gap = indicator.Direction is Direction.Up ? threshold - value : value - threshold;

        return gap > 0 ? gap : null;
    }
}

/// <summary>A target of the plan, judged from confirmed figures at each of its milestones.</summary>
/// <param name="Indicator">What measures it: as defined for the year shown, or else as last defined; null when no pack knows it.</param>
/// <param name="Reading">What the year shown says; null when no pack defines the indicator for it.</param>
public sealed record JudgedTarget(
    TargetDefinition Target, IndicatorDefinition? Indicator, IndicatorReading? Reading, IReadOnlyList<JudgedMilestone> Milestones);
