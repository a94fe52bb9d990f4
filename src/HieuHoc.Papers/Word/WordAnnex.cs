using DocumentFormat.OpenXml;

namespace HieuHoc.Papers.Word;

/// <summary>The head of an annex and its content.</summary>
internal static class WordAnnex
{
    public static IEnumerable<OpenXmlElement> Make(Annex annex)
    {
        var width = PageSize.TextWidth(annex.Landscape);

        yield return WordText.Paragraph(WordStyles.AnnexNumber, $"PHỤ LỤC {annex.Number}".Trim());
        yield return WordText.Head(WordStyles.AnnexTitle, PaperText.Capitals(annex.Title), width);

        if (annex.Reference is { } reference)
        {
            yield return WordText.Paragraph(WordStyles.AnnexReference, $"({PaperText.Clean(reference).Trim('(', ')', ' ')})");
        }

        foreach (var element in WordBody.Make(annex.Body, annex.Landscape))
        {
            yield return element;
        }
    }
}
