using HieuHoc.Figures;
using HieuHoc.Figures.Import;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Exchange.Lists.History;

/// <summary>What earlier imports say of the same as the lines of a file.</summary>
internal sealed class ImportedBefore(HieuHocDb db, short owner)
{
    private readonly Dictionary<string, int> periods = [];

    /// <summary>The figures that are there already, of some rows in a few queries.</summary>
    public async Task<Func<ResolvedRow, long?>> OfAsync(IReadOnlyList<ResolvedRow> rows, CancellationToken ct)
    {
        await LearnAsync([.. rows.Select(row => row.Period.Text).Where(code => !periods.ContainsKey(code)).Distinct()], ct);
        List<int> among = [.. rows.Select(row => periods.GetValueOrDefault(row.Period.Text)).Where(id => id > 0).Distinct()];

        if (among.Count == 0)
        {
            return _ => null;
        }

        var sources = db.FigureSources;
        List<int> elements = [.. rows.Select(row => row.ElementId).Distinct()];
        List<int> subjects = [.. rows.Select(row => row.SubjectId).Distinct()];
        var known = await db.Figures.AsNoTracking()
            .Where(figure => figure.Owner == owner && EF.Parameter(elements).Contains(figure.ElementId)
                && EF.Parameter(among).Contains(figure.PeriodId) && EF.Parameter(subjects).Contains(figure.SubjectId))
            .Where(figure => sources.Any(source => source.Owner == owner && source.Id == figure.SourceId
                && source.Version == figure.SourceVersion && source.Producer == Producer.Import))
            .Select(figure => new { figure.ElementId, figure.PeriodId, figure.SubjectId, figure.BreakdownId, figure.Standing, figure.Value })
            .ToDictionaryAsync(figure => (figure.ElementId, figure.PeriodId, figure.SubjectId, figure.BreakdownId, figure.Standing), figure => figure.Value, ct);

        return row => known.TryGetValue(
            (row.ElementId, periods.GetValueOrDefault(row.Period.Text), row.SubjectId, row.BreakdownId, row.Standing), out var value) ? value : null;
    }

    private async Task LearnAsync(IReadOnlyList<string> codes, CancellationToken ct)
    {
        if (codes.Count == 0)
        {
            return;
        }

        foreach (var period in await db.Periods.AsNoTracking().Where(period => codes.Contains(period.Code)).ToListAsync(ct))
        {
            periods[period.Code] = period.Id;
        }
    }
}
