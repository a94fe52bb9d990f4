using HieuHoc.PlanReading;
using HieuHoc.Platform;

namespace HieuHoc.Programmes;

/// <summary>The file cannot be read as a plan; the fault says why, and what to do.</summary>
public sealed record PlanUnreadable(PlanFault Fault) : Refusal(RefusalKind.Invalid);
