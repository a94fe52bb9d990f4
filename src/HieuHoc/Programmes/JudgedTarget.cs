using HieuHoc.Figures;
using HieuHoc.Returns;

namespace HieuHoc.Programmes;

/// <summary>A target of the plan, judged from confirmed figures at each of its milestones.</summary>
/// <param name="Indicator">What measures it: as defined for the year shown, or else as last defined; null when no pack knows it.</param>
/// <param name="Reading">What the year shown says; null when no pack defines the indicator for it.</param>
public sealed record JudgedTarget(
    TargetDefinition Target, IndicatorDefinition? Indicator, IndicatorReading? Reading, IReadOnlyList<JudgedMilestone> Milestones)
{
    /// <summary>The plan's heading above it; null where there is none.</summary>
    public required TargetGroup? Group { get; init; }

    /// <summary>How it is measured in the year shown.</summary>
    public required Measure Measure { get; init; }

    /// <summary>The official values of the years before, the oldest first; each by what measured the target in its year.</summary>
    public required IReadOnlyList<EarlierValue> Trend { get; init; }

    /// <summary>What the whole of the year shown is estimated at; null where nobody estimated it. The verdict is the official value's.</summary>
    public IndicatorReading? Estimate { get; init; }

    /// <summary>True when nobody was ever asked for its figures, and nothing is known of it.</summary>
    public bool IsUnasked => Trend.Count == 0 && Reading is null or { Expected: 0 }
        && Milestones.All(milestone => milestone.Unsaid is Unsaid.NoFigures or Unsaid.NotDefined);

    /// <summary>The milestone that a year works towards: the first that is not over, or the last of all.</summary>
    public JudgedMilestone Nearest(int year) =>
        Milestones.OrderBy(judged => judged.Milestone.Year).FirstOrDefault(judged => judged.Milestone.Year >= year) ?? Milestones.MaxBy(judged => judged.Milestone.Year)!;
}

/// <summary>What an earlier year said of a target.</summary>
public sealed record EarlierValue(int Year, IndicatorReading Reading);

/// <summary>The way to a milestone at an even pace.</summary>
/// <param name="FirstYear">The first year with an official value.</param>
/// <param name="Expected">Where the year shown should stand on it.</param>
public sealed record StraightLine(int FirstYear, decimal FirstValue, decimal Expected)
{
    /// <summary>True when a value of the year shown is no worse than the line.</summary>
    public bool IsKeptBy(decimal value, Direction direction) => direction is Direction.Up ? value >= Expected : value <= Expected;
}
