using System.Globalization;
using HieuHoc.Platform;
using HieuHoc.Programmes.Tasks;

namespace HieuHoc.Demo;

/// <summary>What agencies of the demonstration say of their tasks at the end of the year: made up, in turn what was done, how much of it, and what stood in the way.</summary>
internal static class DemoTaskReports
{
    /// <summary>How many ways there are to say each.</summary>
    private const int Ways = 3;

    private static readonly IReadOnlyList<int> Shares = [40, 75, 60, 85];

    /// <summary>What an agency says of its rows.</summary>
    /// <param name="number">Of the agency among those that are asked.</param>
    public static IReadOnlyList<StatedTaskReport> Of(IEnumerable<AnnualRow> rows, int number, Texts texts) =>
        [.. rows.OrderBy(row => row.Id.Value).Select((row, i) => Of(row, number + i, texts))];

    private static StatedTaskReport Of(AnnualRow row, int number, Texts texts)
    {
        var words = texts.In("vi", $"demo.report.{row.State}.{1 + (number % Ways)}");
        var proposal = number % 2 == 0 ? texts.In("vi", "demo.report.proposal") : "";

        return row.State switch
        {
            RowState.Done => new StatedTaskReport(row.Id, row.State, "100", words, "", ""),
            RowState.UnderWay => new StatedTaskReport(row.Id, row.State, Shares[number % Shares.Count].ToString(CultureInfo.InvariantCulture), words, "", ""),
            // What nobody spoke of before has begun meanwhile; what is late has not.
            RowState.NotBegun when row.DueOn > DemoTasks.Late => new StatedTaskReport(row.Id, RowState.UnderWay, "25", texts.In("vi", "demo.report.begun"), words, ""),
            RowState.NotBegun => new StatedTaskReport(row.Id, row.State, "0", "", words, proposal),
        };
    }
}
