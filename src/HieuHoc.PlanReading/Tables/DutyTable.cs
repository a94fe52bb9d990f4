using HieuHoc.PlanReading.Text;
using HieuHoc.PlanReading.Words;

namespace HieuHoc.PlanReading.Tables;

/// <summary>
/// Reads "Nhiệm vụ | Chủ trì | Phối hợp | Thời gian": a task for each row, and who leads and who takes part. What the other columns say
/// ("Thời gian: Trước 30/4") explains the task, a line for each.
/// </summary>
internal static class DutyTable
{
    private static readonly PhraseSet RowNumbers = WordLists.Set("rowNumbers");

    public static (IReadOnlyList<PlanTask> Tasks, IReadOnlyList<Assignment> Assignments) Read(TableText table)
    {
        var (task, lead, partner) = (table.Column("taskColumns"), table.Column("leadColumns"), table.Column("partnerColumns"));

        if (task is null || lead is null)
        {
            return ([], []);
        }

        var more = Enumerable.Range(0, table.Headings.Count)
            .Where(column => column != task && column != lead && column != partner && table.Headings[column].Length > 0 && !RowNumbers.IsIn(Fold.Of(table.Headings[column])))
            .ToList();
        var rows = table.Rows.Where(row => table.Text(row, task).Length > 0 && table.Text(row, lead).Length > 0)
            .Select(row => (Cells: row, Duty: (IReadOnlyList<string>)[table.Text(row, task), .. more.Where(column => table.Text(row, column).Length > 0).Select(column => $"{table.Headings[column]}: {table.Text(row, column)}")]))
            .ToList();
        var assignments =
            from row in rows
            from part in new[] { (Column: lead, Role: AgencyRole.Lead), (Column: partner, Role: AgencyRole.Coordinate) }
            let agency = table.Text(row.Cells, part.Column)
            where agency.Length > 0
            select new Assignment(table.Clause, agency, [part.Role], row.Duty, row.Cells[0].To(row.Cells[^1]));

        return ([.. rows.Select(row => new PlanTask(table.Clause, string.Join('\n', row.Duty), row.Cells[task.Value]))], [.. assignments]);
    }
}
