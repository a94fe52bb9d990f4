using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Programmes.Money;

namespace HieuHoc.Reporting;

/// <summary>What the report says of money: what was allocated and spent by source, and what study funds got, gave and have left. What nobody wrote is said to be missing, and is no zero.</summary>
internal sealed class AnnualMoney(MoneyTotals money, Texts texts)
{
    /// <summary>The widths of the columns: the source or the form, and each amount.</summary>
    private const double First = 64, Amount = 32;

    private readonly IReadOnlyList<SourceTotal> budgets = [.. money.Sources.Where(source => source.Source is not MoneySource.Mobilised)];

    private IReadOnlyList<FundForm> Forms => [.. Enum.GetValues<FundForm>().Where(IsKnown)];

    public IEnumerable<Block> Draft()
    {
        if (money.IsEmpty && Forms.Count == 0 && Unvalued.Count == 0)
        {
            return [new Paragraph(Say("report.money.none", ("year", $"{money.Year}")))];
        }

        return [new Paragraph(Budgets()), .. Unwritten(), .. Unallocated(), new Paragraph(Funds())];
    }

    public IEnumerable<Block> Tables()
    {
        var written = budgets.Where(IsWritten).ToList();

        if (written.Count > 0)
        {
            yield return Table("report.money.bySource", ["money.source", "money.allocated", "money.spent", "money.remaining"], [.. written.Select(Row)],
                Row(new SourceTotal(default, written.Sum(source => source.Given), written.Sum(source => source.Spent), BudgetLedger.Total(written.Select(source => source.Left))), Say("money.total")));
        }

        if (Forms.Count > 0)
        {
            yield return Table("report.money.byForm", ["money.fund.form", "money.fund.received", "money.fund.allotted", "report.money.left"], [.. Forms.Select(Row)], total: null);
        }
    }

    private string Budgets() => (budgets.Sum(source => source.Given), budgets.Sum(source => source.Spent)) switch
    {
        (0, 0) => Say("report.money.budgets.none", ("year", $"{money.Year}")),
        (0, var spent) => Say("report.money.unallocated", ("year", $"{money.Year}"), ("spent", Dong(spent)), ("units", Units)),
        (var given, 0) => Say("report.money.unspent", ("year", $"{money.Year}"), ("given", Dong(given)), ("units", Units)),
        var (given, spent) => Say("report.money.budgets", ("year", $"{money.Year}"), ("given", Dong(given)), ("spent", Dong(spent)), ("units", Units)),
    };

    /// <summary>The sources of which nothing is written, where others have something.</summary>
    private IEnumerable<Block> Unwritten()
    {
        var unwritten = budgets.Where(source => !IsWritten(source)).ToList();

        return unwritten.Count == 0 || unwritten.Count == budgets.Count
            ? []
            : [new Bullet(Say("report.money.unwritten", ("sources", string.Join("; ", unwritten.Select(source => Say($"moneySource.{source.Source}"))))))];
    }

    /// <summary>By source who spent what nobody is known to have allocated, where something was allocated at all.</summary>
    private IEnumerable<Block> Unallocated() => budgets.All(source => source.Given == 0) ? [] :
    [
        .. from source in budgets
           where source.Left is null
           let units = money.Units.Where(unit => unit.Ledger.Remaining(source.Source) is null).Select(unit => unit.Name)
           select new Bullet(Say("report.money.unallocated.source", ("source", Say($"moneySource.{source.Source}")), ("units", string.Join(", ", units)))),
    ];

    private string Funds()
    {
        if (Forms.Count == 0 && Unvalued.Count == 0)
        {
            return Say("report.money.funds.none", ("year", $"{money.Year}"));
        }

        var (received, allotted) = (Of(FundEntryKind.Receipt), Of(FundEntryKind.Allotment));
        IReadOnlyList<string> parts =
        [
            .. received == 0 ? [] : new[] { Say("report.money.funds.received", ("amount", Dong(received))) },
            .. allotted == 0 ? [] : new[] { Say("report.money.funds.allotted", ("amount", Dong(allotted))) },
            .. Forms.Count == 0 ? [] : new[] { Say("report.money.funds.left", ("amount", Dong(Forms.Sum(money.LeftInFunds)))) },
            .. Unvalued,
        ];

        return Say("report.money.funds", ("year", $"{money.Year}"), ("parts", string.Join("; ", parts)));
    }

    /// <summary>What was received and given in things of which nobody stated a value.</summary>
    private IReadOnlyList<string> Unvalued =>
    [
        .. from kind in Enum.GetValues<FundEntryKind>()
           let count = money.UnvaluedInFunds(kind)
           where count > 0
           select Say($"report.money.funds.unvalued.{kind}", ("count", count)),
    ];

    private string Units => $"{money.Units.Count(unit => unit.Ledger.Counting.Any(entry => entry.Amount > 0))}";

    private static bool IsWritten(SourceTotal source) => source is not { Given: 0, Spent: 0 };

    private bool IsKnown(FundForm form) =>
        Enum.GetValues<FundEntryKind>().Any(kind => money.OfFunds(kind, form) != 0) || money.LeftInFunds(form) != 0;

    private long Of(FundEntryKind kind) => Enum.GetValues<FundForm>().Sum(form => money.OfFunds(kind, form));

    private TableBlock Table(string caption, IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<PaperCell>> rows, IReadOnlyList<PaperCell>? total) => new(
        new PaperTable { Columns = [.. headings.Select((heading, i) => new TableColumn(Say(heading), i == 0 ? First : Amount))], Rows = rows, Total = total },
        Say(caption),
        Say("money.inDong"));

    private IReadOnlyList<PaperCell> Row(SourceTotal source) => Row(source, Say($"moneySource.{source.Source}"));

    private static IReadOnlyList<PaperCell> Row(SourceTotal source, string name) =>
        [new PaperCell(name), Known(source.Given), Known(source.Spent), PaperCell.Number(source.Left)];

    private IReadOnlyList<PaperCell> Row(FundForm form) =>
        [new PaperCell(Say($"fundForm.{form}")), Known(money.OfFunds(FundEntryKind.Receipt, form)), Known(money.OfFunds(FundEntryKind.Allotment, form)), PaperCell.Number(money.LeftInFunds(form))];

    /// <summary>An entry says more than nothing: where the sum is nothing, nobody wrote one.</summary>
    private static PaperCell Known(long amount) => amount == 0 ? PaperCell.Blank : PaperCell.Number(amount);

    private static string Dong(long amount) => VietnameseNumber.Write(amount);

    private string Say(string key, params IReadOnlyList<(string Name, object? Value)> values) => texts.In("vi", key, values);
}
