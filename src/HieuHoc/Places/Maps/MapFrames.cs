namespace HieuHoc.Places.Maps;

/// <summary>Finds room for framed islands: as near to their true position as the sheet is free, else on a strip at its right.</summary>
internal sealed class MapFrames(int width, int height, IReadOnlyList<IReadOnlyList<MapPoint>> obstacles)
{
    /// <summary>The room for the island itself, units.</summary>
    private const int Inner = 84;

    private const int Padding = 8;

    /// <summary>The line under the island that carries its name, and about what a letter of it takes.</summary>
    private const int NameHeight = 26;

    private const int LetterWidth = 13;

    /// <summary>Free space around a frame.</summary>
    private const int Gap = 8;

    /// <summary>Positions tried along each side of the sheet.</summary>
    private const int Tries = 24;

    private readonly List<MapInset> insets = [];
    private int strip;

    public int Width => width + strip;

    public int Height => insets.Select(inset => inset.Y + inset.Height + Gap).Append(height).Max();

    public IReadOnlyList<MapInset> Insets => insets;

    /// <summary>Adds a frame for an island and says how the island fits into it.</summary>
    /// <param name="map">How the rest of the map is fitted, for the true position.</param>
    public MapFit Add(MapPiece island, MapFit map)
    {
        var name = string.Join(", ", island.Outlines.Select(outline => outline.Outline.Name));
        var own = MapFit.ExtentOf(island.Points, map.Narrowing);
        var trueX = ((own.Left + own.Right) / 2 - map.Left) * map.Scale;
        var trueY = ((own.Top + own.Bottom) / 2 - map.Top) * map.Scale;
        var side = Inner + (2 * Padding);
        var frame = Place(Math.Max(side, name.Length * LetterWidth), side + NameHeight, trueX, trueY) with { Name = name };
        var scale = Inner / own.Longest;
        insets.Add(frame);

        return new MapFit(
            map.Narrowing,
            own.Left,
            own.Top,
            scale,
            frame.X + (int)((frame.Width - (own.Width * scale)) / 2),
            frame.Y + Padding + (int)((Inner - (own.Height * scale)) / 2));
    }

    private MapInset Place(int frameWidth, int frameHeight, double trueX, double trueY)
    {
        var positions =
            from row in Enumerable.Range(0, Tries + 1)
            from column in Enumerable.Range(0, Tries + 1)
            let x = Gap / 2 + (column * (width - frameWidth - Gap) / Tries)
            let y = Gap / 2 + (row * (height - frameHeight - Gap) / Tries)
            orderby Math.Pow(x + (frameWidth / 2) - trueX, 2) + Math.Pow(y + (frameHeight / 2) - trueY, 2)
            select new MapInset(x, y, frameWidth, frameHeight, "");

        return positions.FirstOrDefault(IsFree) ?? OnTheStrip(frameWidth, frameHeight);
    }

    private MapInset OnTheStrip(int frameWidth, int frameHeight)
    {
        var above = insets.Where(inset => inset.X > width).Sum(inset => inset.Height + Gap);
        strip = Math.Max(strip, frameWidth + (2 * Gap));

        return new MapInset(width + Gap, Gap + above, frameWidth, frameHeight, "");
    }

    private bool IsFree(MapInset frame)
    {
        var (left, top) = (frame.X - Gap, frame.Y - Gap);
        var (right, bottom) = (frame.X + frame.Width + Gap, frame.Y + frame.Height + Gap);

        return !insets.Any(other => left < other.X + other.Width && other.X < right && top < other.Y + other.Height && other.Y < bottom)
            && !obstacles.Any(ring => ring.Any(point => left < point.X && point.X < right && top < point.Y && point.Y < bottom))
            && !obstacles.Any(ring => Covers(ring, left, top) || Covers(ring, right, bottom) || Covers(ring, right, top) || Covers(ring, left, bottom));
    }

    private static bool Covers(IReadOnlyList<MapPoint> ring, int x, int y) =>
        MapPath.Crossings(ring, y + 0.5).Count(crossing => crossing < x) % 2 == 1;
}
