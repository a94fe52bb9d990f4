using HieuHoc.Platform;

namespace HieuHoc.Programmes.Pilots;

/// <summary>A pilot was set up.</summary>
public sealed record PilotSetUp(PilotId Pilot) : Change(Pilot.Value.ToString());

/// <summary>What is stated of a pilot was changed: which fields, never their values.</summary>
public sealed record PilotChanged(PilotId Pilot, IReadOnlyList<string> Fields) : Change(Pilot.Value.ToString());

/// <summary>A pilot got a measure with its baseline.</summary>
public sealed record PilotMeasureAdded(PilotId Pilot, PilotMeasureId Measure) : Change(Pilot.Value.ToString());

/// <summary>A measure was taken away before the pilot began.</summary>
public sealed record PilotMeasureRemoved(PilotId Pilot, PilotMeasureId Measure) : Change(Pilot.Value.ToString());

/// <summary>A pilot began, or was given up.</summary>
public sealed record PilotMoved(PilotId Pilot, PilotStep Step) : Change(Pilot.Value.ToString());

/// <summary>A pilot was evaluated.</summary>
public sealed record PilotEvaluated(PilotId Pilot, int Number) : Change(Pilot.Value.ToString());

/// <summary>It was decided what becomes of a pilot.</summary>
public sealed record PilotDecided(PilotId Pilot, int Number, PilotDecision Decision) : Change(Pilot.Value.ToString());
