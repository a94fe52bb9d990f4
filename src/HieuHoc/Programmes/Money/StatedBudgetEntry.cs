using HieuHoc.Documents;
using HieuHoc.Platform;
using HieuHoc.Programmes.Tasks;

namespace HieuHoc.Programmes.Money;

/// <summary>An entry about a budget as it is stated.</summary>
/// <param name="Amount">Null where what was typed is no amount.</param>
/// <param name="Number">Of an allocation the number of the decision.</param>
/// <param name="Corrects">The entry in whose place it counts; null of a new one.</param>
public sealed record StatedBudgetEntry(
    BudgetEntryKind Kind, int Year, MoneySource Source, long? Amount, DateOnly Day, string What, string Number, BudgetEntryId? Corrects, string Reason)
{
    /// <summary>The task of the programme that it is for; null where none is named.</summary>
    public TaskId? Task { get; init; }

    /// <summary>What an entry states.</summary>
    public static StatedBudgetEntry Of(BudgetEntry entry) =>
        new(entry.Kind, entry.Year, entry.Source, entry.Amount, entry.Day, entry.What, entry.Number, entry.Corrects, entry.Reason) { Task = entry.TaskId };

    /// <summary>The same with its texts as they are kept.</summary>
    public StatedBudgetEntry Kept() => this with
    {
        What = TypedText.Line(What),
        Number = Kind is BudgetEntryKind.Allocation ? TypedText.Line(Number) : "",
        Reason = Corrects is null ? "" : TypedText.Line(Reason),
    };

    /// <summary>Why it cannot be kept, whatever else is written.</summary>
    public Refusal? Unfit(DateOnly today)
    {
        if (Year < MoneyQueries.FirstYear || Year > today.Year + 1)
        {
            return new MoneyYearUnfit(MoneyQueries.FirstYear, today.Year + 1);
        }

        if (Source is MoneySource.Mobilised)
        {
            return new MobilisedMoneyInFundBooks();
        }

        if (Kind is BudgetEntryKind.Allocation && DocumentNumbers.Key(Number) is null)
        {
            return new AllocationUnnumbered();
        }

        return MoneyAmount.Unfit(Amount, Corrects is not null) ?? MoneyWords.Unfit(What, Day, today) ?? MoneyWords.UnfitReason(Reason, Corrects is not null);
    }
}

/// <summary>What holds of the words and the day of every entry about money.</summary>
internal static class MoneyWords
{
    public static Refusal? Unfit(string what, DateOnly day, DateOnly today)
    {
        if (what.Length is 0 or > TypedBudgetLine.LongestText)
        {
            return new MoneyEntryUnnamed(TypedBudgetLine.LongestText);
        }

        return day > today ? new MoneyDayInFuture(today) : null;
    }

    public static Refusal? UnfitGiver(string giver) => giver.Length > StudyFund.LongestName ? new GiverTooLong(StudyFund.LongestName) : null;

    /// <summary>Whoever corrects an entry says why.</summary>
    public static Refusal? UnfitReason(string reason, bool corrects) =>
        corrects && reason.Length is 0 or > TypedBudgetLine.LongestText ? new MoneyReasonMissing(TypedBudgetLine.LongestText) : null;
}
