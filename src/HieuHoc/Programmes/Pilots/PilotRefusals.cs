using HieuHoc.Platform;

namespace HieuHoc.Programmes.Pilots;

/// <summary>There is no such pilot, or it is not this person's to see.</summary>
public sealed record PilotNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>Pilots are set up by who runs the programme.</summary>
public sealed record PilotsNotYoursToSetUp() : Refusal(RefusalKind.Forbidden);

/// <summary>A pilot is kept by who runs the programme and by who leads it.</summary>
public sealed record PilotNotYoursToChange() : Refusal(RefusalKind.Forbidden);

/// <summary>What is decided of a pilot is taken down by who runs the programme.</summary>
public sealed record PilotNotYoursToDecide() : Refusal(RefusalKind.Forbidden);

/// <summary>A pilot has a name.</summary>
public sealed record PilotUnnamed() : Refusal(RefusalKind.Invalid);

/// <summary>Nothing says what is tried.</summary>
public sealed record PilotModelMissing() : Refusal(RefusalKind.Invalid);

/// <summary>A document is named by number and day, both or neither.</summary>
public sealed record PilotDocumentUnfit() : Refusal(RefusalKind.Invalid);

/// <summary>A pilot ends after it began, and not ages later.</summary>
public sealed record PilotPeriodUnfit(DateOnly Earliest, int Most) : Refusal(RefusalKind.Invalid);

/// <summary>Nobody leads it.</summary>
public sealed record PilotLeadMissing() : Refusal(RefusalKind.Invalid);

/// <summary>No agency of the province is called so.</summary>
public sealed record PilotLeadUnknown(string Name) : Refusal(RefusalKind.Invalid);

/// <summary>Several agencies are called so.</summary>
public sealed record PilotLeadAmbiguous(string Name, string Agencies) : Refusal(RefusalKind.Invalid);

/// <summary>A pilot is tried somewhere, and not everywhere.</summary>
public sealed record PilotAreasUnfit(int Most) : Refusal(RefusalKind.Invalid);

/// <summary>No place of the programme is, or was, called so.</summary>
public sealed record PilotAreaUnknown(string Name) : Refusal(RefusalKind.Invalid);

/// <summary>Several places are called so; their codes tell them apart.</summary>
public sealed record PilotAreaAmbiguous(string Name, string Codes) : Refusal(RefusalKind.Invalid);

/// <summary>Each measure has a baseline in each place: who changes the places takes the measures away first.</summary>
public sealed record PilotAreasMeasured() : Refusal(RefusalKind.Conflict);

/// <summary>What people read has its length.</summary>
public sealed record PilotTextTooLong(int Most) : Refusal(RefusalKind.Invalid);

/// <summary>Under this id another pilot was set up.</summary>
public sealed record PilotDiffers() : Refusal(RefusalKind.Conflict);

/// <summary>The pilot stands where this is not done.</summary>
public sealed record PilotStandsOtherwise(PilotState State) : Refusal(RefusalKind.Conflict);

/// <summary>Somebody else changed the pilot since the page was opened.</summary>
public sealed record PilotChangedMeanwhile() : Refusal(RefusalKind.Conflict);

/// <summary>The first day has not come.</summary>
public sealed record PilotNotYet(DateOnly FirstDay) : Refusal(RefusalKind.Conflict);

/// <summary>Without a baseline nobody can say later what changed.</summary>
public sealed record PilotWithoutBaseline() : Refusal(RefusalKind.Conflict);

/// <summary>Whoever gives a pilot up says why.</summary>
public sealed record PilotReasonMissing() : Refusal(RefusalKind.Invalid);

/// <summary>It is an indicator of the system, or has a name of its own.</summary>
public sealed record PilotMeasureUnnamed() : Refusal(RefusalKind.Invalid);

/// <summary>The system has no such indicator in that year.</summary>
public sealed record PilotIndicatorUnknown() : Refusal(RefusalKind.Invalid);

/// <summary>The pilot is judged by this indicator already.</summary>
public sealed record PilotIndicatorThere() : Refusal(RefusalKind.Conflict);

/// <summary>The pilot has no such measure.</summary>
public sealed record PilotMeasureNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>More measures than people compare.</summary>
public sealed record PilotMeasuresTooMany(int Most) : Refusal(RefusalKind.Conflict);

/// <summary>A baseline is of a day that is over.</summary>
public sealed record PilotBaselineDayUnfit(DateOnly First, DateOnly Last) : Refusal(RefusalKind.Invalid);

/// <summary>Nobody knows a value of any place: neither the system nor who adds the measure.</summary>
public sealed record PilotBaselineMissing() : Refusal(RefusalKind.Invalid);

/// <summary>What was typed of a place is no number.</summary>
public sealed record PilotValueUnreadable(string Typed, string Place) : Refusal(RefusalKind.Invalid);

/// <summary>The system knows the value of this place itself.</summary>
public sealed record PilotValueKnown(string Place) : Refusal(RefusalKind.Invalid);

/// <summary>A value that is stated has a source.</summary>
public sealed record PilotSourceMissing() : Refusal(RefusalKind.Invalid);

/// <summary>An evaluation is made between the first day of the pilot and today.</summary>
public sealed record PilotEvaluationDayUnfit(DateOnly First, DateOnly Last) : Refusal(RefusalKind.Invalid);

/// <summary>An evaluation says what was found.</summary>
public sealed record PilotFindingsMissing() : Refusal(RefusalKind.Invalid);

/// <summary>A decision is wanted after the evaluation, and within a year.</summary>
public sealed record PilotDecideByUnfit(DateOnly First, DateOnly Last) : Refusal(RefusalKind.Invalid);

/// <summary>A decision is of a day between the evaluation and today.</summary>
public sealed record PilotDecisionDayUnfit(DateOnly First, DateOnly Last) : Refusal(RefusalKind.Invalid);

/// <summary>A decision has a number.</summary>
public sealed record PilotDecisionNumberUnreadable() : Refusal(RefusalKind.Invalid);

/// <summary>What is replicated is replicated somewhere.</summary>
public sealed record PilotWhereToMissing() : Refusal(RefusalKind.Invalid);

/// <summary>What goes on goes on until a later day.</summary>
public sealed record PilotGoesOnUntilUnfit(DateOnly After, DateOnly Last) : Refusal(RefusalKind.Invalid);
