using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Programmes.Tasks;

namespace HieuHoc.Reporting;

/// <summary>The sheet of the tasks of all agencies: one row a task, with what the confirmed report of its agency says of it.</summary>
internal sealed class TasksSheet(AppendixHead head, TaskConsolidation tasks, Texts texts)
{
    public Sheet Build()
    {
        var rows = from agency in tasks.Agencies from row in agency.Rows select (Agency: agency, Row: row);

        return new Sheet
        {
            Name = head.Name,
            TitleLines = head.Lines,
            Columns =
            [
                new SheetColumn(Say("report.appendix.number"), 5, SheetFormat.Integer),
                new SheetColumn(Say("report.appendix.agency"), 32, SheetFormat.Text),
                new SheetColumn(Say("tasks.task"), 50, SheetFormat.Text),
                new SheetColumn(Say("tasks.deliverable"), 24, SheetFormat.Text),
                new SheetColumn(Say("tasks.dueOn"), 12, SheetFormat.Date),
                new SheetColumn(Say("tasks.progress.state"), 18, SheetFormat.Text),
                new SheetColumn(Say("tasks.report.percent.sheet"), 8, SheetFormat.Integer),
                new SheetColumn(Say("tasks.report.results"), 50, SheetFormat.Text),
                new SheetColumn(Say("tasks.report.difficulties"), 32, SheetFormat.Text),
                new SheetColumn(Say("tasks.report.proposals"), 32, SheetFormat.Text),
            ],
            Rows = rows.Select((of, i) => (IReadOnlyList<SheetCell>)
            [
                SheetCell.Number(i + 1),
                SheetCell.Text(of.Agency.Name),
                SheetCell.Text(of.Row.Text),
                SheetCell.Text(of.Row.Row.Deliverable),
                SheetCell.Date(of.Row.Row.DueOn),
                SheetCell.Text(Standing(of.Agency, of.Row)),
                SheetCell.Number(of.Row.Report?.Percent),
                SheetCell.Text(of.Row.Report?.Results),
                SheetCell.Text(of.Row.Report?.Difficulties),
                SheetCell.Text(of.Row.Report?.Proposals),
            ]),
            Landscape = true,
            Watermark = head.Watermark,
        };
    }

    /// <summary>What was sent and is not confirmed yet is not said to be missing.</summary>
    private string Standing(AgencyTasks agency, ReportedRow row) => Say(
        row.Report is { } report ? Texts.KeyOf(report.State) : agency is { Return: not null, IsConfirmed: false } ? "report.tasks.open" : "tasks.report.none");

    private string Say(string key) => texts.In("vi", key);
}
