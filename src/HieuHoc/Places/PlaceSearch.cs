using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Places;

/// <summary>Finding a place by what a person remembers of it: a name of today or of old, a spelling, a code.</summary>
public static class PlaceSearch
{
    extension(HieuHocDb db)
    {
        /// <summary>
        /// The places that until a day had a name that contains the text, whatever its case, tone marks and apostrophes, or
        /// that a resolution spells so, or that had this code: equal names first, then beginnings, then the rest; among
        /// these the places of the day before the ended ones, and the higher level first. <c>44@2025-06-30</c> is asked as a code alone.
        /// </summary>
        public async Task<IReadOnlyList<FoundPlace>> SearchPlacesAsync(string text, DateOnly day, int most, CancellationToken ct)
        {
            var key = SearchKey.Of(text);

            if (key.Length == 0 || most <= 0)
            {
                return [];
            }

            var hits = (await db.HitsAsync(key, text, day, ct))
                .OrderBy(hit => Distance(hit, key))
                .ThenBy(hit => hit.EndedOn is not null)
                .ThenBy(hit => hit.Level)
                .ThenBy(hit => hit.Text, Vietnamese.Order)
                .ThenByDescending(hit => hit.From)
                .DistinctBy(hit => hit.PlaceId)
                .Take(most)
                .ToList();

            return await db.ShownAsync(hits, day, ct);
        }

        /// <summary>
        /// Everything that fits, in one query. A part of a name cannot use an index, and need not: there are some 14,500
        /// names and spellings, read in a few milliseconds. Contains escapes what LIKE takes for wildcards, on either engine.
        /// </summary>
        private async Task<IReadOnlyList<Hit>> HitsAsync(string key, string text, DateOnly day, CancellationToken ct)
        {
            var isCode = PlaceCodeOnDay.TryParse(text, out var asked);
            var (onDay, code) = (asked.Day, asked.Code ?? "");
            var then = onDay ?? day;
            var names = db.PlaceNames.AsNoTracking()
                .Where(name => onDay == null && name.ValidFrom <= day && name.Folded.Contains(key))
                .Select(name => new { name.PlaceId, Text = name.FullName, name.Folded, name.Kind, From = name.ValidFrom });
            var aliases = db.PlaceAliases.AsNoTracking()
                .Where(alias => onDay == null && alias.Folded.Contains(key))
                .Select(alias => new { alias.PlaceId, alias.Text, alias.Folded, Kind = "", From = DateOnly.MinValue });
            var codes = db.PlaceCodes.AsNoTracking()
                .Where(held => isCode && held.Code == code && held.ValidFrom <= then && (onDay == null || held.ValidTo == null || held.ValidTo >= then))
                .Select(held => new { held.PlaceId, Text = held.Code, Folded = key, Kind = "", From = held.ValidFrom });

            return await names.Concat(aliases).Concat(codes)
                .Join(
                    db.Places.Where(place => place.ValidFrom <= day),
                    found => found.PlaceId,
                    place => place.Id,
                    (found, place) => new Hit(
                        place.Id, place.Level, found.Text, found.Folded, found.Kind, found.From, place.ValidTo < day ? place.ValidTo : null))
                .ToListAsync(ct);
        }

        private async Task<IReadOnlyList<FoundPlace>> ShownAsync(IReadOnlyList<Hit> hits, DateOnly day, CancellationToken ct)
        {
            var places = await db.ByIdAsync(hits.Select(hit => hit.PlaceId), day, ct);
            var endedIds = hits.Where(hit => hit.EndedOn is not null).Select(hit => hit.PlaceId).ToList();
            var successions = (await db.PlaceSuccessions.AsNoTracking()
                    .Where(row => EF.Parameter(endedIds).Contains(row.FromId))
                    .OrderByDescending(row => row.IsDefault).ThenBy(row => row.ToId)
                    .Select(row => new { row.FromId, row.ToId })
                    .ToListAsync(ct))
                .ToLookup(row => row.FromId, row => row.ToId);
            var others = await db.ByIdAsync(
                places.Values.Select(place => place.ParentId ?? 0).Concat(successions.SelectMany(heirs => heirs)), day, ct);

            return
            [
                .. from hit in hits
                   let place = places[hit.PlaceId]
                   select new FoundPlace(
                       place,
                       others.GetValueOrDefault(place.ParentId ?? 0)?.FullName ?? "",
                       hit.Text == place.FullName || hit.Text == place.Code ? null : hit.Text,
                       hit.EndedOn,
                       [.. successions[hit.PlaceId].Where(others.ContainsKey).Select(id => others[id])]),
            ];
        }

        private async Task<Dictionary<int, PlaceOnDay>> ByIdAsync(IEnumerable<int> ids, DateOnly day, CancellationToken ct)
        {
            IReadOnlyList<int> asked = [.. ids.Distinct()];

            return await db.PlacesOrLast(db.Places.Where(place => EF.Parameter(asked).Contains(place.Id)), day)
                .ToDictionaryAsync(place => place.Id, ct);
        }
    }

    /// <summary>How far a name is from the text: 0 equal, 1 begins with it, 2 does so with its kind, 3 contains it.</summary>
    private static int Distance(Hit hit, string key)
    {
        var kind = SearchKey.Of(hit.Kind) + " ";
        var name = hit.Folded.StartsWith(kind, StringComparison.Ordinal) ? hit.Folded[kind.Length..] : hit.Folded;

        return name == key || hit.Folded == key ? 0
            : name.StartsWith(key, StringComparison.Ordinal) ? 1
            : hit.Folded.StartsWith(key, StringComparison.Ordinal) || hit.Folded.EndsWith($" {key}", StringComparison.Ordinal) && hit.Kind.Length == 0 ? 2
            : 3;
    }

    /// <summary>A name, spelling or code that fits.</summary>
    private sealed record Hit(int PlaceId, PlaceLevel Level, string Text, string Folded, string Kind, DateOnly From, DateOnly? EndedOn);
}
