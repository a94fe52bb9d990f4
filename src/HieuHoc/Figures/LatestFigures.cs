using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Figures;

/// <summary>The newest that is known of one thing.</summary>
/// <param name="Source">What says so.</param>
public sealed record LatestFigure(ElementDefinition Of, Period Period, long Value, FigureSource Source);

public static class LatestFigures
{
    extension(HieuHocDb db)
    {
        /// <summary>
        /// What is counted of a subject itself: of each element of its level the newest official figure, in the order of their
        /// codes. What nobody counted is left out.
        /// </summary>
        public async Task<IReadOnlyList<LatestFigure>> LatestFiguresAsync(
            PackShelf shelf, short owner, int subjectId, SubjectLevel level, DateOnly day, CancellationToken ct)
        {
            var definitions = (await db.ElementDefinitionsAsync(shelf, await db.JurisdictionAsync(owner, ct), day, ct)).Values
                .Where(definition => definition.LeafLevel == level).ToDictionary(definition => definition.Code);
            var keys = await db.KeysAsync(definitions.Keys, ct);
            var named = keys.ToLookup(key => key.Value, key => definitions[key.Key]);
            var rows = await (
                from figure in db.Figures.AsNoTracking()
                where figure.Owner == owner && figure.SubjectId == subjectId && !figure.Stated && figure.Standing == Standing.Official
                join period in db.Periods on figure.PeriodId equals period.Id
                join source in db.FigureSources on new { figure.Owner, Id = figure.SourceId, Version = figure.SourceVersion } equals new { source.Owner, source.Id, source.Version }
                select new { figure.ElementId, figure.BreakdownId, figure.Value, Period = period, Source = source }).ToListAsync(ct);

            return
            [
                .. from row in rows
                   from definition in named[(row.ElementId, row.BreakdownId)]
                   group (row.Period, row.Value, row.Source) by definition into known
                   orderby known.Key.Code
                   let newest = known.MaxBy(figure => (figure.Period.LastDay, figure.Period.FirstDay))
                   select new LatestFigure(known.Key, newest.Period, newest.Value, newest.Source),
            ];
        }
    }
}
