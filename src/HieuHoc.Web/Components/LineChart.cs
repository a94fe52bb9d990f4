using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace HieuHoc.Web.Components;

/// <summary>A year of a line.</summary>
/// <param name="Value">Null where nothing is known: a gap in the line.</param>
/// <param name="Label">The value as the reader writes it.</param>
/// <param name="Name">Whose value of which year it is.</param>
/// <param name="Href">Where its rows are; null where there is nothing to open.</param>
/// <param name="IsEstimate">Drawn hollow.</param>
public sealed record LinePoint(int Year, decimal? Value, string Label, string Name, string? Href, bool IsEstimate);

/// <summary>A value over the years.</summary>
public sealed record ChartLine(string Name, IReadOnlyList<LinePoint> Points);

/// <summary>The level that is to be reached.</summary>
public sealed record TargetLine(string Name, decimal Value);

/// <summary>Draws values over the years: the own line with its numbers, beside it one other line, and the target as a level line.</summary>
public sealed class LineChart
{
    private const int Width = 360;
    private const int Height = 220;
    private const int Left = 30;
    private const int Top = 44;
    private const int Bottom = 170;
    private const int Years = 212;

    /// <summary>How far words stand from their point, above and under it.</summary>
    private const int Above = 10;
    private const int Under = 20;

    private const int Radius = 5;

    /// <summary>The two lines of words above the drawing, where names go that find no room in it.</summary>
    private static readonly IReadOnlyList<int> Rows = [14, 32];

    /// <summary>The least part of the greatest value that the height of the drawing stands for.</summary>
    private const decimal LeastShare = 0.25m;

    private readonly IReadOnlyList<int> years;
    private readonly decimal low;
    private readonly decimal high;
    private readonly ChartLabels labels = new(Width, Height);

    private LineChart(IReadOnlyList<int> years, IReadOnlyList<decimal> values)
    {
        this.years = years;
        var (least, most) = (values.Min(), values.Max());
        // A small change must not look like a fall: the lines lie in the middle of at least a quarter of what they say.
        var more = Math.Max(0, (Math.Max(Math.Abs(least), Math.Abs(most)) * LeastShare) - (most - least)) / 2;
        (low, high) = (least - more, most + more);
    }

    /// <summary>The drawing.</summary>
    /// <param name="id">Unique on the page.</param>
    /// <param name="own">At least one of its years, or of the other's, has a value.</param>
    /// <param name="title">The finding, in one sentence.</param>
    /// <param name="description">What the lines are, and where the same numbers stand as a table.</param>
    public static IHtmlContent Render(string id, ChartLine own, ChartLine? other, TargetLine? target, string title, string description)
    {
        IReadOnlyList<LinePoint> all = [.. own.Points, .. other?.Points ?? []];
        var values = all.Select(point => point.Value).OfType<decimal>();
        var chart = new LineChart([.. own.Points.Select(point => point.Year)], [.. target is null ? values : values.Append(target.Value)]);
        IEnumerable<string> parts =
        [
            Drawing.Begin(id, "chart", Width, Height, all.Any(point => point.Href is not null), title, description),
            .. own.Points.Select(point => chart.labels.Put(point.Year.ToString(CultureInfo.InvariantCulture), new LabelPlace(chart.X(point.Year), Years, "middle"))),
            target is null ? "" : chart.Level(target),
            other is null ? "" : chart.Draw(other, "other"),
            chart.Draw(own, "own"),
            // The own numbers take their places first, then the names what is left.
            .. own.Points.Where(point => point.Value is not null).Select(point => chart.LabelOf(point, other)),
            target is null ? "" : chart.NameOf(target, own),
            other is null ? "" : chart.NameOf(other, own),
            "</svg>",
        ];

        return new HtmlString(string.Concat(parts));
    }

    private decimal X(int year) => years.Count == 1 ? Width / 2 : Left + ((Width - (2m * Left)) * (year - years[0]) / (years[^1] - years[0]));

    private decimal Y(decimal value) => high == low ? (Top + Bottom) / 2 : Bottom - ((value - low) / (high - low) * (Bottom - Top));

    private string Draw(ChartLine line, string css) =>
        string.Concat(Runs(line).Where(run => run.Count > 1).Select(run =>
            $"<polyline class=\"{css}\" points=\"{string.Join(' ', run.Select(point => Invariant($"{X(point.Year):0.#},{Y(point.Value!.Value):0.#}")))}\"/>"))
        + string.Concat(line.Points.Where(point => point.Value is not null).Select(point => Drawing.Named(point.Name, point.Href, Invariant(
            $"<circle class=\"{(point.IsEstimate ? "waiting" : css == "own" ? "own" : "map-4")}\" cx=\"{X(point.Year):0.#}\" cy=\"{Y(point.Value!.Value):0.#}\" r=\"{Radius}\"/>"))));

    /// <summary>Years in a row with a value: over a gap there is no line.</summary>
    private static IReadOnlyList<IReadOnlyList<LinePoint>> Runs(ChartLine line)
    {
        var runs = new List<List<LinePoint>> { new() };

        foreach (var point in line.Points)
        {
            if (point.Value is null)
            {
                runs.Add([]);
                continue;
            }

            runs[^1].Add(point);
        }

        return runs;
    }

    /// <summary>The number at a point of the own line, first on the side where the other line is not.</summary>
    private string LabelOf(LinePoint point, ChartLine? other)
    {
        var beside = other?.Points.FirstOrDefault(of => of.Year == point.Year)?.Value;

        return labels.Put(point.Label, Beside(X(point.Year), Y(point.Value!.Value), "middle", below: beside > point.Value));
    }

    /// <summary>The other line's name with its newest value: beside that point where the years after it are empty, else on the side where the own line is not.</summary>
    private string NameOf(ChartLine line, ChartLine own)
    {
        if (line.Points.LastOrDefault(point => point.Value is not null) is not { Value: { } value } last)
        {
            return "";
        }

        var beside = own.Points.FirstOrDefault(point => point.Year == last.Year)?.Value;
        IEnumerable<LabelPlace> after = last.Year < years[^1] ? [new LabelPlace(X(last.Year) + Above, Y(value) + Radius, "start")] : [];

        return labels.Put($"{line.Name} {last.Label}", [.. after, .. Beside(Width, Y(value), "end", below: beside > value), .. Beside(0, Y(value), "start", below: beside > value), .. AtTheTop()]);
    }

    private string Level(TargetLine target) => Invariant($"<path stroke=\"currentColor\" stroke-dasharray=\"6 4\" d=\"M0 {Y(target.Value):0.#}H{Width}\"/>");

    /// <summary>The level's name, first at the end that lies further from the own line.</summary>
    private string NameOf(TargetLine target, ChartLine own)
    {
        var known = own.Points.Where(point => point.Value is not null).ToList();
        var right = known.Count == 0
            || Math.Abs(known[^1].Value!.Value - target.Value) > Math.Abs(known[0].Value!.Value - target.Value)
            || (known.Count == 1 && X(known[0].Year) < Width / 2);
        var below = !known.TrueForAll(point => point.Value <= target.Value);
        var (atRight, atLeft) = (Beside(Width, Y(target.Value), "end", below), Beside(0, Y(target.Value), "start", below));

        return labels.Put(target.Name, right ? [.. atRight, .. atLeft, .. AtTheTop()] : [.. atLeft, .. atRight, .. AtTheTop()]);
    }

    /// <summary>Above a height and under it, one of them first.</summary>
    private static IEnumerable<LabelPlace> Beside(decimal x, decimal y, string anchor, bool below) =>
        below ? [new(x, y + Under, anchor), new(x, y - Above, anchor)] : [new(x, y - Above, anchor), new(x, y + Under, anchor)];

    private static IEnumerable<LabelPlace> AtTheTop() =>
        Rows.SelectMany(row => (IEnumerable<LabelPlace>)[new(Width, row, "end"), new(0, row, "start")]);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
