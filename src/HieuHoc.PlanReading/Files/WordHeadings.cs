using W = DocumentFormat.OpenXml.Wordprocessing;

namespace HieuHoc.PlanReading.Files;

/// <summary>Which paragraphs are headings by their style or their rank in the outline, whatever they look like.</summary>
internal sealed class WordHeadings(WordStyles styles)
{
    /// <summary>Word's number for the rank of plain text.</summary>
    private const int Body = 9;

    /// <summary>1 for the highest; null for plain text.</summary>
    public int? Of(W.Paragraph paragraph)
    {
        var rank = paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value
            ?? styles.Of(paragraph).Select(style => style.StyleParagraphProperties?.OutlineLevel?.Val?.Value).FirstOrDefault(level => level is not null);

        return rank is >= 0 and < Body ? rank + 1 : null;
    }
}
