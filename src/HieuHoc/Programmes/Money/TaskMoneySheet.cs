using HieuHoc.Papers;
using HieuHoc.Platform;

namespace HieuHoc.Programmes.Money;

/// <summary>The sheet of what was allocated to tasks and spent for them, in every workbook the same.</summary>
public static class TaskMoneySheet
{
    /// <param name="lines">What stands above the table.</param>
    public static Sheet Of(string name, IReadOnlyList<string> lines, IReadOnlyList<TaskTotal> totals, string? watermark, Texts texts)
    {
        return new Sheet
        {
            Name = name,
            TitleLines = [.. lines, Say("money.inDong")],
            Columns =
            [
                new SheetColumn(Say("money.workbook.number"), 6, SheetFormat.Integer),
                new SheetColumn(Say("tasks.task"), 80, SheetFormat.Text),
                new SheetColumn(Say("money.allocated"), 20, SheetFormat.Integer),
                new SheetColumn(Say("money.spent"), 20, SheetFormat.Integer),
            ],
            Rows = totals.Select((total, i) => (IReadOnlyList<SheetCell>)[SheetCell.Number(i + 1), SheetCell.Text(total.Text), Known(total.Allocated), Known(total.Spent)]),
            Total =
            [
                SheetCell.Blank, SheetCell.Text(Say("money.total")),
                SheetCell.Sum(totals.Count == 0 ? null : totals.Sum(total => total.Allocated)), SheetCell.Sum(totals.Count == 0 ? null : totals.Sum(total => total.Spent)),
            ],
            Landscape = true,
            Watermark = watermark,
        };

        string Say(string key) => texts.In("vi", key);
    }

    /// <summary>An entry says more than nothing: where the sum is nothing, nobody wrote one.</summary>
    private static SheetCell Known(long amount) => amount == 0 ? SheetCell.Blank : SheetCell.Number(amount);
}
