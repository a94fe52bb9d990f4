using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Figures;

/// <summary>The sum of one element in one commune, and how many leaf figures are in it.</summary>
public sealed record Tally(int SubjectId, string Element, long Sum, int Reported);

public static class FigureQueries
{
    extension(HieuHocDb db)
    {
        /// <summary>
        /// The communes that lay under a place on a day: itself, or those of the district, the province or the country;
        /// until 30 June 2025 there were districts between.
        /// </summary>
        public IQueryable<int> CommunesUnder(int placeId, PlaceLevel level, DateOnly day)
        {
            var parents = db.PlaceParents.HoldingOn(day);
            var communes = db.Places.Where(place => place.Level == PlaceLevel.Commune).Select(place => place.Id);
            var below = parents.Where(parent => parent.ParentId == placeId).Select(parent => parent.PlaceId);
            var second = parents.Where(parent => below.Contains(parent.ParentId)).Select(parent => parent.PlaceId);
            var third = parents.Where(parent => second.Contains(parent.ParentId)).Select(parent => parent.PlaceId);

            return level switch
            {
                PlaceLevel.Commune => communes.Where(id => id == placeId),
                PlaceLevel.District => communes.Where(id => below.Contains(id)),
                PlaceLevel.Province => communes.Where(id => below.Contains(id) || second.Contains(id)),
                PlaceLevel.Country => communes.Where(id => second.Contains(id) || third.Contains(id)),
                PlaceLevel.Village => throw new ArgumentException("A village has no communes.", nameof(level)),
            };
        }

        /// <summary>What was confirmed of these elements in each commune, for one period.</summary>
        public async Task<IReadOnlyList<Tally>> TalliesAsync(
            short owner, int periodId, IQueryable<int> communes, IReadOnlyCollection<string> elements, CancellationToken ct)
        {
            var ids = await db.Elements.AsNoTracking()
                .Where(element => elements.Contains(element.Code))
                .ToDictionaryAsync(element => element.Id, element => element.Code, ct);
            var rows = await db.RollUps.AsNoTracking()
                .Where(row => row.Owner == owner
                    && ids.Keys.Contains(row.ElementId)
                    && row.PeriodId == periodId
                    && communes.Contains(row.SubjectId)
                    && row.BreakdownId == Breakdown.WholeId)
                .Select(row => new { row.SubjectId, row.ElementId, row.Sum, row.Reported })
                .ToListAsync(ct);

            return [.. rows.Select(row => new Tally(row.SubjectId, ids[row.ElementId], row.Sum, row.Reported))];
        }

        /// <summary>The period of a code, made when it is asked for the first time.</summary>
        public async Task<Period> PeriodAsync(PeriodCode code, CancellationToken ct)
        {
            var text = code.Text;

            if (await db.Periods.SingleOrDefaultAsync(period => period.Code == text, ct) is { } known)
            {
                return known;
            }

            var next = await db.Periods.MaxAsync(period => (int?)period.Id, ct) ?? 0;
            var period = new Period
            {
                Id = next + 1,
                Code = text,
                Kind = code.Kind,
                FirstDay = code.Days.First,
                LastDay = code.Days.Last,
            };
            db.Add(period);

            return period;
        }

        /// <summary>
        /// What every loaded element means to records of a day: code → definition. What no pack says of that day is read as
        /// the newest one says it, so that what was counted before or after can always be shown.
        /// </summary>
        public async Task<IReadOnlyDictionary<string, ElementDefinition>> ElementDefinitionsAsync(
            Platform.Packs.PackShelf shelf, DateOnly day, CancellationToken ct) =>
            (await shelf.OnAsync<ElementsPack>(db, day, ct))
                .Concat(await shelf.AllAsync<ElementsPack>(db, ct))
                .SelectMany(pack => pack.Document.Elements)
                .DistinctBy(element => element.Code)
                .ToDictionary(element => element.Code);
    }
}
