using HieuHoc.Platform;

namespace HieuHoc.Programmes.Checks;

/// <summary>There is no such visit, or it is not this person's to see.</summary>
public sealed record VisitNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>The role plans no visits.</summary>
public sealed record VisitsNotYoursToKeep() : Refusal(RefusalKind.Forbidden);

/// <summary>The visit is kept by another office.</summary>
public sealed record VisitNotYoursToChange() : Refusal(RefusalKind.Forbidden);

/// <summary>Nobody knows what the visit is about.</summary>
public sealed record VisitSubjectMissing() : Refusal(RefusalKind.Invalid);

/// <summary>A review of cooperation is about a regulation, which has a number in the register.</summary>
public sealed record VisitRegulationMissing() : Refusal(RefusalKind.Invalid);

/// <summary>No regulation of this number is in the register.</summary>
public sealed record VisitRegulationUnknown() : Refusal(RefusalKind.Invalid);

/// <summary>The last day is before the first, or far behind it.</summary>
public sealed record VisitDaysUnfit(int Most) : Refusal(RefusalKind.Invalid);

/// <summary>Who is visited is not under who visits.</summary>
public sealed record VisitUnitUnknown() : Refusal(RefusalKind.Invalid);

/// <summary>Somebody has to go.</summary>
public sealed record VisitTeamMissing() : Refusal(RefusalKind.Invalid);

/// <summary>A list that people go through has its length.</summary>
public sealed record VisitPointsTooMany(int Most) : Refusal(RefusalKind.Invalid);

/// <summary>What people read has its length.</summary>
public sealed record VisitTextTooLong(int Most) : Refusal(RefusalKind.Invalid);

/// <summary>The visit stands where this is not done.</summary>
public sealed record VisitStandsOtherwise(VisitState State) : Refusal(RefusalKind.Conflict);

/// <summary>The visit has not begun.</summary>
public sealed record VisitNotYet(DateOnly FirstDay) : Refusal(RefusalKind.Conflict);

/// <summary>Whoever cancels a visit says why.</summary>
public sealed record VisitReasonMissing() : Refusal(RefusalKind.Invalid);

/// <summary>So many findings are not settled: a visit is closed when each is.</summary>
public sealed record VisitFindingsUnsettled(int Count) : Refusal(RefusalKind.Conflict);

/// <summary>Somebody else changed the visit since the page was opened.</summary>
public sealed record VisitChangedMeanwhile() : Refusal(RefusalKind.Conflict);

/// <summary>The visit looks at no such line.</summary>
public sealed record VisitPointNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>There is no such finding, or it is not this person's to see.</summary>
public sealed record FindingNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>The unit that the finding names answers, and who visited looks at the answer.</summary>
public sealed record FindingNotYoursToSay() : Refusal(RefusalKind.Forbidden);

/// <summary>Nothing says what was found, or what is said of it.</summary>
public sealed record FindingWordsMissing() : Refusal(RefusalKind.Invalid);

/// <summary>The day by which something is put right is before the visit, or far behind it.</summary>
public sealed record FindingDueUnfit(DateOnly First, DateOnly Last) : Refusal(RefusalKind.Invalid);

/// <summary>Under this id another finding was taken down.</summary>
public sealed record FindingDiffers() : Refusal(RefusalKind.Conflict);

/// <summary>The finding stands where this is not said.</summary>
public sealed record FindingStandsOtherwise(FindingState State) : Refusal(RefusalKind.Conflict);

/// <summary>Somebody said something of the finding since the page was opened.</summary>
public sealed record FindingChangedMeanwhile() : Refusal(RefusalKind.Conflict);
