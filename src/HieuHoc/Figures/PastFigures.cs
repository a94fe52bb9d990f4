using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Figures;

/// <summary>What there was before, for columns of last year.</summary>
public static class PastFigures
{
    extension(HieuHocDb db)
    {
        /// <summary>
        /// A place's official figures of an earlier period, on the place as it is on a day: those of all that live on in it.
        /// Whole ones add up, split ones make estimates; where some had no figure, it says how many. Names without any are left out.
        /// </summary>
        public async Task<IReadOnlyDictionary<string, Restated>> PastFiguresAsync(
            PackShelf shelf, short owner, int placeId, PeriodCode period, IReadOnlyCollection<string> names, DateOnly day, CancellationToken ct) =>
            (await db.PastFiguresAsync(shelf, owner, [placeId], period, names, day, ct))[placeId].ToDictionary(past => past.Name, past => past.Figure);

        /// <summary>The same of several places, in as many queries as of one.</summary>
        public async Task<ILookup<int, PastFigure>> PastFiguresAsync(
            PackShelf shelf, short owner, IReadOnlyCollection<int> places, PeriodCode period, IReadOnlyCollection<string> names, DateOnly day, CancellationToken ct)
        {
            var sources = (await db.BeforeAsync(places, ct)).Concat(places).ToHashSet();
            // Of a split source the other successors take their part too.
            var successions = new Successions(
                await db.PlaceSuccessions.AsNoTracking().Where(row => EF.Parameter(sources).Contains(row.FromId)).ToListAsync(ct));
            var definitions = await db.ElementDefinitionsAsync(shelf, await db.JurisdictionAsync(owner, ct), period.Days.Last, ct);
            // What nobody counted then, such as a part that is asked since this year, has no past.
            var keys = await db.KeysAsync([.. names.Where(definitions.ContainsKey)], ct);
            var elements = keys.Values.Select(key => key.ElementId).ToHashSet();
            var periods = db.Periods.Where(known => known.Code == period.Text).Select(known => known.Id);
            var figures = await db.Figures.AsNoTracking()
                .Where(figure => figure.Owner == owner && elements.Contains(figure.ElementId) && periods.Contains(figure.PeriodId))
                .Where(figure => EF.Parameter(sources).Contains(figure.SubjectId) && !figure.Stated && figure.Standing == Standing.Official)
                .ToListAsync(ct);
            var byKey = figures.ToLookup(figure => (figure.ElementId, figure.BreakdownId), figure => new PlaceValue(figure.SubjectId, figure.Value));

            return keys
                .SelectMany(key => Restating.Forward(
                        byKey[key.Value], definitions[key.Key].OverSubjects is OverSubjects.Sum, successions, Restating.DayOf(period.Days), day)
                    .Where(value => places.Contains(value.PlaceId))
                    .Select(value => new PastFigure(key.Key, value)))
                .ToLookup(past => past.Figure.PlaceId);
        }
    }
}

/// <summary>What stood under a name.</summary>
public sealed record PastFigure(string Name, Restated Figure);
