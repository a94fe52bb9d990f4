namespace HieuHoc.Places.Maps;

/// <summary>The communes of a province as shapes on a sheet of <c>Width</c> × <c>Height</c> units, north up.</summary>
public sealed record ProvinceMap(int Width, int Height, IReadOnlyList<MapShape> Shapes, IReadOnlyList<MapInset> Insets)
{
    /// <summary>Draws the outlines given; the same outlines give the same map. Null when there is nothing to draw.</summary>
    public static ProvinceMap? Draw(IReadOnlyList<MapOutline> outlines)
    {
        var pieces = MapPiece.Of(outlines);

        if (pieces.Count == 0)
        {
            return null;
        }

        var sheet = new MapSheet(pieces);

        return new ProvinceMap(sheet.Width, sheet.Height, [.. sheet.Shapes().OrderBy(shape => shape.PlaceId)], sheet.Insets);
    }
}

/// <summary>What is known of a place to be drawn.</summary>
/// <param name="Name">Without the kind; it is written into insets.</param>
/// <param name="FullName">With the kind.</param>
/// <param name="Geometry">A polygon or several as GeoJSON, WGS84.</param>
public sealed record MapOutline(int PlaceId, string Code, string Name, string FullName, string Geometry);

/// <summary>A place on the map.</summary>
/// <param name="Name">With the kind: "Xã Hải Lăng".</param>
/// <param name="Path">SVG path data.</param>
/// <param name="LabelX">With <c>LabelY</c> a point inside the shape.</param>
public sealed record MapShape(int PlaceId, string Code, string Name, string Path, int LabelX, int LabelY);

/// <summary>A frame in which islands are drawn that would be lost, or too far off, at their true position.</summary>
/// <param name="Name">The islands' names without the kind.</param>
public sealed record MapInset(int X, int Y, int Width, int Height, string Name);
