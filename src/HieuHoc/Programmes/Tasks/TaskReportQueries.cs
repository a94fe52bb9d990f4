using HieuHoc.Agencies;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Tasks;

/// <summary>Which rows of annual plans a return reports on.</summary>
public static class TaskReportQueries
{
    extension(HieuHocDb db)
    {
        /// <summary>The rows that a return reports on, those that were dropped left out.</summary>
        public async Task<IReadOnlyList<AnnualRow>> RowsOfReturnAsync(Return @return, CancellationToken ct)
        {
            var round = await db.Rounds.AsNoTracking().SingleAsync(round => round.Owner == @return.Owner && round.Id == @return.RoundId, ct);

            return [.. (await db.RowsByReporterAsync(round, ct))[@return.SubjectId]];
        }

        /// <summary>
        /// The rows of the round's year, by the agency whose return reports on them: its own, those of its divisions, and those of agencies that it
        /// took over from. Under 0 stand those of whom the round asks nobody.
        /// </summary>
        public async Task<ILookup<int, AnnualRow>> RowsByReporterAsync(Round round, CancellationToken ct)
        {
            var year = (await db.Periods.AsNoTracking().SingleAsync(period => period.Id == round.PeriodId, ct)).LastDay.Year;
            var rows = await db.AnnualRows.AsNoTracking().Where(row => row.Owner == round.Owner && row.Year == year && row.DropReason == null).ToListAsync(ct);
            var heirs = await db.AgencyHeirsAsync(round.CutOffOn, ct);
            var asked = db.Returns.Owed().Where(@return => @return.Owner == round.Owner && @return.RoundId == round.Id).Select(@return => @return.SubjectId);
            var above = (await db.AgencyReaches.AsNoTracking().Where(reach => asked.Contains(reach.AncestorId)).ToListAsync(ct))
                .ToLookup(reach => reach.AgencyId, reach => reach.AncestorId);

            return rows.ToLookup(row => Reporter(heirs.For(row.ActingId ?? row.AgencyId)));

            int Reporter(int agency) => above[agency].Contains(agency) ? agency : above[agency].ToList() is [var only] ? only : 0;
        }
    }
}
