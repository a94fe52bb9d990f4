using HieuHoc.Access;

namespace HieuHoc.Programmes.Money;

/// <summary>What came from one source in a year and what became of it.</summary>
/// <param name="Given">Allocated by decision; of what is mobilised, received by funds.</param>
/// <param name="Spent">Spent; of what is mobilised, allotted by funds.</param>
/// <param name="Left">Null where somebody spent and nobody wrote an allocation.</param>
public sealed record SourceTotal(MoneySource Source, long Given, long Spent, long? Left);

/// <summary>The money of a year: by source, and of funds in money and in things.</summary>
/// <param name="Units">By place and agency.</param>
/// <param name="Funds">All fund books, whatever their years.</param>
/// <param name="Tasks">By task, of the entries that name one.</param>
public sealed record MoneyTotals(
    int Year, IReadOnlyList<SourceTotal> Sources, IReadOnlyList<UnitBudget> Units, IReadOnlyList<FundBook> Funds, IReadOnlyList<TaskTotal> Tasks)
{
    /// <summary>True where nothing was written of the year.</summary>
    public bool IsEmpty => Sources.All(source => source is { Given: 0, Spent: 0 });

    /// <summary>What funds got or gave in the year, in money or in things of a stated value.</summary>
    public long OfFunds(FundEntryKind kind, FundForm form) => Funds.Sum(fund => fund.Ledger.Sum(kind, form, Year));

    /// <summary>What funds had left when the year was over, in money or in things of a stated value.</summary>
    public long LeftInFunds(FundForm form) => Funds.Sum(fund => fund.Ledger.LeftAfter(Year, form));

    /// <summary>How many lines of fund books are of things without a stated value.</summary>
    public int UnvaluedInFunds(FundEntryKind kind) => Funds.Sum(fund => fund.Ledger.Unvalued(kind, Year));
}

/// <summary>Reads the money of a year as far as the actor sees it: the budgets of their part, and the fund books of theirs.</summary>
public sealed class ReadMoneyTotals(ReadBudgets readBudgets, ReadStudyFunds readFunds, ReadTaskMoney readTasks)
{
    public Task<MoneyTotals> RunAsync(int year, Actor actor, CancellationToken ct) => RunAsync(year, null, actor, ct);

    /// <summary>The same as it was written by an instant; of null all.</summary>
    public async Task<MoneyTotals> RunAsync(int year, DateTime? asOf, Actor actor, CancellationToken ct)
    {
        var (units, funds) = (await readBudgets.RunAsync(year, asOf, actor, ct), await readFunds.RunAsync(asOf, actor, ct));

        return new MoneyTotals(
            year,
            [
                .. Enum.GetValues<MoneySource>().Select(source => source is MoneySource.Mobilised
                    ? new SourceTotal(source, OfFunds(FundEntryKind.Receipt), OfFunds(FundEntryKind.Allotment), OfFunds(FundEntryKind.Receipt) - OfFunds(FundEntryKind.Allotment))
                    : new SourceTotal(source, units.Sum(unit => unit.Ledger.Allocated(source)), units.Sum(unit => unit.Ledger.Spent(source)), BudgetLedger.Total(units.Select(unit => unit.Ledger.Remaining(source))))),
            ],
            units,
            funds,
            await readTasks.RunAsync(year, asOf, actor, ct));

        long OfFunds(FundEntryKind kind) => Enum.GetValues<FundForm>().Sum(form => funds.Sum(fund => fund.Ledger.Sum(kind, form, year)));
    }
}
