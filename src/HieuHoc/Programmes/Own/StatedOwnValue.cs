using HieuHoc.Figures;
using HieuHoc.Platform;

namespace HieuHoc.Programmes.Own;

/// <summary>What a commune says that it wants of a target.</summary>
/// <param name="Threshold">In the indicator's unit; null to want what the programme wants again.</param>
public sealed record StatedOwnValue(string Indicator, int Year, decimal? Threshold, string Decision, DateOnly DecidedOn)
{
    /// <summary>The most characters of the number of a decision.</summary>
    public const int LongestDecision = 100;

    /// <summary>The same as it is kept, in one form of letters.</summary>
    public StatedOwnValue Kept() => this with { Decision = TypedText.Line(Decision).Normalize() };

    /// <summary>Why it cannot be wanted; null where it can.</summary>
    /// <param name="programme">What the programme wants.</param>
    /// <param name="today">A decision is not of a day to come.</param>
    public Refusal? Unfit(IndicatorDefinition indicator, decimal programme, DateOnly today) =>
        Decision.Length is 0 or > LongestDecision ? new OwnValueDecisionMissing()
        : DecidedOn > today ? new OwnValueDayAhead()
        : Threshold is not { } wanted ? null
        : decimal.Round(wanted, 2) != wanted || wanted < 0 || (indicator.Kind is IndicatorKind.Percent && wanted > 100) || wanted > int.MaxValue ? new OwnValueOutOfRange()
        : !IsBeyond(indicator, wanted, programme) ? new OwnValueNotBeyond(programme)
        : null;

    /// <summary>True where a value asks for more than another, in the direction that is wanted.</summary>
    public static bool IsBeyond(IndicatorDefinition indicator, decimal value, decimal other) => indicator.Direction is Direction.Up ? value > other : value < other;

    /// <summary>True where a version says the same.</summary>
    public bool IsSaidBy(OwnValue value) =>
        (value.Indicator, value.Year, value.Threshold, value.Decision, value.DecidedOn) == (Indicator, Year, Threshold, Decision, DecidedOn);

    /// <summary>Under which name the audit keeps what was wanted of a target of a place.</summary>
    public static string RecordOf(int place, string indicator, int year) => FormattableString.Invariant($"{place}/{indicator}/{year}");
}
