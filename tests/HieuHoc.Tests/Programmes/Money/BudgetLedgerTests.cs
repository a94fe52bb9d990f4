using FsCheck;
using FsCheck.Fluent;
using HieuHoc.Programmes.Money;
using HieuHoc.Tests.Figures;

namespace HieuHoc.Tests.Programmes.Money;

public sealed class BudgetLedgerTests
{
    private static Gen<(List<BudgetEntry> Entries, long Expected)> Histories =>
        from acts in (
            from kind in Gen.Elements(BudgetEntryKind.Allocation, BudgetEntryKind.Spending)
            from amounts in Gen.Choose(0, 900_000).NonEmptyListOf()
            select (kind, amounts.ToList())).ListOf(10)
        from shuffled in Gen.Shuffle(Written(acts.ToList()).ToArray())
        select (shuffled.ToList(), acts.Sum(act => act.kind is BudgetEntryKind.Allocation ? act.Item2[^1] : -(long)act.Item2[^1]));

    [Fact]
    public void What_is_left_is_the_last_word_of_each_allocation_without_that_of_each_spending_in_any_order() =>
        Always.Holds(Histories, history => new BudgetLedger(2026, history.Entries).Remaining() == history.Expected && Parts(history.Entries) == history.Expected, cases: 200);

    private static long Parts(List<BudgetEntry> entries) => Enum.GetValues<MoneySource>().Sum(source => new BudgetLedger(2026, entries).Remaining(source));

    /// <summary>Each act with its corrections: the first amount, and those that came after.</summary>
    private static IEnumerable<BudgetEntry> Written(List<(BudgetEntryKind Kind, List<int> Amounts)> acts)
    {
        foreach (var (kind, amounts) in acts)
        {
            BudgetEntryId? before = null;

            foreach (var amount in amounts)
            {
                var entry = new BudgetEntry
                {
                    Owner = 1,
                    Id = new BudgetEntryId(Guid.NewGuid()),
                    Kind = kind,
                    SubjectId = 1,
                    Year = 2026,
                    Source = amount % 2 == 0 ? MoneySource.Province : MoneySource.Local,
                    Amount = amount,
                    Day = new DateOnly(2026, 1, 1),
                    What = "",
                    Number = "",
                    DocumentId = null,
                    TaskId = null,
                    Corrects = before,
                    Reason = "",
                    WrittenBy = null,
                    WrittenAt = DateTime.UnixEpoch,
                };
                before = entry.Id;

                yield return entry;
            }
        }
    }
}
