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

/// <summary>Under which records changes of money are kept.</summary>
public static class MoneyRecords
{
    /// <summary>The request of a place or agency in a round.</summary>
    public static string Of(BudgetRoundId round, int subject) => string.Create(CultureInfo.InvariantCulture, $"{round.Value}/{subject}");
}
