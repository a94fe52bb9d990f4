using HieuHoc.Platform;

namespace HieuHoc.Programmes.Plans;

/// <summary>No such plan, or it is confirmed by somebody else.</summary>
public sealed record PlanNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>Plans are read and confirmed by who runs the programme.</summary>
public sealed record PlansNotYours() : Refusal(RefusalKind.Forbidden);

/// <summary>Under this id another file was read.</summary>
public sealed record PlanDiffers() : Refusal(RefusalKind.Conflict);

/// <summary>The plan was confirmed; whoever wants to change it opens it again, with a reason.</summary>
public sealed record PlanIsConfirmed() : Refusal(RefusalKind.Conflict);

/// <summary>The plan is being looked at already.</summary>
public sealed record PlanIsNotConfirmed() : Refusal(RefusalKind.Conflict);

/// <summary>So many items were not looked at yet: what nobody has confirmed drives nothing.</summary>
public sealed record PlanItemsOpen(int Count) : Refusal(RefusalKind.Conflict);

/// <summary>Somebody decided of this item since the page was opened.</summary>
public sealed record PlanItemDecidedMeanwhile() : Refusal(RefusalKind.Conflict);

/// <summary>The plan has no such item.</summary>
public sealed record PlanItemNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>The head of a plan is corrected, never dropped.</summary>
public sealed record PlanHeadNeeded() : Refusal(RefusalKind.Invalid);

/// <summary>What was written into the item does not fit.</summary>
/// <param name="What">The key of the sentence that says what is wrong.</param>
public sealed record PlanItemUnfit(PlanItemFault What) : Refusal(RefusalKind.Invalid);

/// <summary>The plan is not one of the programme's province: who issued it belongs elsewhere, or to no single place of the province.</summary>
public sealed record PlanIssuedElsewhere(string Issuer) : Refusal(RefusalKind.Invalid);

/// <summary>There is nothing that the person could undo.</summary>
public sealed record NothingToUndo() : Refusal(RefusalKind.Conflict);

/// <summary>Whoever opens a confirmed plan again says why.</summary>
public sealed record PlanReasonMissing() : Refusal(RefusalKind.Invalid);

/// <summary>Neither a target nor a task, nor who does what, was found: perhaps it is another paper.</summary>
public sealed record PlanSaysNothing() : Refusal(RefusalKind.Invalid);
