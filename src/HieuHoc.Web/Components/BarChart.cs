using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace HieuHoc.Web.Components;

/// <summary>A part of a whole.</summary>
/// <param name="CssClass">What the style sheet colours it by.</param>
/// <param name="Label">What it is and how many, in the reader's language.</param>
/// <param name="Href">Where its rows are; null where there is nothing to open.</param>
public sealed record BarPart(string CssClass, int Count, string Label, string? Href);

/// <summary>Draws one bar from nothing to all, a part after the other, as wide as the page.</summary>
public static class BarChart
{
    private const int Width = 1000;
    private const int Height = 28;

    /// <summary>The bar; parts of nothing are not drawn.</summary>
    /// <param name="id">Unique on the page.</param>
    /// <param name="title">The finding, in one sentence.</param>
    /// <param name="description">What is counted.</param>
    public static IHtmlContent Render(string id, IReadOnlyList<BarPart> parts, string title, string description)
    {
        var all = parts.Sum(part => part.Count);
        var at = 0m;
        var drawn = new List<string>();

        foreach (var part in parts.Where(part => part.Count > 0))
        {
            var width = (decimal)Width * part.Count / all;
            drawn.Add(Drawing.Named(part.Label, part.Href, string.Create(CultureInfo.InvariantCulture,
                $"<rect class=\"part {Drawing.Encode(part.CssClass)}\" x=\"{at:0.##}\" y=\"0\" width=\"{width:0.##}\" height=\"{Height}\"/>")));
            at += width;
        }

        return new HtmlString(
            Drawing.Begin(id, "bar", Width, Height, parts.Any(part => part.Href is not null), title, description, " preserveAspectRatio=\"none\"")
            + string.Concat(drawn) + "</svg>");
    }
}
