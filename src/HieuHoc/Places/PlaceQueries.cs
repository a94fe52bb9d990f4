using System.Runtime.CompilerServices;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Places;

/// <summary>Places as they were on a day; of an ended place, as it was on its last.</summary>
public static class PlaceQueries
{
    // Each part of a page asks it anew, and a context lives for one piece of work.
    private static readonly ConditionalWeakTable<HieuHocDb, Dictionary<short, Jurisdiction>> jurisdictions = [];

    extension(HieuHocDb db)
    {
        /// <summary>The holder of a code: <c>44</c> on the day given, <c>44@2025-06-30</c> on the day that it names.</summary>
        public async Task<PlaceOnDay?> PlaceByCodeAsync(string code, DateOnly day, CancellationToken ct)
        {
            if (!PlaceCodeOnDay.TryParse(code, out var asked))
            {
                return null;
            }

            var then = asked.Day ?? day;
            var holders = db.PlaceCodes.HoldingOn(then).Where(held => held.Code == asked.Code).Select(held => held.PlaceId);
            // "In", not "exists": SQLite would ask the second of every place that there is.
            var places = db.Places.Where(place => holders.Contains(place.Id));

            return await db.PlacesOn(places, then).SingleOrDefaultAsync(ct);
        }

        /// <summary>The place of a number; null when there is none or it began later.</summary>
        public async Task<PlaceOnDay?> PlaceOnDayAsync(int id, DateOnly day, CancellationToken ct) =>
            await db.PlacesOn(db.Places.Where(place => place.Id == id), await db.LastDayAsync(id, day, ct)).SingleOrDefaultAsync(ct);

        /// <summary>
        /// The day from which each of these places is what it is: that of its beginning, of what it belongs to, or of the end of the
        /// districts in it; ended places are not in it.
        /// </summary>
        public async Task<IReadOnlyDictionary<int, DateOnly>> PlacesSinceAsync(IReadOnlyCollection<int> places, DateOnly day, CancellationToken ct)
        {
            var standing = db.Places.Where(place => EF.Parameter(places).Contains(place.Id) && place.ValidTo == null);
            var begun = await standing.Select(place => new { place.Id, Since = place.ValidFrom }).ToListAsync(ct);
            var belongs = await (from place in standing
                                 join above in db.PlaceParents.HoldingOn(day) on place.Id equals above.PlaceId
                                 select new { place.Id, Since = above.ValidFrom }).ToListAsync(ct);
            var districts = await (from place in standing
                                   join below in db.PlaceParents on place.Id equals below.ParentId
                                   join district in db.Places on below.PlaceId equals district.Id
                                   where district.Level == PlaceLevel.District && district.ValidTo != null
                                   select new { place.Id, Since = district.ValidTo!.Value }).ToListAsync(ct);

            return begun.Concat(belongs).Concat(districts.Select(row => row with { Since = row.Since.AddDays(1) }))
                .GroupBy(row => row.Id).ToDictionary(row => row.Key, row => row.Max(one => one.Since));
        }

        /// <summary>Whose law judges the records of a programme: that of its province, by the code that it has today.</summary>
        public async Task<Jurisdiction> JurisdictionAsync(short owner, CancellationToken ct)
        {
            var asked = jurisdictions.GetOrCreateValue(db);

            if (asked.TryGetValue(owner, out var known))
            {
                return known;
            }

            var province = db.Owners.Where(row => row.Id == owner).Select(row => row.PlaceId);
            var code = await db.PlaceCodes.AsNoTracking()
                .Where(held => province.Contains(held.PlaceId))
                .OrderByDescending(held => held.ValidFrom)
                .Select(held => held.Code)
                .FirstOrDefaultAsync(ct);

            // A province whose code is not there yet may get it in the same piece of work.
            return code is null ? Jurisdiction.Country : asked[owner] = Jurisdiction.Of(code);
        }

        /// <summary>The places that belong to a place, as a Vietnamese list orders their names.</summary>
        public async Task<IReadOnlyList<PlaceOnDay>> ChildrenAsync(int parentId, DateOnly day, CancellationToken ct)
        {
            var then = await db.LastDayAsync(parentId, day, ct);
            var belonging = db.PlaceParents.HoldingOn(then).Where(parent => parent.ParentId == parentId).Select(parent => parent.PlaceId);
            var places = db.Places.Where(place => belonging.Contains(place.Id));
            var children = await db.PlacesOn(places, then).ToListAsync(ct);

            return [.. children.OrderBy(place => place.Name, Vietnamese.Order).ThenBy(place => place.Code, StringComparer.Ordinal)];
        }

        /// <summary>What a place belongs to, from the country down; without the place itself.</summary>
        public async Task<IReadOnlyList<PlaceOnDay>> AncestorsAsync(int id, DateOnly day, CancellationToken ct)
        {
            var then = await db.LastDayAsync(id, day, ct);
            var ancestors = new List<PlaceOnDay>();
            var place = await db.PlaceOnDayAsync(id, then, ct);

            while (place?.ParentId is { } parentId)
            {
                place = await db.PlaceOnDayAsync(parentId, then, ct);

                if (place is not null)
                {
                    ancestors.Insert(0, place);
                }
            }

            return ancestors;
        }

        /// <summary>Chosen places with what holds of them on a day; those that did not exist then are left out.</summary>
        public IQueryable<PlaceOnDay> PlacesOn(IQueryable<Place> places, DateOnly day)
        {
            var names = db.PlaceNames.HoldingOn(day);
            var codes = db.PlaceCodes.HoldingOn(day);
            var parents = db.PlaceParents.HoldingOn(day);

            return
                from place in places
                join name in names on place.Id equals name.PlaceId
                join held in codes on place.Id equals held.PlaceId into helds
                from code in helds.DefaultIfEmpty()
                join above in parents on place.Id equals above.PlaceId into aboves
                from parent in aboves.DefaultIfEmpty()
                select new PlaceOnDay(
                    place.Id,
                    place.Level,
                    code == null ? "" : code.Code,
                    name.Name,
                    name.FullName,
                    name.Kind,
                    parent == null ? null : parent.ParentId);
        }

        /// <summary>Chosen places with what holds of them on a day, of ended ones with what held on their last.</summary>
        public IQueryable<PlaceOnDay> PlacesOrLast(IQueryable<Place> places, DateOnly day)
        {
            var then = places.Select(place => new { Place = place, Day = place.ValidTo < day ? place.ValidTo.Value : day });

            return
                from of in then
                join name in db.PlaceNames.AsNoTracking() on of.Place.Id equals name.PlaceId
                where name.ValidFrom <= of.Day && (name.ValidTo == null || name.ValidTo >= of.Day)
                join held in db.PlaceCodes.AsNoTracking() on of.Place.Id equals held.PlaceId into helds
                from code in helds.DefaultIfEmpty()
                where code == null || (code.ValidFrom <= of.Day && (code.ValidTo == null || code.ValidTo >= of.Day))
                join above in db.PlaceParents.AsNoTracking() on of.Place.Id equals above.PlaceId into aboves
                from parent in aboves.DefaultIfEmpty()
                where parent == null || (parent.ValidFrom <= of.Day && (parent.ValidTo == null || parent.ValidTo >= of.Day))
                select new PlaceOnDay(
                    of.Place.Id,
                    of.Place.Level,
                    code == null ? "" : code.Code,
                    name.Name,
                    name.FullName,
                    name.Kind,
                    parent == null ? null : parent.ParentId);
        }

        /// <summary>The day given, or the last day of a place that had ended by then.</summary>
        internal async Task<DateOnly> LastDayAsync(int id, DateOnly day, CancellationToken ct) =>
            await db.Places
                .Where(place => place.Id == id && place.ValidTo < day)
                .Select(place => place.ValidTo)
                .SingleOrDefaultAsync(ct)
            ?? day;
    }

    /// <summary>The facts that hold on a day.</summary>
    public static IQueryable<T> HoldingOn<T>(this IQueryable<T> facts, DateOnly day)
        where T : DatedFact =>
        facts.AsNoTracking().Where(fact => fact.ValidFrom <= day && (fact.ValidTo == null || fact.ValidTo >= day));
}
