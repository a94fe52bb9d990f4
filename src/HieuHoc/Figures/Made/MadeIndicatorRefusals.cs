using HieuHoc.Platform;

namespace HieuHoc.Figures.Made;

/// <summary>Indicators of a province's own are made by who confirms its plans.</summary>
public sealed record IndicatorsNotYoursToMake() : Refusal(RefusalKind.Forbidden);

/// <summary>An indicator needs a title, what it counts, and of a percentage out of what.</summary>
public sealed record IndicatorIncomplete() : Refusal(RefusalKind.Invalid);

/// <summary>There is an indicator of this title already, and it is another one.</summary>
public sealed record IndicatorTitleTaken() : Refusal(RefusalKind.Conflict);

/// <summary>Of two things the one is counted by communes and the other by somebody else: they are not of the same places.</summary>
public sealed record CountedApart() : Refusal(RefusalKind.Invalid);

/// <summary>What is counted is a level or a yes or no where a number is needed, or the other way round.</summary>
public sealed record CountedOtherwise() : Refusal(RefusalKind.Invalid);

/// <summary>Several things that are counted have this title: their code tells which is meant.</summary>
/// <param name="Codes">The codes that the title could mean.</param>
public sealed record CountedAmbiguous(string Codes) : Refusal(RefusalKind.Invalid);

/// <summary>Somebody else made an indicator at the same moment.</summary>
public sealed record IndicatorMadeMeanwhile() : Refusal(RefusalKind.Conflict);
