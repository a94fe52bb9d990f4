using HieuHoc.Platform;

namespace HieuHoc.Programmes.Own;

/// <summary>What a commune wants is set by who works for that commune.</summary>
public sealed record OwnValuesNotYours() : Refusal(RefusalKind.Forbidden);

/// <summary>The programme wants nothing of the commune by this indicator and year that it could want more of.</summary>
public sealed record OwnValueTargetUnknown() : Refusal(RefusalKind.NotFound);

/// <summary>A commune may want more than the programme, never less.</summary>
public sealed record OwnValueNotBeyond(decimal Programme) : Refusal(RefusalKind.Invalid);

/// <summary>A value has at most two decimals, and a percentage lies between 0 and 100.</summary>
public sealed record OwnValueOutOfRange() : Refusal(RefusalKind.Invalid);

/// <summary>What a commune wants stands in a decision with a number.</summary>
public sealed record OwnValueDecisionMissing() : Refusal(RefusalKind.Invalid);

/// <summary>A decision is not of a day to come.</summary>
public sealed record OwnValueDayAhead() : Refusal(RefusalKind.Invalid);

/// <summary>Somebody set it since the page was opened, or under the same id.</summary>
public sealed record OwnValueChangedMeanwhile() : Refusal(RefusalKind.Conflict);
