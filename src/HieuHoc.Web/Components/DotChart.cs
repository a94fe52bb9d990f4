using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace HieuHoc.Web.Components;

/// <summary>One of many on a line of values.</summary>
/// <param name="Name">Who it is and its value, in the reader's language.</param>
/// <param name="Href">Where its rows are; null where there is nothing to open.</param>
/// <param name="IsOwn">True of the one that is compared with the others.</param>
/// <param name="IsEstimate">Drawn hollow.</param>
public sealed record Dot(decimal Value, string Name, string? Href, bool IsOwn, bool IsEstimate);

/// <summary>What is written at the dots.</summary>
/// <param name="Own">Above the own one; null where none is.</param>
/// <param name="Middle">Under the one in the middle.</param>
/// <param name="Low">At the lowest value.</param>
/// <param name="High">At the highest value.</param>
public sealed record DotWords(string? Own, string Middle, string Low, string High);

/// <summary>Draws values as dots on one line, equal ones above each other: where one stands among many.</summary>
public static class DotChart
{
    private const int Width = 360;
    private const int Margin = 12;
    private const int Radius = 4;
    private const int OwnRadius = 6;

    /// <summary>How wide the strip is in which dots count as equal, and how far one stands above the other.</summary>
    private const int Step = 9;

    /// <summary>A line of words.</summary>
    private const int Line = 20;

    /// <summary>The drawing.</summary>
    /// <param name="id">Unique on the page.</param>
    /// <param name="dots">At least one.</param>
    /// <param name="middle">The value in the middle.</param>
    /// <param name="title">The finding, in one sentence.</param>
    /// <param name="description">What a dot is, and where the same numbers stand as a table.</param>
    public static IHtmlContent Render(string id, IReadOnlyList<Dot> dots, decimal middle, DotWords words, string title, string description)
    {
        var (low, high) = (dots.Min(dot => dot.Value), dots.Max(dot => dot.Value));
        decimal X(decimal value) => high == low
            ? Width / 2
            : Margin + (Math.Round((value - low) / (high - low) * (Width - (2 * Margin)) / Step) * Step);
        // Above each other the own one comes last: nearest to its words, and covered by none.
        var stacks = dots.OrderBy(dot => dot.IsOwn).ThenBy(dot => dot.Value).GroupBy(dot => X(dot.Value)).ToList();
        var floor = (words.Own is null ? 0 : Line) + (stacks.Max(stack => stack.Count()) * Step) + OwnRadius;
        var own = dots.FirstOrDefault(dot => dot.IsOwn);
        IEnumerable<string> parts =
        [
            Drawing.Begin(id, "chart", Width, floor + (3 * Line), dots.Any(dot => dot.Href is not null), title, description),
            Across(floor + OwnRadius),
            .. stacks.SelectMany(stack => stack.Index().Select(pair => Mark(pair.Item, stack.Key, floor - (pair.Index * Step)))),
            own is null || words.Own is null ? "" : Drawing.Words(X(own.Value), Line - OwnRadius, Drawing.AnchorAt(X(own.Value), Width), words.Own),
            Tick(X(middle), floor + OwnRadius),
            Drawing.Words(X(middle), floor + (1.6m * Line), Drawing.AnchorAt(X(middle), Width), words.Middle),
            Drawing.Words(0, floor + (2.6m * Line), "start", words.Low),
            Drawing.Words(Width, floor + (2.6m * Line), "end", words.High),
            "</svg>",
        ];

        return new HtmlString(string.Concat(parts));
    }

    private static string Mark(Dot dot, decimal x, int y) => Drawing.Named(dot.Name, dot.Href, string.Create(CultureInfo.InvariantCulture,
        $"<circle class=\"{(dot.IsOwn ? "own" : dot.IsEstimate ? "waiting" : "map-4")}\" cx=\"{x:0.#}\" cy=\"{y}\" r=\"{(dot.IsOwn ? OwnRadius : Radius)}\"/>"));

    private static string Across(int y) => $"<path stroke=\"currentColor\" stroke-width=\"0.5\" d=\"M0 {y}H{Width}\"/>";

    private static string Tick(decimal x, int y) => string.Create(CultureInfo.InvariantCulture, $"<path stroke=\"currentColor\" d=\"M{x:0.#} {y}v{OwnRadius}\"/>");
}
