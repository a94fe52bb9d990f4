using System.Text.Encodings.Web;
using HieuHoc.Places;
using Microsoft.AspNetCore.Html;

namespace HieuHoc.Web.Components;

/// <summary>The name of a place, and where its page is.</summary>
/// <param name="Address">Null where the reader's reach ends: names are everybody's, pages are not.</param>
public sealed record PlaceLink(PlaceOnDay Place, string? Address) : IHtmlContent
{
    /// <summary>Several, with a comma between.</summary>
    public static IHtmlContent Listed(IEnumerable<PlaceLink> links)
    {
        var list = new HtmlContentBuilder();

        foreach (var (i, link) in links.Index())
        {
            list.Append(i > 0 ? ", " : "").AppendHtml(link);
        }

        return list;
    }

    /// <summary>Written without a blank around it: a comma may follow.</summary>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var name = encoder.Encode(Place.FullName);
        writer.Write(Address is { } address ? $"<a href=\"{encoder.Encode(address)}\">{name}</a>" : name);
    }
}
