using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace HieuHoc.PlanReading.Tests.Files;

/// <summary>Small Word files; a test says only what matters to it.</summary>
internal static class GivenWord
{
    /// <summary>A list whose levels are I, 1, a) and a dash, as Word counts them.</summary>
    private static readonly (W.NumberFormatValues Format, string Text)[] Levels =
        [(W.NumberFormatValues.UpperRoman, "%1."), (W.NumberFormatValues.Decimal, "%2."), (W.NumberFormatValues.Decimal, "%2.%3."), (W.NumberFormatValues.Bullet, "-")];

    public static byte[] Of(params IReadOnlyList<OpenXmlElement> body) => Of(body, _ => { });

    public static byte[] Of(IReadOnlyList<OpenXmlElement> body, Action<MainDocumentPart> change)
    {
        using var stream = new MemoryStream();

        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            main.Document = new(new W.Body(body));
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = Numbering();
            main.AddNewPart<StyleDefinitionsPart>().Styles = Styles();
            change(main);
        }

        return stream.ToArray();
    }

    public static W.Paragraph Paragraph(string text) => new(new W.Run(new W.Text(text) { Space = SpaceProcessingModeValues.Preserve }));

    /// <summary>An item of the list, whose number only Word knows.</summary>
    public static W.Paragraph Item(int level, string text)
    {
        var paragraph = Paragraph(text);
        paragraph.ParagraphProperties = new(new W.NumberingProperties(new W.NumberingLevelReference { Val = level }, new W.NumberingId { Val = 1 }));

        return paragraph;
    }

    public static W.Paragraph Heading(string text)
    {
        var paragraph = Paragraph(text);
        paragraph.ParagraphProperties = new(new W.ParagraphStyleId { Val = "Heading1" });

        return paragraph;
    }

    public static W.Table Table(params IReadOnlyList<string[]> rows) =>
        new(rows.Select(row => new W.TableRow(row.Select(cell => new W.TableCell(cell.Split('\n').Select(Paragraph))))));

    private static W.Numbering Numbering() => new(
        new W.AbstractNum(Levels.Select((level, i) => new W.Level(
            new W.StartNumberingValue { Val = 1 }, new W.NumberingFormat { Val = level.Format }, new W.LevelText { Val = level.Text }) { LevelIndex = i })) { AbstractNumberId = 0 },
        new W.NumberingInstance(new W.AbstractNumId { Val = 0 }) { NumberID = 1 });

    private static W.Styles Styles() => new(new W.Style(new W.StyleParagraphProperties(new W.OutlineLevel { Val = 0 })) { Type = W.StyleValues.Paragraph, StyleId = "Heading1" });
}
