namespace HieuHoc.PlanReading.Tables;

/// <summary>Reads "Nhiệm vụ | Chủ trì | Phối hợp | Thời gian": a task for each row, and who leads and who takes part.</summary>
internal static class DutyTable
{
    public static (IReadOnlyList<PlanTask> Tasks, IReadOnlyList<Assignment> Assignments) Read(TableText table)
    {
        var (task, lead, partner) = (table.Column("taskColumns"), table.Column("leadColumns"), table.Column("partnerColumns"));

        if (task is null || lead is null)
        {
            return ([], []);
        }

        var rows = table.Rows.Where(row => table.Text(row, task).Length > 0 && table.Text(row, lead).Length > 0).ToList();
        var assignments =
            from row in rows
            from part in new[] { (Column: lead, Role: AgencyRole.Lead), (Column: partner, Role: AgencyRole.Coordinate) }
            let agency = table.Text(row, part.Column)
            where agency.Length > 0
            select new Assignment(table.Clause, agency, [part.Role], [table.Text(row, task)], row[0].To(row[^1]));

        return ([.. rows.Select(row => new PlanTask(table.Clause, table.Text(row, task), row[task.Value]))], [.. assignments]);
    }
}
