using System.Text.Encodings.Web;
using HieuHoc.Documents;
using Microsoft.AspNetCore.Html;

namespace HieuHoc.Web.Components;

/// <summary>A text with the words marked that were looked for; written without a blank around them, since a quotation mark may stand there.</summary>
public sealed record MarkedWords(IReadOnlyList<MarkedText> Pieces) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var (text, found) in Pieces)
        {
            writer.Write(found ? $"<mark>{encoder.Encode(text)}</mark>" : encoder.Encode(text));
        }
    }
}
