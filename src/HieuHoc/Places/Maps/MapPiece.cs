using System.Text.Json;

namespace HieuHoc.Places.Maps;

/// <summary>Outlines that touch each other: the mainland, or one island.</summary>
internal sealed record MapPiece(IReadOnlyList<MapRings> Outlines)
{
    public IEnumerable<GeoPoint> Points => Outlines.SelectMany(outline => outline.Rings).SelectMany(ring => ring);

    /// <summary>Square degrees: enough to tell the mainland from an island.</summary>
    private double Area => Outlines.SelectMany(outline => outline.Rings).Sum(AreaOf);

    /// <summary>The pieces, the largest first.</summary>
    public static IReadOnlyList<MapPiece> Of(IReadOnlyList<MapOutline> outlines)
    {
        var rings = outlines.Select(outline => new MapRings(outline, Read(outline.Geometry))).ToList();
        var group = Enumerable.Range(0, rings.Count).ToArray();
        var firstAt = new Dictionary<GeoPoint, int>();

        for (var i = 0; i < rings.Count; i++)
        {
            foreach (var point in rings[i].Rings.SelectMany(ring => ring))
            {
                if (!firstAt.TryAdd(point, i))
                {
                    group[Head(i)] = Head(firstAt[point]);
                }
            }
        }

        return
        [
            .. rings.Index()
                .GroupBy(pair => Head(pair.Index), pair => pair.Item)
                .Select(touching => new MapPiece([.. touching]))
                .OrderByDescending(piece => piece.Area),
        ];

        int Head(int i) => group[i] == i ? i : group[i] = Head(group[i]);
    }

    private static double AreaOf(IReadOnlyList<GeoPoint> ring) => Math.Abs(ring.Zip(ring.Skip(1)).Sum(
        edge => (edge.First.Longitude * edge.Second.Latitude) - (edge.Second.Longitude * edge.First.Latitude))) / 2;

    private static List<IReadOnlyList<GeoPoint>> Read(string geometry)
    {
        using var document = JsonDocument.Parse(geometry);
        var coordinates = document.RootElement.GetProperty("coordinates");
        var polygons = document.RootElement.GetProperty("type").GetString() == "Polygon"
            ? [coordinates]
            : coordinates.EnumerateArray().ToList();

        return [.. polygons.SelectMany(polygon => polygon.EnumerateArray()).Select(Ring)];
    }

    private static IReadOnlyList<GeoPoint> Ring(JsonElement ring) =>
        [.. ring.EnumerateArray().Select(point => new GeoPoint(point[0].GetDouble(), point[1].GetDouble()))];
}

/// <summary>An outline with its rings: outer ones and holes alike, each closed, told apart by their winding.</summary>
internal sealed record MapRings(MapOutline Outline, IReadOnlyList<IReadOnlyList<GeoPoint>> Rings);
