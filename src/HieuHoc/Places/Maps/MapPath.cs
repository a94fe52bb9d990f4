namespace HieuHoc.Places.Maps;

/// <summary>One place's rings on the sheet, without what cannot be seen, as path data and with a point inside.</summary>
internal sealed class MapPath
{
    /// <summary>Twice the area, square units, below which a ring is not seen.</summary>
    private const long SmallestArea = 6;

    private readonly IReadOnlyList<IReadOnlyList<MapPoint>> rings;

    /// <summary>Fits the rings.</summary>
    /// <param name="dots">True in an inset: a ring too small to be seen is drawn as a dot, not left out.</param>
    public MapPath(MapRings outline, MapFit fit, int dotRadius, bool dots)
    {
        var fitted = outline.Rings.Select(ring => Simplify([.. ring.Select(fit.At)])).ToList();
        var seen = dots
            ? [.. fitted.Zip(outline.Rings, (ring, source) => IsSeen(ring, dotRadius) ? ring : Dot(fit.At(source[0]), dotRadius))]
            : fitted.Where(ring => IsSeen(ring, 0)).ToList();

        // Whatever happens to its rings, a place never vanishes from the map.
        rings = seen.Count > 0 ? seen : [Dot(fit.At(outline.Rings[0][0]), dotRadius)];
    }

    public IReadOnlyList<IReadOnlyList<MapPoint>> Rings => rings;

    /// <summary>SVG path data: whole numbers, each point told from the one before.</summary>
    public string Data()
    {
        var pen = new MapPen();

        foreach (var ring in rings)
        {
            pen.Draw(ring);
        }

        return pen.ToString();
    }

    /// <summary>The middle of the largest ring, or, where that lies outside, the middle of its widest stretch at that height.</summary>
    public MapPoint Label()
    {
        var ring = rings.MaxBy(ring => Math.Abs(Area(ring)))!;
        var middle = Centre(ring);
        var crossings = Crossings(ring, middle.Y + 0.5).Order().ToList();
        var stretches = crossings.Chunk(2).Where(pair => pair.Length == 2).ToList();

        if (stretches.Count == 0 || stretches.Any(pair => pair[0] < middle.X && middle.X < pair[1]))
        {
            return middle;
        }

        var widest = stretches.MaxBy(pair => pair[1] - pair[0])!;

        return middle with { X = (int)Math.Round((widest[0] + widest[1]) / 2) };
    }

    /// <summary>Where a level line crosses the ring; an odd number of crossings to the left of a point means it is inside.</summary>
    public static IEnumerable<double> Crossings(IReadOnlyList<MapPoint> ring, double y)
    {
        for (var i = 0; i < ring.Count; i++)
        {
            var (from, to) = (ring[i], ring[(i + 1) % ring.Count]);

            if (from.Y < y != to.Y < y)
            {
                yield return from.X + ((y - from.Y) * (to.X - from.X) / (to.Y - from.Y));
            }
        }
    }

    /// <summary>Drops points that repeat, spikes, and points on a straight line, none of which changes what is drawn.</summary>
    private static List<MapPoint> Simplify(IReadOnlyList<MapPoint> closed)
    {
        var kept = new List<MapPoint>(closed.Count);

        foreach (var point in closed)
        {
            Add(kept, point);
        }

        // The ring closes by itself: its first point is not told twice, nor kept where it lies on a line.
        while (kept.Count > 2 && (kept[^1] == kept[0] || Turn(kept[^2], kept[^1], kept[0]) == 0))
        {
            kept.RemoveAt(kept.Count - 1);
        }

        while (kept.Count > 2 && Turn(kept[^1], kept[0], kept[1]) == 0)
        {
            kept.RemoveAt(0);
        }

        return kept;
    }

    private static void Add(List<MapPoint> kept, MapPoint point)
    {
        while (kept.Count > 1 && Turn(kept[^2], kept[^1], point) == 0)
        {
            kept.RemoveAt(kept.Count - 1);
        }

        if (kept.Count == 0 || kept[^1] != point)
        {
            kept.Add(point);
        }
    }

    private static long Turn(MapPoint a, MapPoint b, MapPoint c) =>
        ((long)(b.X - a.X) * (c.Y - b.Y)) - ((long)(b.Y - a.Y) * (c.X - b.X));

    private static long Area(IReadOnlyList<MapPoint> ring) => ring.Index().Sum(pair =>
        ((long)pair.Item.X * ring[(pair.Index + 1) % ring.Count].Y) - ((long)ring[(pair.Index + 1) % ring.Count].X * pair.Item.Y));

    private static bool IsSeen(IReadOnlyList<MapPoint> ring, int smallest) =>
        Math.Abs(Area(ring)) >= SmallestArea
        && (ring.Max(point => point.X) - ring.Min(point => point.X) > smallest
            || ring.Max(point => point.Y) - ring.Min(point => point.Y) > smallest);

    private static List<MapPoint> Dot(MapPoint centre, int radius) =>
    [
        centre with { X = centre.X - radius },
        centre with { Y = centre.Y - radius },
        centre with { X = centre.X + radius },
        centre with { Y = centre.Y + radius },
    ];

    private static MapPoint Centre(IReadOnlyList<MapPoint> ring)
    {
        var area = Area(ring);
        var (x, y) = (0L, 0L);

        foreach (var (i, from) in ring.Index())
        {
            var to = ring[(i + 1) % ring.Count];
            var cross = ((long)from.X * to.Y) - ((long)to.X * from.Y);
            x += (from.X + to.X) * cross;
            y += (from.Y + to.Y) * cross;
        }

        return area == 0 ? ring[0] : new MapPoint((int)(x / (3 * area)), (int)(y / (3 * area)));
    }
}
