namespace HieuHoc.PlanReading;

/// <summary>What is to be reached, by whom and when.</summary>
/// <param name="Value">Null for what is simply to be achieved.</param>
/// <param name="Year">Until when; null where nothing says it.</param>
/// <param name="From">The first year of a period.</param>
/// <param name="Area">The kind of area for which the value is; null: for all.</param>
/// <param name="Each">Of what every one is to reach it: "mỗi huyện, thành phố".</param>
public sealed record Target(
    string Clause,
    string Subject,
    TargetKind Kind,
    decimal? Value,
    TargetQualifier Qualifier,
    int? Year,
    int? From,
    string? Area,
    string? Each,
    SourceSpan Span);

public enum TargetKind
{
    Percent,
    Count,

    /// <summary>A title or a state for one subject; it has no value.</summary>
    Achieved,

    /// <summary>The value is the level.</summary>
    Level,
}

public enum TargetQualifier
{
    Exact,
    About,
    AtLeast,
    AtMost,
    Strive,
    Maintain,
}
