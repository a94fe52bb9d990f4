using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace HieuHoc.Web.Components;

/// <summary>What every drawing of a page has in common: its names, its texts, and links that say where they lead.</summary>
internal static class Drawing
{
    // Vietnamese letters stay letters; a map would otherwise weigh a third more.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Encode(string text) => Encoder.Encode(text);

    /// <summary>The drawing with its title and what it shows. A picture may not contain links: with links it is a named group.</summary>
    /// <param name="more">Further attributes, with a blank before.</param>
    public static string Begin(string id, string cssClass, int width, int height, bool linked, string title, string description, string more = "")
    {
        var names = linked
            ? $"role=\"group\" aria-labelledby=\"{id}-title\" aria-describedby=\"{id}-desc\""
            : $"role=\"img\" aria-labelledby=\"{id}-title {id}-desc\"";

        return FormattableString.Invariant($"<svg class=\"{cssClass}\" {names} viewBox=\"0 0 {width} {height}\"{more}>")
            + $"<title id=\"{id}-title\">{Encode(title)}</title><desc id=\"{id}-desc\">{Encode(description)}</desc>";
    }

    /// <summary>A shape with its name, leading to its rows where it has any.</summary>
    public static string Named(string name, string? href, string shape) => href is null
        ? $"<g><title>{Encode(name)}</title>{shape}</g>"
        : $"<a href=\"{Encode(href)}\"><title>{Encode(name)}</title>{shape}</a>";

    /// <summary>Words in a drawing whose marks say the same when they are read aloud.</summary>
    /// <param name="anchor">start, middle or end.</param>
    public static string Words(decimal x, decimal y, string anchor, string text) => FormattableString.Invariant(
        $"<text aria-hidden=\"true\" x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\">{Encode(text)}</text>");

    /// <summary>Where words at x may stand without leaving a drawing of this width.</summary>
    public static string AnchorAt(decimal x, int width) => x < width / 3m ? "start" : x > width * 2 / 3m ? "end" : "middle";
}
