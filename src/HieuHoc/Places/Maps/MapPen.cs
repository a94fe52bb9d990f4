using System.Globalization;
using System.Text;

namespace HieuHoc.Places.Maps;

/// <summary>Writes rings as SVG path data with as few characters as the format allows.</summary>
internal sealed class MapPen
{
    private readonly StringBuilder data = new();
    private MapPoint at;
    private char last;

    public void Draw(IReadOnlyList<MapPoint> ring)
    {
        data.Append('m');
        Pair(ring[0].X - at.X, ring[0].Y - at.Y);
        (at, last) = (ring[0], 'l'); // what follows a move is a line unless another letter is given

        foreach (var point in ring.Skip(1))
        {
            LineTo(point);
        }

        data.Append('z');
        at = ring[0];
    }

    public override string ToString() => data.ToString();

    private void LineTo(MapPoint point)
    {
        var (x, y) = (point.X - at.X, point.Y - at.Y);
        var command = x == 0 ? 'v' : y == 0 ? 'h' : 'l';

        // A letter is repeated only after another, and a minus sign separates as well as a space does.
        if (command != last)
        {
            data.Append(command);
        }
        else if ((command is 'v' ? y : x) >= 0)
        {
            data.Append(' ');
        }

        if (command is 'l')
        {
            Pair(x, y);
        }
        else
        {
            Number(command is 'v' ? y : x);
        }

        (at, last) = (point, command);
    }

    private void Pair(int x, int y)
    {
        Number(x);
        data.Append(y < 0 ? "" : " ");
        Number(y);
    }

    private void Number(int value) => data.Append(value.ToString(CultureInfo.InvariantCulture));
}
