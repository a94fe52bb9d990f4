using HieuHoc.Platform;

namespace HieuHoc.Register;

/// <summary>The list of villages is kept by the commune's officer and by the standing agency.</summary>
public sealed record VillagesNotYoursToKeep() : Refusal(RefusalKind.Forbidden);

/// <summary>There is no such village in the actor's part of the hierarchy.</summary>
public sealed record VillageNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>Another name is for a village; none was chosen.</summary>
public sealed record VillageNotChosen() : Refusal(RefusalKind.Invalid);

/// <summary>There is no such commune in the actor's part of the hierarchy on that day.</summary>
public sealed record VillageCommuneNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>A village is named by its kind (thôn, bản, tổ dân phố …) and a name, each on one line.</summary>
public sealed record VillageNameIllFormed() : Refusal(RefusalKind.Invalid);

/// <summary>Another village of the commune has this name on that day, whatever its tone marks and case.</summary>
public sealed record VillageNameTaken(string Name) : Refusal(RefusalKind.Conflict);

/// <summary>A village does not begin, change or end in the future, nor before what it belongs to.</summary>
public sealed record VillageDayOutOfRange(DateOnly From, DateOnly To) : Refusal(RefusalKind.Invalid);

/// <summary>A rearrangement names the decision that it follows.</summary>
public sealed record VillageDecisionMissing() : Refusal(RefusalKind.Invalid);

/// <summary>The village had ended before that day.</summary>
public sealed record VillageHasEnded(string Name) : Refusal(RefusalKind.Conflict);

/// <summary>Somebody worked on what was to move; nothing was re-arranged.</summary>
public sealed record VillagesChangedMeanwhile() : Refusal(RefusalKind.Conflict);

/// <summary>Several villages become one, or one becomes several; anything else is more than one rearrangement.</summary>
public sealed record VillageRearrangementUnclear() : Refusal(RefusalKind.Invalid);

/// <summary>Villages are merged within a commune; across communes it is the communes that change.</summary>
public sealed record VillagesOfTwoCommunes() : Refusal(RefusalKind.Invalid);

/// <summary>A list of villages does not fit; no village was entered.</summary>
public sealed record VillageListFaulty(IReadOnlyList<FileMistake> Mistakes) : FileFaulty(Mistakes);
