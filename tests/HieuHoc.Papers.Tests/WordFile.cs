using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace HieuHoc.Papers.Tests;

/// <summary>A written paper, opened again and asked how it looks.</summary>
internal sealed class WordFile : IDisposable
{
    private readonly WordprocessingDocument _file;

    private WordFile(Stream stream) => _file = WordprocessingDocument.Open(stream, isEditable: false);

    public MainDocumentPart Main => _file.MainDocumentPart!;

    public W.Body Body => Main.Document.Body!;

    public IReadOnlyList<W.Table> Tables => [.. Body.Elements<W.Table>()];

    public IReadOnlyList<W.SectionProperties> Sections => [.. Body.Descendants<W.SectionProperties>()];

    public string? Title => _file.PackageProperties.Title;

    public IEnumerable<string> Complaints =>
        new OpenXmlValidator(FileFormatVersions.Office2013).Validate(_file).Select(error => $"{error.Path?.XPath}: {error.Description}");

    public static WordFile Of(OfficialPaper paper)
    {
        using var stream = new MemoryStream();
        WordPaper.Write(paper, stream);

        return new(new MemoryStream(stream.ToArray()));
    }

    public W.Paragraph Paragraph(string startsWith) =>
        Body.Descendants<W.Paragraph>().First(paragraph => paragraph.InnerText.StartsWith(startsWith, StringComparison.Ordinal));

    /// <summary>How the letters of a paragraph come out: its style, changed by its first run.</summary>
    public Look LookOf(string startsWith) => LookOf(Paragraph(startsWith));

    public Look LookOf(W.Paragraph paragraph)
    {
        var style = StyleOf(paragraph);
        var run = paragraph.Elements<W.Run>().FirstOrDefault()?.RunProperties;
        var letters = style.StyleRunProperties!;

        return new(
            Size: double.Parse(run?.FontSize?.Val?.Value ?? letters.FontSize!.Val!.Value!, CultureInfo.InvariantCulture) / 2,
            Bold: run?.Bold is not null || letters.Bold is not null,
            Italic: letters.Italic is not null,
            Stands: (paragraph.ParagraphProperties!.Justification ?? style.StyleParagraphProperties!.Justification)!.Val!.Value);
    }

    public W.Style StyleOf(W.Paragraph paragraph) =>
        Main.StyleDefinitionsPart!.Styles!.Elements<W.Style>().Single(style => style.StyleId == paragraph.ParagraphProperties!.ParagraphStyleId!.Val);

    /// <summary>Length in points of the line that the paragraph after this one draws within a cell or page of this width.</summary>
    public static double RuleUnder(W.Paragraph paragraph, double width)
    {
        var rule = paragraph.NextSibling<W.Paragraph>()!.ParagraphProperties!;
        Assert.NotNull(rule.ParagraphBorders!.TopBorder);

        return width - (Twips(rule.Indentation!.Left!) / 20) - (Twips(rule.Indentation.Right!) / 20);
    }

    public static double Twips(StringValue value) => double.Parse(value!, CultureInfo.InvariantCulture);

    public void Dispose() => _file.Dispose();
}

/// <summary>Size in points, weight, slope and place of a line.</summary>
internal sealed record Look(double Size, bool Bold, bool Italic, W.JustificationValues Stands);
