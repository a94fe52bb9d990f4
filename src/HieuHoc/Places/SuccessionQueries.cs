using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Places;

/// <summary>A place before or after another, and how much of it went over by which rule.</summary>
/// <param name="Place">A successor as it began, a predecessor as it ended.</param>
public sealed record Succession(PlaceOnDay Place, PlaceSuccession How);

/// <summary>What came before a place and after it.</summary>
public static class SuccessionQueries
{
    extension(HieuHocDb db)
    {
        /// <summary>The places that took an ended place over, the one that keeps its records first.</summary>
        public async Task<IReadOnlyList<Succession>> SuccessorsAsync(int id, CancellationToken ct)
        {
            var rows = await db.PlaceSuccessions.AsNoTracking().Where(row => row.FromId == id).ToListAsync(ct);
            var ids = rows.Select(row => row.ToId).ToList();
            var days = rows.Select(row => row.EffectiveOn).FirstOrDefault();
            var places = await db.PlacesOn(db.Places.Where(place => ids.Contains(place.Id)), days).ToDictionaryAsync(place => place.Id, ct);

            return
            [
                .. rows.Select(row => new Succession(places[row.ToId], row))
                    .OrderByDescending(succession => succession.How.IsDefault)
                    .ThenBy(succession => succession.Place.Code, StringComparer.Ordinal),
            ];
        }

        /// <summary>The places that a place took over, wholly or in part, by their codes.</summary>
        public async Task<IReadOnlyList<Succession>> PredecessorsAsync(int id, CancellationToken ct)
        {
            var rows = await db.PlaceSuccessions.AsNoTracking().Where(row => row.ToId == id).ToListAsync(ct);
            var ids = rows.Select(row => row.FromId).ToList();
            var places = await db.PlacesOrLast(db.Places.Where(place => ids.Contains(place.Id)), DateOnly.MaxValue)
                .ToDictionaryAsync(place => place.Id, ct);

            return
            [
                .. rows.Select(row => new Succession(places[row.FromId], row))
                    .OrderBy(succession => succession.Place.Level)
                    .ThenBy(succession => succession.Place.Code, StringComparer.Ordinal),
            ];
        }

        /// <summary>The places of a day in which a place lives on, through chains; itself where it still existed.</summary>
        public async Task<IReadOnlyList<PlaceOnDay>> SuccessorsAsync(int id, DateOnly day, CancellationToken ct) =>
            await db.ByCodeAsync((await db.PathAsync(id, onward: true, ct)).HeirsOn(id, day), day, ct);

        /// <summary>The places of a day from which a place comes, through chains; itself where it existed already.</summary>
        public async Task<IReadOnlyList<PlaceOnDay>> PredecessorsAsync(int id, DateOnly day, CancellationToken ct) =>
            await db.ByCodeAsync((await db.PathAsync(id, onward: false, ct)).SourcesOn(id, day), day, ct);

        /// <summary>Every succession that there is: what restating a whole province or the country needs.</summary>
        public async Task<Successions> SuccessionsAsync(CancellationToken ct) =>
            new(await db.PlaceSuccessions.AsNoTracking().ToListAsync(ct));

        /// <summary>The successions that lead on from a place, or back, link by link.</summary>
        private async Task<Successions> PathAsync(int id, bool onward, CancellationToken ct)
        {
            var (rows, seen, asked) = (new List<PlaceSuccession>(), new HashSet<int> { id }, new List<int> { id });

            while (asked.Count > 0)
            {
                var found = await db.PlaceSuccessions.AsNoTracking()
                    .Where(row => EF.Parameter(asked).Contains(onward ? row.FromId : row.ToId))
                    .ToListAsync(ct);
                rows.AddRange(found);
                asked = [.. found.Select(row => onward ? row.ToId : row.FromId).Where(seen.Add)];
            }

            return new Successions(rows);
        }

        private async Task<IReadOnlyList<PlaceOnDay>> ByCodeAsync(IReadOnlySet<int> ids, DateOnly day, CancellationToken ct)
        {
            IReadOnlyList<int> asked = [.. ids];
            var places = await db.PlacesOn(db.Places.Where(place => EF.Parameter(asked).Contains(place.Id)), day).ToListAsync(ct);

            return [.. places.OrderBy(place => place.Level).ThenBy(place => place.Code, StringComparer.Ordinal)];
        }
    }
}
