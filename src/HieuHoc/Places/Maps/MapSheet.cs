namespace HieuHoc.Places.Maps;

/// <summary>Decides what is drawn where: the mainland fills the sheet, islands stand in place or in a frame.</summary>
internal sealed class MapSheet
{
    /// <summary>The longer side of the map, units; a page shows it with some 640 pixels. Finer would weigh more and show no more.</summary>
    private const int Longest = 800;

    /// <summary>Room for the outermost line.</summary>
    private const int Margin = 4;

    /// <summary>An island smaller than this at true scale, about 8 pixels, goes into a frame.</summary>
    private const int SmallestIsland = 10;

    /// <summary>An island that would make the sheet this much wider or higher goes into a frame.</summary>
    private const double MostStretch = 1.15;

    /// <summary>A place or islet too small to be seen, units; in a frame dots are all there is.</summary>
    private const int DotRadius = 3;

    private const int FramedDotRadius = 4;

    private readonly List<(MapRings Outline, MapPath Path)> drawn = [];

    public MapSheet(IReadOnlyList<MapPiece> pieces)
    {
        var mainland = pieces[0].Points.ToList();
        var latitude = (mainland.Min(point => point.Latitude) + mainland.Max(point => point.Latitude)) / 2;
        var narrowing = Math.Cos(latitude * Math.PI / 180);
        var (extent, framed) = Arrange(pieces, narrowing);
        var fit = new MapFit(narrowing, extent.Left, extent.Top, Longest / extent.Longest, Margin, Margin);

        foreach (var outline in pieces.Except(framed).SelectMany(piece => piece.Outlines))
        {
            drawn.Add((outline, new MapPath(outline, fit, DotRadius, dots: false)));
        }

        var frames = new MapFrames(
            (int)Math.Ceiling(extent.Width * fit.Scale) + (2 * Margin),
            (int)Math.Ceiling(extent.Height * fit.Scale) + (2 * Margin),
            [.. drawn.SelectMany(pair => pair.Path.Rings)]);

        foreach (var piece in framed)
        {
            var inside = frames.Add(piece, fit);
            drawn.AddRange(piece.Outlines.Select(outline => (outline, new MapPath(outline, inside, FramedDotRadius, dots: true))));
        }

        (Width, Height, Insets) = (frames.Width, frames.Height, frames.Insets);
    }

    public int Width { get; }

    public int Height { get; }

    public IReadOnlyList<MapInset> Insets { get; }

    public IEnumerable<MapShape> Shapes() =>
        from pair in drawn
        let outline = pair.Outline.Outline
        let label = pair.Path.Label()
        select new MapShape(outline.PlaceId, outline.Code, outline.FullName, pair.Path.Data(), label.X, label.Y);

    /// <summary>What the sheet must hold, and the islands that go into frames; the nearest islands are taken in first.</summary>
    private static (Extent Extent, IReadOnlyList<MapPiece> Framed) Arrange(IReadOnlyList<MapPiece> pieces, double narrowing)
    {
        var mainland = MapFit.ExtentOf(pieces[0].Points, narrowing);
        var extent = mainland;
        var framed = new List<MapPiece>();
        var islands = pieces.Skip(1)
            .Select(piece => (Piece: piece, Extent: MapFit.ExtentOf(piece.Points, narrowing)))
            .OrderBy(island => mainland.With(island.Extent).Longest);

        foreach (var (piece, own) in islands)
        {
            var wider = extent.With(own);
            var lost = own.Longest * Longest / mainland.Longest < SmallestIsland;
            var far = wider.Width > mainland.Width * MostStretch || wider.Height > mainland.Height * MostStretch;

            if (lost || far)
            {
                framed.Add(piece);
            }
            else
            {
                extent = wider;
            }
        }

        return (extent, framed);
    }
}
