using HieuHoc.Platform;

namespace HieuHoc.Returns.Reasons;

/// <summary>Figures that look odd are mended or explained before the return is handed on.</summary>
/// <param name="First">What the first cell without a reason is called.</param>
public sealed record ReturnHasUnexplainedFindings(int Count, string First) : Refusal(RefusalKind.Conflict);

/// <summary>The form lists no such reason to choose.</summary>
public sealed record ReadyReasonNotFound(string Reason) : Refusal(RefusalKind.Invalid);

/// <summary>What was chosen says nothing without words of one's own.</summary>
public sealed record ReasonWordsMissing(string Reason) : Refusal(RefusalKind.Invalid);
