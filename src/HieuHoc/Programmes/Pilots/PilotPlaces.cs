using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Pilots;

/// <summary>The places of a pilot as people type them: by name, of today or of then; where several are called so by code, or with what they belong to.</summary>
public static class PilotPlaces
{
    /// <summary>How pages write chosen places, so that each is read back as the same; one that is no more by its code and last day.</summary>
    public static async Task<IReadOnlyList<string>> TypedAsync(HieuHocDb db, IReadOnlyCollection<int> ids, DateOnly today, CancellationToken ct)
    {
        var chosen = db.Places.Where(place => EF.Parameter(ids).Contains(place.Id));
        var ended = await chosen.ToDictionaryAsync(place => place.Id, place => place.ValidTo, ct);
        var places = await db.PlacesOrLast(chosen, today).ToListAsync(ct);
        var parents = places.Select(place => place.ParentId).OfType<int>().Distinct().ToList();
        var above = await db.PlacesOrLast(db.Places.Where(place => EF.Parameter(parents).Contains(place.Id)), today).ToDictionaryAsync(place => place.Id, place => place.FullName, ct);

        return
        [
            .. from place in places.OrderBy(place => place.Level).ThenBy(place => place.Name, Vietnamese.Order).ThenBy(place => place.Id)
               let last = ended[place.Id] < today ? ended[place.Id] : null
               select (place, last) switch
               {
                   ({ Code.Length: > 0 }, { }) => $"{new PlaceCodeOnDay(place.Code, last)}",
                   ({ Level: PlaceLevel.Village, ParentId: { } parent }, _) => $"{place.FullName}, {above[parent]}",
                   _ => place.FullName,
               },
        ];
    }

    /// <summary>The places that are meant; refused where a name means none or more than one: nobody is guessed.</summary>
    internal static async Task<Outcome<IReadOnlySet<int>>> FindAsync(HieuHocDb db, IReadOnlyList<string> lines, Actor actor, DateOnly today, CancellationToken ct)
    {
        var found = new HashSet<int>();

        foreach (var line in lines)
        {
            switch (await MeantAsync(db, line, actor, today, ct))
            {
                case []:
                    return new PilotAreaUnknown(line);
                case [var only]:
                    found.Add(only);
                    break;
                case var several:
                    return new PilotAreaAmbiguous(line, string.Join("; ", (await CodesAsync(db, several, today, ct)).Distinct()));
            }
        }

        return found;
    }

    private static async Task<IReadOnlyList<int>> MeantAsync(HieuHocDb db, string line, Actor actor, DateOnly today, CancellationToken ct)
    {
        // A pilot is of a part of the province, and so never of the province itself.
        var places = db.PlacesVisibleTo(actor).Where(place => place.Level != PlaceLevel.Country && place.Level != PlaceLevel.Province);

        if (await db.PlaceByCodeAsync(line, today, ct) is { } coded && await places.AnyAsync(place => place.Id == coded.Id, ct))
        {
            return [coded.Id];
        }

        var (name, above) = line.Split(',', 2, StringSplitOptions.TrimEntries) is [var first, var second] ? (SearchKey.Of(first), SearchKey.Of(second)) : (SearchKey.Of(line), null);
        var (names, parents) = (db.PlaceNames, db.PlaceParents);
        var called = await places.Where(place => names.Any(known => known.PlaceId == place.Id && known.Folded == name)
                && (above == null || parents.Any(parent => parent.PlaceId == place.Id && names.Any(known => known.PlaceId == parent.ParentId && known.Folded == above))))
            .Select(place => new { place.Id, place.ValidTo }).ToListAsync(ct);
        var now = called.Where(place => place.ValidTo is null || place.ValidTo >= today).ToList();

        return [.. (now.Count > 0 ? now : called).Select(place => place.Id).Order()];
    }

    private static async Task<IEnumerable<string>> CodesAsync(HieuHocDb db, IReadOnlyList<int> ids, DateOnly today, CancellationToken ct)
    {
        var places = await db.PlacesOrLast(db.Places.Where(place => EF.Parameter(ids).Contains(place.Id)), today).ToListAsync(ct);
        var ended = await db.Places.Where(place => EF.Parameter(ids).Contains(place.Id)).ToDictionaryAsync(place => place.Id, place => place.ValidTo, ct);
        var villages = await TypedAsync(db, [.. places.Where(place => place.Level is PlaceLevel.Village).Select(place => place.Id)], today, ct);

        return places.Where(place => place.Level is not PlaceLevel.Village)
            .Select(place => $"{place.FullName}: {new PlaceCodeOnDay(place.Code, ended[place.Id] < today ? ended[place.Id] : null)}").Order(Vietnamese.Order).Concat(villages);
    }
}
