using System.Collections.Concurrent;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Places.Maps;

/// <summary>The maps drawn so far: outlines change by decree, so a map of a day is drawn once.</summary>
public sealed class ProvinceMaps
{
    /// <summary>At some 50 KB each; more are asked for only by a walk through the years.</summary>
    private const int Most = 64;

    private readonly ConcurrentDictionary<(int PlaceId, DateOnly Day), ProvinceMap> drawn = new();

    /// <summary>The map of the places that belonged to a place on a day; null when none of them has an outline.</summary>
    public async Task<ProvinceMap?> OfAsync(HieuHocDb db, int provinceId, DateOnly day, CancellationToken ct)
    {
        if (drawn.TryGetValue((provinceId, day), out var known))
        {
            return known;
        }

        var map = ProvinceMap.Draw(await db.OutlinesAsync(provinceId, day, ct));

        // Nothing drawn is not kept: its boundaries may be loaded in the next minute.
        if (map is not null)
        {
            Keep((provinceId, day), map);
        }

        return map;
    }

    private void Keep((int PlaceId, DateOnly Day) key, ProvinceMap map)
    {
        if (drawn.Count >= Most)
        {
            drawn.Clear();
        }

        drawn[key] = map;
    }
}

public static class MapOutlineQueries
{
    extension(HieuHocDb db)
    {
        /// <summary>The outlines of the places that belonged to a place on a day, as far as there are any.</summary>
        public async Task<IReadOnlyList<MapOutline>> OutlinesAsync(int parentId, DateOnly day, CancellationToken ct)
        {
            var then = await db.LastDayAsync(parentId, day, ct);
            var belonging = db.PlaceParents.HoldingOn(then).Where(parent => parent.ParentId == parentId);
            var geometries = await db.PlaceBoundaries.HoldingOn(then)
                .Where(boundary => belonging.Any(parent => parent.PlaceId == boundary.PlaceId))
                .ToDictionaryAsync(boundary => boundary.PlaceId, boundary => boundary.Geometry, ct);

            return
            [
                .. from place in await db.ChildrenAsync(parentId, then, ct)
                   where geometries.ContainsKey(place.Id)
                   select new MapOutline(place.Id, place.Code, place.Name, place.FullName, geometries[place.Id]),
            ];
        }
    }
}
