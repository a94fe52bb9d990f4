using HieuHoc.Platform;

namespace HieuHoc.Register;

/// <summary>What was counted is put in by the standing agency of the province in which all successors lie.</summary>
public sealed record CountedPartsNotYours() : Refusal(RefusalKind.Forbidden);

/// <summary>The place goes on, or went over whole: there is nothing to share.</summary>
public sealed record PlaceNotSplit() : Refusal(RefusalKind.NotFound);

/// <summary>What was counted names the document that says so.</summary>
public sealed record CountedPartsBasisMissing() : Refusal(RefusalKind.Invalid);

/// <summary>It says why the rule is not good enough.</summary>
public sealed record CountedPartsReasonMissing() : Refusal(RefusalKind.Invalid);

/// <summary>Basis and reason are read by people: they have their length.</summary>
public sealed record CountedPartsTextTooLong(int Most) : Refusal(RefusalKind.Invalid);

/// <summary>Every successor is counted, and nobody else.</summary>
public sealed record CountedPartsIncomplete() : Refusal(RefusalKind.Invalid);

/// <summary>What is counted is a whole number that is not negative and not beyond reason.</summary>
public sealed record CountedPartsOutOfRange(int Most) : Refusal(RefusalKind.Invalid);

/// <summary>Somebody went somewhere.</summary>
public sealed record CountedPartsAllZero() : Refusal(RefusalKind.Invalid);
