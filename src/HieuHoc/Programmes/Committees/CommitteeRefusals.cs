using HieuHoc.Platform;

namespace HieuHoc.Programmes.Committees;

/// <summary>There is no such committee, or it is not this person's to see.</summary>
public sealed record CommitteeNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>The committee has no such decision.</summary>
public sealed record CommitteeDecisionNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>The role keeps no committees.</summary>
public sealed record CommitteesNotYoursToKeep() : Refusal(RefusalKind.Forbidden);

/// <summary>The committee is kept by the people of its own place.</summary>
public sealed record CommitteeNotYoursToChange() : Refusal(RefusalKind.Forbidden);

/// <summary>The person keeps the committees of another place.</summary>
public sealed record CommitteePlaceNotYours() : Refusal(RefusalKind.Invalid);

/// <summary>The decision does not say what the committee is called.</summary>
public sealed record CommitteeUnnamed() : Refusal(RefusalKind.Invalid);

/// <summary>What was given as the number of the decision has no sign of one.</summary>
public sealed record CommitteeNumberUnreadable() : Refusal(RefusalKind.Invalid);

/// <summary>A decision is taken down once it is there.</summary>
public sealed record CommitteeDayUnfit(DateOnly Earliest, DateOnly Today) : Refusal(RefusalKind.Invalid);

/// <summary>On this day there was no such place.</summary>
public sealed record CommitteePlaceNotThen() : Refusal(RefusalKind.Invalid);

/// <summary>A committee has members, and no crowd.</summary>
public sealed record CommitteeMembersUnfit(int Most) : Refusal(RefusalKind.Invalid);

/// <summary>A line of the list names nobody.</summary>
public sealed record CommitteeMemberUnnamed(int Line) : Refusal(RefusalKind.Invalid);

/// <summary>A line of the list has no duty that is known.</summary>
public sealed record CommitteeLineUnread(int Line) : Refusal(RefusalKind.Invalid);

/// <summary>A committee has one head.</summary>
public sealed record CommitteeOfTwoHeads() : Refusal(RefusalKind.Invalid);

/// <summary>A line is read by people: it has its length.</summary>
public sealed record CommitteeLineTooLong(int Most) : Refusal(RefusalKind.Invalid);

/// <summary>A committee of the place has the decision of this number and day already.</summary>
public sealed record CommitteeDecisionKnown(CommitteeId Known) : Refusal(RefusalKind.Conflict);

/// <summary>Two decisions of one day would leave open who sits on the committee.</summary>
public sealed record CommitteeDecidedThatDay(string Number) : Refusal(RefusalKind.Conflict);

/// <summary>Somebody else took a decision down, or corrected one, since the page was opened.</summary>
public sealed record CommitteeChangedMeanwhile() : Refusal(RefusalKind.Conflict);
