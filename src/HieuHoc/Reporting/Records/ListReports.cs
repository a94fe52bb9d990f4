using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Reporting.Records;

/// <summary>A version of a report as lists and headings name it.</summary>
/// <param name="Title">What the pack calls the report; its code where no pack does any more.</param>
/// <param name="CreatedBy">Null when the installation began it.</param>
public sealed record ReportLine(Report Report, LocalText Title, int FirstYear, int LastYear, string? CreatedBy, string? LockedBy);

/// <summary>Names reports: what they are, of which years, and who began and locked them.</summary>
public sealed class ListReports(HieuHocDb db, JudgeTargets judgeTargets)
{
    /// <summary>The lines of some reports that the actor may see: the latest years first, of each report the newest version first.</summary>
    public async Task<IReadOnlyList<ReportLine>> RunAsync(IQueryable<Report> reports, Actor actor, CancellationToken ct)
    {
        var rows = await reports.AsNoTracking()
            .Join(db.Periods, report => report.PeriodId, period => period.Id, (report, period) => new { Report = report, Period = period })
            .OrderByDescending(row => row.Period.LastDay).ThenBy(row => row.Report.Variant).ThenByDescending(row => row.Report.Number)
            .ToListAsync(ct);
        var people = rows.SelectMany(row => new[] { row.Report.CreatedBy, row.Report.LockedBy }).OfType<Guid>().Distinct().Select(id => new PersonId(id)).ToList();
        var names = await db.People.Where(person => person.Owner == actor.Owner && people.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id.Value, person => person.DisplayName, ct);
        var titles = await TitlesAsync([.. rows.Select(row => (row.Period.LastDay, row.Report.Programme)).Distinct()], actor, ct);

        return
        [
            .. rows.Select(row => new ReportLine(
                row.Report,
                titles.GetValueOrDefault((row.Period.LastDay, row.Report.Programme, row.Report.Variant)) ?? new LocalText(row.Report.Variant, row.Report.Variant),
                row.Period.FirstDay.Year,
                row.Period.LastDay.Year,
                names.GetValueOrDefault(row.Report.CreatedBy ?? Guid.Empty),
                names.GetValueOrDefault(row.Report.LockedBy ?? Guid.Empty))),
        ];
    }

    private async Task<Dictionary<(DateOnly Day, string Programme, string Variant), LocalText?>> TitlesAsync(
        IReadOnlyList<(DateOnly Day, string Programme)> of, Actor actor, CancellationToken ct)
    {
        var titles = new Dictionary<(DateOnly, string, string), LocalText?>();

        foreach (var (day, programme) in of)
        {
            foreach (var report in (await judgeTargets.ProgrammeAsync(actor with { Programme = programme }, day, ct))?.Reports ?? [])
            {
                titles[(day, programme, report.Code)] = report.Title;
            }
        }

        return titles;
    }
}
