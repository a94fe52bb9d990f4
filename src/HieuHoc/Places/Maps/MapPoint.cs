namespace HieuHoc.Places.Maps;

/// <summary>A point of the earth, degrees.</summary>
internal readonly record struct GeoPoint(double Longitude, double Latitude);

/// <summary>A point of the sheet, whole units from its upper left corner.</summary>
internal readonly record struct MapPoint(int X, int Y);

/// <summary>A rectangle of the plane before it is scaled: degrees of latitude, y downwards.</summary>
internal readonly record struct Extent(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;

    public double Longest => Math.Max(Width, Height);

    public Extent With(Extent other) => new(
        Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));
}

/// <summary>
/// Places points of the earth on the sheet: equirectangular, true to shape at one latitude, and rounded to whole units,
/// so that a border shared by two neighbours stays one line.
/// </summary>
/// <param name="Narrowing">The cosine of that latitude.</param>
internal readonly record struct MapFit(double Narrowing, double Left, double Top, double Scale, int ShiftX, int ShiftY)
{
    public MapPoint At(GeoPoint point) => new(
        ShiftX + (int)Math.Round(((point.Longitude * Narrowing) - Left) * Scale),
        ShiftY + (int)Math.Round((-point.Latitude - Top) * Scale));

    public static Extent ExtentOf(IEnumerable<GeoPoint> points, double narrowing)
    {
        var extent = new Extent(double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);

        foreach (var point in points)
        {
            var (x, y) = (point.Longitude * narrowing, -point.Latitude);
            extent = extent.With(new Extent(x, y, x, y));
        }

        return extent;
    }
}
