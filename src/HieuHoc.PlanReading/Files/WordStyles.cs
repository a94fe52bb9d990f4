using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace HieuHoc.PlanReading.Files;

/// <summary>The styles of a Word file, each with those that it is based on.</summary>
internal sealed class WordStyles(MainDocumentPart main)
{
    private readonly Dictionary<string, W.Style> styles = (main.StyleDefinitionsPart?.Styles?.Elements<W.Style>() ?? [])
        .Where(style => style.StyleId?.Value is not null)
        .DistinctBy(style => style.StyleId!.Value) // filtered above
        .ToDictionary(style => style.StyleId!.Value!);

    /// <summary>The style of a paragraph, and behind it those that it inherits from.</summary>
    public IEnumerable<W.Style> Of(W.Paragraph paragraph)
    {
        var seen = new HashSet<string>();
        var id = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;

        while (id is not null && seen.Add(id) && styles.TryGetValue(id, out var style))
        {
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }
}
