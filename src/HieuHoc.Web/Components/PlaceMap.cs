using HieuHoc.Places.Maps;
using Microsoft.AspNetCore.Html;

namespace HieuHoc.Web.Components;

/// <summary>How a place is shown on a map.</summary>
/// <param name="CssClass">map-1 … map-5, low-1 … low-5, met, not-met, cannot-say, waiting.</param>
/// <param name="Label">Its value in words, in the reader's language.</param>
/// <param name="Href">Where its rows are; null where there is nothing to open.</param>
public sealed record MapMark(string CssClass, string Label, string? Href)
{
    /// <summary>True of the place that is outlined among the others.</summary>
    public bool IsHere { get; init; }
}

/// <summary>
/// Draws a map as SVG without style or colour of its own: the style sheet colours the classes. It must give
/// <c>cannot-say</c> no fill, since its hatch is a pattern of the drawing.
/// </summary>
public static class PlaceMap
{
    private const string CannotSay = "cannot-say";

    /// <summary>How far the name stands above the lower line of its frame, units.</summary>
    private const int NameRise = 10;

    /// <summary>The drawing. A place without a mark is drawn and named, without a value.</summary>
    /// <param name="id">Unique on the page; the drawing's own ids begin with it.</param>
    /// <param name="title">The finding, in one sentence.</param>
    /// <param name="description">What the classes mean, and where the same numbers stand as a table.</param>
    public static IHtmlContent Render(
        string id, ProvinceMap map, IReadOnlyDictionary<int, MapMark> marks, string title, string description)
    {
        var linked = marks.Values.Any(mark => mark.Href is not null);
        IEnumerable<string> parts =
        [
            Drawing.Begin(id, "place-map", map.Width, map.Height, linked, title, description),
            marks.Values.Any(mark => mark.CssClass == CannotSay) ? Hatch(id) : "",
            .. map.Insets.Select(Inset),
            // The outline of one lies on those of its neighbours.
            .. map.Shapes.OrderBy(shape => marks.GetValueOrDefault(shape.PlaceId) is { IsHere: true }).Select(shape => Shape(id, shape, marks.GetValueOrDefault(shape.PlaceId))),
            "</svg>",
        ];

        return new HtmlString(string.Concat(parts));
    }

    private static string Hatch(string id) =>
        $"<defs><pattern id=\"{id}-hatch\" class=\"hatch\" width=\"10\" height=\"10\" patternUnits=\"userSpaceOnUse\" "
        + "patternTransform=\"rotate(45)\"><rect width=\"10\" height=\"10\"/><path d=\"M0 0V12\"/></pattern></defs>";

    // The island itself carries its name as a title; the written one, read aloud too, would say it twice.
    private static string Inset(MapInset inset) => Invariant(
        $"""
        <rect class="map-inset" x="{inset.X}" y="{inset.Y}" width="{inset.Width}" height="{inset.Height}"/>
        <text class="map-inset-name" aria-hidden="true" text-anchor="middle" x="{inset.X + (inset.Width / 2)}"
         y="{inset.Y + inset.Height - NameRise}">{Drawing.Encode(inset.Name)}</text>
        """);

    private static string Shape(string id, MapShape shape, MapMark? mark)
    {
        var name = Drawing.Encode(mark is { Label.Length: > 0 } ? $"{shape.Name}: {mark.Label}" : shape.Name);
        var css = mark is null ? "" : $" class=\"{Drawing.Encode(mark.CssClass)}{(mark.IsHere ? " here" : "")}\"";
        var hatch = mark?.CssClass == CannotSay ? $" fill=\"url(#{id}-hatch)\"" : "";

        // The link carries the title, not the path inside it: one thing with one name, said once.
        return mark?.Href is { } href
            ? $"<a href=\"{Drawing.Encode(href)}\"><title>{name}</title><path{css}{hatch} d=\"{shape.Path}\"/></a>"
            : $"<path{css}{hatch} d=\"{shape.Path}\"><title>{name}</title></path>";
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
