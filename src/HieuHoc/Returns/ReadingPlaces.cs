using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns;

/// <summary>
/// The places whose figures make those of one place, at each level and on each day. Read once for all days: what lay under
/// it, and where figures are to be said on the places of a later day, what these came from.
/// </summary>
internal sealed class ReadingPlaces
{
    private readonly int placeId;
    private readonly DateOnly? later;
    private readonly ILookup<int, LyingUnder> under;
    private readonly Successions successions;
    private readonly IReadOnlyDictionary<int, Existing> known;

    private ReadingPlaces(ReadingPlaces above, int placeId) =>
        (this.placeId, later, under, successions, known) = (placeId, above.later, above.under, above.successions, above.known);

    /// <param name="later">The day on whose places earlier figures are said; null says them on those of their time.</param>
    public ReadingPlaces(
        int placeId, DateOnly? later, IReadOnlyCollection<LyingUnder> under, Successions successions, IEnumerable<Existing> others)
    {
        (this.placeId, this.later, this.successions) = (placeId, later, successions);
        this.under = under.ToLookup(row => row.ParentId);
        known = under.Select(row => row.Place).Concat(others).DistinctBy(place => place.Id).ToDictionary(place => place.Id);
    }

    /// <summary>The place itself.</summary>
    public int Root => placeId;

    /// <summary>True of the place itself and of what ever lay under it.</summary>
    public bool Knows(int id) => known.ContainsKey(id);

    /// <summary>The same of a place that lay under this one.</summary>
    public ReadingPlaces Of(int id) => new(this, id);

    /// <summary>What the figures of a day are carried over by; null where they are said on the places of their time, or those are the same.</summary>
    public RestatedSums? Restating(DateOnly day)
    {
        if (!(later > day))
        {
            return null;
        }

        var communes = Below([placeId], PlaceLevel.Commune, later.Value);
        // With nothing changed between each figure would be carried over to itself, for much work.
        var same = !successions.Days.Any(changed => changed > day && changed <= later) && communes.ToHashSet().SetEquals(On(PlaceLevel.Commune, day));

        return same ? null : new RestatedSums(successions, communes, day, later.Value);
    }

    /// <summary>
    /// The communes of a day that passed something on. The island districts, which had no communes, counted for themselves
    /// alone and are none.
    /// </summary>
    public IReadOnlyList<int> CommunesThen(RestatedSums restating, DateOnly day) =>
        [.. restating.Givers.Where(id => known[id].Level is PlaceLevel.Commune && known[id].ValidFrom <= day)];

    /// <summary>The places of a level that made up the place on a day; of a place that began later, those of what it came from.</summary>
    public IReadOnlyList<int> On(PlaceLevel asked, DateOnly day) => Below(later > day ? Roots(day) : [placeId], asked, day);

    /// <summary>What the place was on a day. A split place is one with its default successor: counted with each it would be two.</summary>
    private List<int> Roots(DateOnly day) => [.. successions.GiversOn(placeId, day).Where(id => Heir(id) == placeId)];

    private int Heir(int id)
    {
        while (successions.Of(id) is [var first, ..] && first.EffectiveOn <= later)
        {
            id = first.ToId;
        }

        return id;
    }

    private List<int> Below(IEnumerable<int> roots, PlaceLevel asked, DateOnly day)
    {
        var levels = roots.ToLookup(root => known[root].Level.CompareTo(asked));
        var children = levels[-1].SelectMany(root => under[root])
            .Where(row => row.ValidFrom <= day && (row.ValidTo is null || row.ValidTo >= day))
            .Select(row => row.Place.Id)
            .ToList();

        return children.Count == 0 ? [.. levels[0]] : [.. levels[0], .. Below(children, asked, day)];
    }

    /// <summary>A place with the one that it belonged to, for a time.</summary>
    public sealed record LyingUnder(Existing Place, int ParentId, DateOnly ValidFrom, DateOnly? ValidTo);

    /// <summary>Of what level a place is, and since when.</summary>
    public sealed record Existing(int Id, PlaceLevel Level, DateOnly ValidFrom);
}

internal static class ReadingPlacesQueries
{
    extension(HieuHocDb db)
    {
        /// <summary>What is needed to name the places behind the figures of one place.</summary>
        /// <param name="days">The days whose figures are read.</param>
        /// <param name="later">The day on whose places they are said.</param>
        public async Task<ReadingPlaces> ReadingPlacesAsync(
            ReadingPlaces.Existing place, IReadOnlyCollection<DateOnly> days, DateOnly? later, CancellationToken ct)
        {
            var under = await db.LyingUnderAsync([place.Id], place.Level, ct);

            if (!days.Any(day => later > day))
            {
                return new ReadingPlaces(place.Id, null, under, new Successions([]), [place]);
            }

            var successions = await db.SuccessionsBehindAsync([place.Id, .. under.Select(row => row.Place.Id).Distinct()], ct);
            var sources = days.SelectMany(day => under.Select(row => row.Place.Id).Append(place.Id).Distinct()
                .SelectMany(id => successions.GiversOn(id, day))).ToHashSet().ToList();
            var others = await db.Places.AsNoTracking().Where(of => EF.Parameter(sources).Contains(of.Id))
                .Select(of => new ReadingPlaces.Existing(of.Id, of.Level, of.ValidFrom))
                .ToListAsync(ct);
            var before = days.SelectMany(day => successions.GiversOn(place.Id, day)).Where(id => id != place.Id).Distinct().ToList();

            return new ReadingPlaces(
                place.Id, later, [.. under, .. await db.LyingUnderAsync(before, place.Level, ct)], successions, [place, .. others]);
        }

        /// <summary>All that ever lay under places of a level, down to the communes.</summary>
        private async Task<IReadOnlyList<ReadingPlaces.LyingUnder>> LyingUnderAsync(List<int> roots, PlaceLevel level, CancellationToken ct)
        {
            if (roots.Count == 0 || level is PlaceLevel.Commune)
            {
                return [];
            }

            var parents = db.PlaceParents.AsNoTracking();
            var above = parents.Where(parent => EF.Parameter(roots).Contains(parent.ParentId));
            var all = above;

            // A district has its communes, a province also those of its districts, the country the districts of its provinces.
            for (var depth = level; depth < PlaceLevel.District; depth++)
            {
                var (next, children) = (depth + 1, above.Select(parent => parent.PlaceId));
                // Of communes nothing is wanted: all villages of a province would be read and left out.
                var between = db.Places.Where(place => place.Level == next && children.Contains(place.Id)).Select(place => place.Id);
                above = parents.Where(parent => between.Contains(parent.ParentId));
                all = all.Concat(above);
            }

            return await all.Join(
                    db.Places.Where(place => place.Level != PlaceLevel.Village),
                    parent => parent.PlaceId,
                    place => place.Id,
                    (parent, place) => new ReadingPlaces.LyingUnder(
                        new ReadingPlaces.Existing(place.Id, place.Level, place.ValidFrom), parent.ParentId, parent.ValidFrom, parent.ValidTo))
                .ToListAsync(ct);
        }
    }
}
