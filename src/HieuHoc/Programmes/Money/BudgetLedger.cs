using HieuHoc.Programmes.Tasks;

namespace HieuHoc.Programmes.Money;

/// <summary>The entries about the budget of a year, and what counts of them: an entry that another corrects counts no longer.</summary>
/// <param name="entries">Those of the year, and those that correct one of them into another year.</param>
public sealed class BudgetLedger(int year, IReadOnlyList<BudgetEntry> entries)
{
    private readonly HashSet<BudgetEntryId> corrected = [.. entries.Select(entry => entry.Corrects).OfType<BudgetEntryId>()];

    /// <summary>All entries of the year, the youngest first.</summary>
    public IReadOnlyList<BudgetEntry> Entries { get; } = [.. entries.Where(entry => entry.Year == year).OrderByDescending(entry => entry.Day).ThenByDescending(entry => entry.WrittenAt).ThenBy(entry => entry.Id.Value)];

    /// <summary>What counts.</summary>
    public IEnumerable<BudgetEntry> Counting => Entries.Where(Counts);

    /// <summary>True unless another entry corrects this one.</summary>
    public bool Counts(BudgetEntry entry) => !corrected.Contains(entry.Id);

    /// <summary>What was allocated from a source, or from all.</summary>
    public long Allocated(MoneySource? source = null) => Sum(BudgetEntryKind.Allocation, source);

    /// <summary>What was spent from a source, or from all.</summary>
    public long Spent(MoneySource? source = null) => Sum(BudgetEntryKind.Spending, source);

    /// <summary>What is left of a source; below zero where more was spent than allocated, null where something was spent and nobody wrote an allocation.</summary>
    public long? Remaining(MoneySource source) => Allocated(source) == 0 && Spent(source) > 0 ? null : Allocated(source) - Spent(source);

    /// <summary>What is left of all sources; null where that of one cannot be said.</summary>
    public long? Remaining() => Total(Enum.GetValues<MoneySource>().Select(Remaining));

    /// <summary>The sum of what is left here and there; null where one part cannot be said.</summary>
    public static long? Total(IEnumerable<long?> remaining) => remaining.Aggregate((long?)0, (sum, part) => sum + part);

    /// <summary>What counts of what was allocated to a task, or spent for it.</summary>
    public long Of(TaskId task, BudgetEntryKind kind) => Counting.Where(entry => entry.TaskId == task && entry.Kind == kind).Sum(entry => entry.Amount);

    private long Sum(BudgetEntryKind kind, MoneySource? source) =>
        Counting.Where(entry => entry.Kind == kind && (source is null || entry.Source == source)).Sum(entry => entry.Amount);
}
