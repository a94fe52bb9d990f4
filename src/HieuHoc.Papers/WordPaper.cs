using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using HieuHoc.Papers.Word;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace HieuHoc.Papers;

/// <summary>Writes an official paper as a Word file.</summary>
public static class WordPaper
{
    /// <summary>Writes the whole file; the stream need not be seekable and stays open.</summary>
    public static void Write(OfficialPaper paper, Stream to)
    {
        // A Word package is written out of order, so it is put together in memory first; a paper is small.
        using var memory = new MemoryStream();

        using (var file = WordprocessingDocument.Create(memory, WordprocessingDocumentType.Document))
        {
            var document = file.AddMainDocumentPart();
            document.AddNewPart<StyleDefinitionsPart>().Styles = WordStyleSheet.Make();
            document.AddNewPart<DocumentSettingsPart>().Settings = Settings();
            document.Document = new W.Document(Body(paper, new WordSections(document, paper.Watermark)));

            file.PackageProperties.Title = PaperText.Clean($"{paper.Type} {paper.Abstract}".Trim());
            file.PackageProperties.Creator = PaperText.Clean(paper.Issuer);
            file.PackageProperties.Language = WordStyles.Language;
        }

        memory.Position = 0;
        memory.CopyTo(to);
    }

    private static W.Body Body(OfficialPaper paper, WordSections sections)
    {
        var body = new W.Body();
        body.Append(WordHead.Make(paper));
        body.Append(WordBody.MakeClosed(paper.Body));
        body.Append(WordSignature.Make(paper));

        var isLandscape = false;

        foreach (var annex in paper.Annexes)
        {
            body.Append(sections.Break(isLandscape));
            body.Append(WordAnnex.Make(annex));
            isLandscape = annex.Landscape;
        }

        body.Append(WordText.Paragraph(WordStyles.Gap, null), sections.Make(isLandscape));

        return body;
    }

    private static W.Settings Settings() => new(
        new W.Compatibility(new W.CompatibilitySetting
        {
            // Without this Word opens the file in its compatibility mode and says so to the reader.
            Name = W.CompatSettingNameValues.CompatibilityMode,
            Uri = "http://schemas.microsoft.com/office/word",
            Val = "15",
        }),
        new W.ThemeFontLanguages { Val = WordStyles.Language });
}
