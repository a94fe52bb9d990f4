using HieuHoc.Platform;

namespace HieuHoc.Programmes.Checks;

/// <summary>A visit was planned.</summary>
public sealed record VisitPlanned(VisitId Visit) : Change(Visit.Value.ToString());

/// <summary>A planned visit was changed: which fields, never their values.</summary>
public sealed record VisitChanged(VisitId Visit, IReadOnlyList<string> Fields) : Change(Visit.Value.ToString());

/// <summary>A visit took place, was cancelled or was closed.</summary>
public sealed record VisitMoved(VisitId Visit, VisitStep Step) : Change(Visit.Value.ToString());

/// <summary>What was seen of the lines was taken down.</summary>
public sealed record VisitPointsSeen(VisitId Visit, IReadOnlyList<int> Points) : Change(Visit.Value.ToString());

/// <summary>A finding was taken down.</summary>
public sealed record FindingAdded(VisitId Visit, FindingId Finding) : Change(Visit.Value.ToString());

/// <summary>Somebody said something of a finding; the words are kept beside it.</summary>
public sealed record FindingSpokenOf(VisitId Visit, FindingId Finding, FindingStep Step) : Change(Visit.Value.ToString());
