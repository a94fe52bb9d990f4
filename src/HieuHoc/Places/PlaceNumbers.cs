using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Places;

/// <summary>
/// The numbers of a pack's places: those of the places that stand in the database already, found by level and by code on a
/// day, and new ones for the rest. So figures and returns keep what they are about.
/// </summary>
internal sealed class PlaceNumbers
{
    private readonly Dictionary<PlaceIdentity, int> numbers = [];
    private readonly List<(PlaceIdentity Place, int Id)> known = [];
    private readonly List<(PlaceIdentity Place, int Id)> added = [];

    /// <summary>The places that were here before.</summary>
    public IReadOnlyList<(PlaceIdentity Place, int Id)> Known => known;

    /// <summary>The places that are new here, by number.</summary>
    public IReadOnlyList<(PlaceIdentity Place, int Id)> Added => added;

    /// <summary>All places, by number.</summary>
    public IReadOnlyList<(PlaceIdentity Place, int Id)> All => [.. known.Concat(added).OrderBy(pair => pair.Id)];

    public int this[PlaceIdentity place] => numbers[place];

    public static async Task<PlaceNumbers> OfAsync(HieuHocDb db, PlacesInTime places, CancellationToken ct)
    {
        var held = await db.PlaceCodes.AsNoTracking()
            .Join(db.Places, code => code.PlaceId, place => place.Id, (code, place) => new Held(
                code.PlaceId, place.Level, code.Code, code.ValidFrom, code.ValidTo))
            .ToListAsync(ct);
        // Agencies draw from the same numbers, so the first free one is asked for; in a new database it is 1.
        var next = await db.NextSubjectAsync(ct);
        var holders = held.ToLookup(code => (code.Level, code.Code));
        var all = new PlaceNumbers();

        foreach (var place in places.Places)
        {
            var holder = Holder(place, holders);
            var id = holder ?? next++;
            all.numbers.Add(place, id);
            (holder is null ? all.added : all.known).Add((place, id));
        }

        return all;
    }

    private static int? Holder(PlaceIdentity place, ILookup<(PlaceLevel, string), Held> holders) => (
        from stretch in place.Stretches.Reverse()
        from code in stretch.Aliases.Where(alias => alias.IsCode).Select(alias => alias.Text).Prepend(stretch.Unit.Code)
        from held in holders[(place.Level, code)]
        where (held.To is null || stretch.From <= held.To) && (stretch.To is null || held.From <= stretch.To)
        select (int?)held.PlaceId).FirstOrDefault();

    private sealed record Held(int PlaceId, PlaceLevel Level, string Code, DateOnly From, DateOnly? To);
}
