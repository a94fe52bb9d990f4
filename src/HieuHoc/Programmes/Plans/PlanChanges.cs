using HieuHoc.Platform;

namespace HieuHoc.Programmes.Plans;

/// <summary>A plan was uploaded and read; how many items were found.</summary>
public sealed record PlanRead(PlanId Plan, int Items) : Change(Plan.Value.ToString());

/// <summary>A person decided of items of a plan: which, and what.</summary>
public sealed record PlanItemsDecided(PlanId Plan, PlanVerdict Verdict, IReadOnlyList<string> Items) : Change(Plan.Value.ToString());

/// <summary>A plan was confirmed: its version holds.</summary>
public sealed record PlanConfirmed(PlanId Plan, int Version, int Items) : Change(Plan.Value.ToString());

/// <summary>A confirmed plan was opened again; its last version holds until there is a next one.</summary>
public sealed record PlanReopened(PlanId Plan) : Change(Plan.Value.ToString());
