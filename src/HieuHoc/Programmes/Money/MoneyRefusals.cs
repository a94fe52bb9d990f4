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

/// <summary>No such place or agency, or its money is not this person's to see.</summary>
public sealed record MoneyUnitNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>The amount is no whole number of đồng above zero, or too large to be meant.</summary>
public sealed record MoneyAmountUnfit(long Most) : Refusal(RefusalKind.Invalid);

/// <summary>Mobilised money is received and allotted in fund books; counted here too it would be double.</summary>
public sealed record MobilisedMoneyInFundBooks() : Refusal(RefusalKind.Invalid);

/// <summary>Money is allocated by a decision, which has a number.</summary>
public sealed record AllocationUnnumbered() : Refusal(RefusalKind.Invalid);

/// <summary>An entry says what the money was for, in a line that people read.</summary>
public sealed record MoneyEntryUnnamed(int Most) : Refusal(RefusalKind.Invalid);

/// <summary>No such task in the year of the entry, or it is not this person's to see.</summary>
/// <param name="Year">As text: a number would be printed with a mark between its thousands.</param>
public sealed record MoneyTaskUnfit(string Year) : Refusal(RefusalKind.Invalid);

/// <summary>An entry is written once its day has come.</summary>
public sealed record MoneyDayInFuture(DateOnly Today) : Refusal(RefusalKind.Invalid);

/// <summary>Whoever corrects an entry says why.</summary>
public sealed record MoneyReasonMissing(int Most) : Refusal(RefusalKind.Invalid);

/// <summary>Under this id another entry was written.</summary>
public sealed record MoneyEntryDiffers() : Refusal(RefusalKind.Conflict);

/// <summary>There is no such entry to correct.</summary>
public sealed record MoneyEntryNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>Somebody corrected the entry already: what counts now is theirs.</summary>
public sealed record MoneyEntryCorrectedMeanwhile() : Refusal(RefusalKind.Conflict);

/// <summary>No such fund, or its book is not this person's to see.</summary>
public sealed record FundNotFound() : Refusal(RefusalKind.NotFound);

/// <summary>A fund has a name that people read.</summary>
public sealed record FundUnnamed(int Most) : Refusal(RefusalKind.Invalid);

/// <summary>The office has a fund of this name.</summary>
public sealed record FundNameTaken(string Name) : Refusal(RefusalKind.Conflict);

/// <summary>Under this id another fund was opened.</summary>
public sealed record FundDiffers() : Refusal(RefusalKind.Conflict);

/// <summary>The funds of enterprises are stated by a socio-political organisation: the union.</summary>
public sealed record EnterpriseFundsThroughUnion() : Refusal(RefusalKind.Forbidden);

/// <summary>More would have gone out than came in.</summary>
/// <param name="Left">What is left now.</param>
public sealed record FundHasLess(FundForm Form, long Left) : Refusal(RefusalKind.Conflict);

/// <summary>A giver is named who did not agree to it.</summary>
public sealed record GiverDidNotAgree() : Refusal(RefusalKind.Invalid);

/// <summary>The name of a giver is longer than one.</summary>
public sealed record GiverTooLong(int Most) : Refusal(RefusalKind.Invalid);

/// <summary>A scholarship is for a group of learners; another than those of the list is said in words.</summary>
public sealed record LearnerGroupMissing() : Refusal(RefusalKind.Invalid);

/// <summary>A scholarship went to a number of learners.</summary>
public sealed record LearnersUnfit(int Most) : Refusal(RefusalKind.Invalid);
