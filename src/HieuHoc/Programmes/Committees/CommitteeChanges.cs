using HieuHoc.Platform;

namespace HieuHoc.Programmes.Committees;

/// <summary>A decision about a committee was taken down.</summary>
public sealed record CommitteeDecisionRecorded(CommitteeId Committee, CommitteeDecisionId Decision) : Change(Committee.Value.ToString());

/// <summary>What was taken down of a decision was corrected: which fields, never their values.</summary>
public sealed record CommitteeDecisionCorrected(CommitteeId Committee, CommitteeDecisionId Decision, IReadOnlyList<string> Fields) : Change(Committee.Value.ToString());
