using HieuHoc.Platform;

namespace HieuHoc.Programmes.Money;

/// <summary>The role writes nothing of this: the money is another office's, or the role only reads.</summary>
public sealed record MoneyNotYours() : Refusal(RefusalKind.Forbidden);

/// <summary>No such round of budget requests.</summary>
public sealed record BudgetRoundNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>The year has its round already.</summary>
public sealed record BudgetRoundOfYearOpened(int Year) : Refusal(RefusalKind.Conflict);

/// <summary>Under this id another round was opened.</summary>
public sealed record BudgetRoundDiffers() : Refusal(RefusalKind.Conflict);

/// <summary>No year that money of a programme is planned or counted for.</summary>
public sealed record MoneyYearUnfit(int First, int Last) : Refusal(RefusalKind.Invalid);

/// <summary>The last day for sending is over already.</summary>
public sealed record BudgetDueDayOver(DateOnly Today) : Refusal(RefusalKind.Invalid);

/// <summary>No such request, or it is not this person's to see.</summary>
public sealed record BudgetRequestNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>A line says an amount and not what for.</summary>
public sealed record BudgetLineUnnamed(int Line) : Refusal(RefusalKind.Invalid);

/// <summary>A line is read by people: it has its length.</summary>
public sealed record BudgetLineTooLong(int Line, int Most) : Refusal(RefusalKind.Invalid);

/// <summary>The amount of a line is no whole number of đồng above zero, or too large to be meant.</summary>
public sealed record BudgetAmountUnfit(int Line, long Most) : Refusal(RefusalKind.Invalid);

/// <summary>A request has fewer lines than were typed.</summary>
public sealed record BudgetLinesTooMany(int Most) : Refusal(RefusalKind.Invalid);

/// <summary>There is nothing to send.</summary>
public sealed record BudgetRequestEmpty() : Refusal(RefusalKind.Conflict);

/// <summary>What was sent is changed only after it was given back.</summary>
public sealed record BudgetRequestIsSent() : Refusal(RefusalKind.Conflict);

/// <summary>Only what was sent is given back.</summary>
public sealed record BudgetRequestIsNotSent() : Refusal(RefusalKind.Conflict);

/// <summary>Somebody else changed the request since the page was opened.</summary>
public sealed record BudgetRequestChangedMeanwhile() : Refusal(RefusalKind.Conflict);

/// <summary>Whoever gives a request back says why.</summary>
public sealed record BudgetReasonMissing(int Most) : Refusal(RefusalKind.Invalid);
