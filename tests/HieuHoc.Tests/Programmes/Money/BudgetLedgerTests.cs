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
        Always.Holds(Histories, history => Left(new BudgetLedger(2026, history.Entries)) == history.Expected, cases: 200);

    [Fact]
    public void What_is_left_can_be_said_of_all_sources_where_it_can_be_said_of_each_and_of_one_where_not_only_spending_is_known() =>
        Always.Holds(
            Histories,
            history => new BudgetLedger(2026, history.Entries) is var ledger
                && Enum.GetValues<MoneySource>().All(source => ledger.Remaining(source) is null == (ledger.Allocated(source) == 0 && ledger.Spent(source) > 0))
                && ledger.Remaining() is null == Enum.GetValues<MoneySource>().Any(source => ledger.Remaining(source) is null),
            cases: 200);

    /// <summary>What is left of the sources of which it can be said, without what was spent of the others.</summary>
    private static long Left(BudgetLedger ledger) => Enum.GetValues<MoneySource>().Sum(source => ledger.Remaining(source) ?? -ledger.Spent(source));

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
