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

    /// <summary>A paragraph with a text box anchored in it, as Word writes one: for itself and again for older programs.</summary>
    public static W.Paragraph WithBox(string text, params IReadOnlyList<string> boxed)
    {
        var content = string.Concat(boxed.Select(line => Paragraph(line).OuterXml));

        return new($"""
            <w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml">
            <w:r><w:t>{text[..(text.Length / 2)]}</w:t></w:r>
            <w:r><mc:AlternateContent>
            <mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>
            <mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>
            </mc:AlternateContent></w:r>
            <w:r><w:t>{text[(text.Length / 2)..]}</w:t></w:r></w:p>
            """);
    }

    private static W.Numbering Numbering() => new(
        new W.AbstractNum(Levels.Select((level, i) => new W.Level(
            new W.StartNumberingValue { Val = 1 }, new W.NumberingFormat { Val = level.Format }, new W.LevelText { Val = level.Text }) { LevelIndex = i })) { AbstractNumberId = 0 },
        new W.NumberingInstance(new W.AbstractNumId { Val = 0 }) { NumberID = 1 });

    private static W.Styles Styles() => new(new W.Style(new W.StyleParagraphProperties(new W.OutlineLevel { Val = 0 })) { Type = W.StyleValues.Paragraph, StyleId = "Heading1" });
}
