using System.Globalization;
using HieuHoc.Platform;

namespace HieuHoc.Programmes.Money;

/// <summary>A round of budget requests was opened, and asks so many.</summary>
public sealed record BudgetRoundOpened(BudgetRoundId Round, int Year, int Asked) : Change(Round.Value.ToString());

/// <summary>An agency or commune wrote into its request.</summary>
public sealed record BudgetRequestSaved(BudgetRoundId Round, int Subject, int Revision) : Change(MoneyRecords.Of(Round, Subject));

/// <summary>An agency or commune sent its request.</summary>
public sealed record BudgetRequestSent(BudgetRoundId Round, int Subject, int Revision) : Change(MoneyRecords.Of(Round, Subject));

/// <summary>The standing agency gave a request back.</summary>
public sealed record BudgetRequestReturned(BudgetRoundId Round, int Subject, int Revision) : Change(MoneyRecords.Of(Round, Subject));

/// <summary>Money was allocated to a place or agency, or it wrote down what it spent.</summary>
public sealed record BudgetEntryWritten(int Subject, BudgetEntryId Entry, BudgetEntryKind Kind) : Change(MoneyRecords.Of(Subject));

/// <summary>An entry about the budget of a place or agency was put right by another.</summary>
public sealed record BudgetEntryCorrected(int Subject, BudgetEntryId Entry, BudgetEntryId Corrects) : Change(MoneyRecords.Of(Subject));

/// <summary>The book of a fund was begun.</summary>
public sealed record StudyFundOpened(StudyFundId Fund, int Subject) : Change(Fund.Value.ToString());

/// <summary>Something came into a fund, or went out of it.</summary>
public sealed record FundEntryWritten(StudyFundId Fund, FundEntryId Entry, FundEntryKind Kind) : Change(Fund.Value.ToString());

/// <summary>A line of a fund book was put right by another.</summary>
public sealed record FundEntryCorrected(StudyFundId Fund, FundEntryId Entry, FundEntryId Corrects) : Change(Fund.Value.ToString());

/// <summary>Under which records changes of money are kept.</summary>
public static class MoneyRecords
{
    /// <summary>The money of a place or agency.</summary>
    public static string Of(int subject) => subject.ToString(CultureInfo.InvariantCulture);

    /// <summary>The request of a place or agency in a round.</summary>
    public static string Of(BudgetRoundId round, int subject) => string.Create(CultureInfo.InvariantCulture, $"{round.Value}/{subject}");
}
