using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Places;

/// <summary>Finding a place by what a person remembers of its name.</summary>
public static class PlaceSearch
{
    extension(HieuHocDb db)
    {
        /// <summary>
        /// The places whose name on a day contains the text, whatever its case, tone marks and apostrophes: equal names
        /// first, then beginnings, then the rest; among these the higher level first.
        /// </summary>
        public async Task<IReadOnlyList<FoundPlace>> SearchPlacesAsync(string text, DateOnly day, int most, CancellationToken ct)
        {
            var folded = Vietnamese.Fold(text);

            if (folded.Length == 0 || most <= 0)
            {
                return [];
            }

            // A part of a name cannot use an index, and need not: there are 3,356 names of a day, read in a few
            // milliseconds. Contains escapes what LIKE takes for wildcards, on either engine.
            var names = db.PlaceNames.HoldingOn(day).Where(name => name.Folded.Contains(folded));
            var places = db.Places.Where(place => names.Any(name => name.PlaceId == place.Id));
            var found = (await db.PlacesOn(places, day).ToListAsync(ct))
                .OrderBy(place => Distance(place, folded))
                .ThenBy(place => place.Level)
                .ThenBy(place => place.Name, Vietnamese.Order)
                .ThenBy(place => place.Code, StringComparer.Ordinal)
                .Take(most)
                .ToList();
            var parentIds = found.Select(place => place.ParentId).Distinct().ToList();
            var parents = await db.PlacesOn(db.Places.Where(place => parentIds.Contains(place.Id)), day)
                .ToDictionaryAsync(place => place.Id, place => place.FullName, ct);

            return [.. found.Select(place => new FoundPlace(place, parents.GetValueOrDefault(place.ParentId ?? 0, "")))];
        }
    }

    /// <summary>How far a name is from the text: 0 equal, 1 begins with it, 2 does so with its kind, 3 contains it.</summary>
    private static int Distance(PlaceOnDay place, string folded)
    {
        var (name, fullName) = (Vietnamese.Fold(place.Name), Vietnamese.Fold(place.FullName));

        return name == folded || fullName == folded ? 0
            : name.StartsWith(folded, StringComparison.Ordinal) ? 1
            : fullName.StartsWith(folded, StringComparison.Ordinal) ? 2
            : 3;
    }
}
