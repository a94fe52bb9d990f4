using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace HieuHoc.Papers.Word;

/// <summary>Pages of one kind: size, margins, page numbers from 1, and the headers that carry number and watermark.</summary>
internal sealed class WordSections
{
    private const string FirstHeader = "rIdFirst";

    private const string OtherHeader = "rIdOther";

    public WordSections(MainDocumentPart document, string? watermark)
    {
        AddHeader(document, FirstHeader, new W.Paragraph(WordText.Properties(WordStyles.Header)), watermark, shape: 1);
        AddHeader(document, OtherHeader, new W.Paragraph(WordText.Properties(WordStyles.Header), PageNumber()), watermark, shape: 2);
    }

    public W.SectionProperties Make(bool landscape) => new(
        new W.HeaderReference { Type = W.HeaderFooterValues.First, Id = FirstHeader },
        new W.HeaderReference { Type = W.HeaderFooterValues.Default, Id = OtherHeader },
        new W.SectionType { Val = W.SectionMarkValues.NextPage },
        new W.PageSize
        {
            Width = (uint)(landscape ? PageSize.Long : PageSize.Short),
            Height = (uint)(landscape ? PageSize.Short : PageSize.Long),
            Orient = landscape ? W.PageOrientationValues.Landscape : W.PageOrientationValues.Portrait,
        },
        new W.PageMargin
        {
            Top = PageSize.Top,
            Bottom = PageSize.Bottom,
            Left = PageSize.Left,
            Right = PageSize.Right,
            Header = PageSize.HeaderDistance,
            Footer = PageSize.FooterDistance,
            Gutter = 0,
        },
        new W.PageNumberType { Start = 1 },
        new W.TitlePage());

    /// <summary>Ends a section inside the document; the last section's properties stand at the document's end instead.</summary>
    public W.Paragraph Break(bool landscape) => WordText.Paragraph(WordStyles.Gap, null, Make(landscape));

    private static void AddHeader(MainDocumentPart document, string id, W.Paragraph content, string? watermark, int shape)
    {
        if (!string.IsNullOrWhiteSpace(watermark))
        {
            content.Append(WordWatermark.Make(PaperText.Clean(watermark), shape));
        }

        document.AddNewPart<HeaderPart>(id).Header = new W.Header(content);
    }

    private static W.SimpleField PageNumber() => new(new W.Run(new W.Text("2"))) { Instruction = " PAGE " };
}
