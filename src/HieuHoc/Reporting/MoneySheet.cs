using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Programmes.Money;

namespace HieuHoc.Reporting;

/// <summary>The sheet behind what the report says of money: what each place and agency got and spent by source, and each fund by form.</summary>
internal sealed class MoneySheet(AppendixHead head, MoneyTotals money, Texts texts)
{
    /// <summary>True where somebody wrote something.</summary>
    public static bool IsWritten(MoneyTotals money) => Of(money).Any();

    public Sheet Build()
    {
        var rows = Of(money).ToList();

        return new Sheet
        {
            Name = head.Name,
            TitleLines = [.. head.Lines, Say("money.inDong"), Say("report.money.sheet.hint")],
            Columns =
            [
                new SheetColumn(Say("report.appendix.number"), 5, SheetFormat.Integer),
                new SheetColumn(Say("money.unit"), 44, SheetFormat.Text),
                new SheetColumn(Say("money.source"), 50, SheetFormat.Text),
                new SheetColumn(Say("money.given"), 18, SheetFormat.Integer),
                new SheetColumn(Say("money.spent"), 18, SheetFormat.Integer),
                new SheetColumn(Say("report.money.left"), 18, SheetFormat.Integer),
            ],
            Rows = rows.Select((row, i) => (IReadOnlyList<SheetCell>)
            [
                SheetCell.Number(i + 1), SheetCell.Text(row.Unit), SheetCell.Text(Source(row)), Known(row.Given), Known(row.Spent), SheetCell.Number(row.Left),
            ]),
            Total =
            [
                SheetCell.Blank, SheetCell.Text(Say("money.total")), SheetCell.Blank,
                SheetCell.Sum(rows.Sum(row => row.Given)), SheetCell.Sum(rows.Sum(row => row.Spent)), BudgetLedger.Total(rows.Select(row => row.Left)) is { } left ? SheetCell.Sum(left) : SheetCell.Blank,
            ],
            Landscape = true,
            Watermark = head.Watermark,
        };
    }

    private static IEnumerable<MoneyRow> Of(MoneyTotals money) =>
    [
        .. from unit in money.Units
           from source in Enum.GetValues<MoneySource>()
           let row = new MoneyRow(unit.Name, source, null, null, unit.Ledger.Allocated(source), unit.Ledger.Spent(source), unit.Ledger.Remaining(source))
           where row.IsWritten
           select row,
        .. from fund in money.Funds
           from form in Enum.GetValues<FundForm>()
           let ledger = fund.Ledger
           let row = new MoneyRow(
               fund.Keeper, MoneySource.Mobilised, fund.Fund.Name, form,
               ledger.Sum(FundEntryKind.Receipt, form, money.Year), ledger.Sum(FundEntryKind.Allotment, form, money.Year), ledger.LeftAfter(money.Year, form))
           where row.IsWritten
           select row,
    ];

    private string Source(MoneyRow row) => row.Fund is null ? Say($"moneySource.{row.Source}") : $"{row.Fund} ({Say($"fundForm.{row.Form}")})";

    private static SheetCell Known(long amount) => amount == 0 ? SheetCell.Blank : SheetCell.Number(amount);

    private string Say(string key) => texts.In("vi", key);

    /// <summary>What came and went of a source at a place or agency, or of a fund in a form.</summary>
    private sealed record MoneyRow(string Unit, MoneySource Source, string? Fund, FundForm? Form, long Given, long Spent, long? Left)
    {
        public bool IsWritten => (Given, Spent, Left) is not (0, 0, 0);
    }
}
