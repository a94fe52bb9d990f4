using System.Globalization;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace HieuHoc.Papers.Word;

/// <summary>Writes the layout's styles into the document, so that people who edit it keep the layout.</summary>
internal static class WordStyleSheet
{
    public static W.Styles Make()
    {
        var sheet = new W.Styles(new W.DocDefaults(
            new W.RunPropertiesDefault(new W.RunPropertiesBaseStyle(
                Fonts(),
                new W.Color { Val = "000000" },
                new W.FontSize { Val = HalfPoints(WordStyles.BodySize) },
                new W.FontSizeComplexScript { Val = HalfPoints(WordStyles.BodySize) },
                new W.Languages { Val = WordStyles.Language, EastAsia = WordStyles.Language, Bidi = WordStyles.Language })),
            new W.ParagraphPropertiesDefault(new W.ParagraphPropertiesBaseStyle(
                new W.SpacingBetweenLines { Before = "0", After = "0", Line = "240", LineRule = W.LineSpacingRuleValues.Auto }))));

        sheet.Append(new W.Style(new W.StyleName { Val = "Normal" }, new W.PrimaryStyle())
        {
            Type = W.StyleValues.Paragraph,
            StyleId = "Normal",
            Default = true,
        });
        sheet.Append(WordStyles.All.Select(Style));

        return sheet;
    }

    public static string HalfPoints(double size) => Math.Round(size * 2).ToString(CultureInfo.InvariantCulture);

    private static W.RunFonts Fonts() => new()
    {
        Ascii = WordStyles.Font,
        HighAnsi = WordStyles.Font,
        EastAsia = WordStyles.Font,
        ComplexScript = WordStyles.Font,
    };

    private static W.Style Style(WordStyle style) =>
        new(
            new W.StyleName { Val = style.Name },
            new W.BasedOn { Val = "Normal" },
            new W.PrimaryStyle(),
            ParagraphPart(style),
            RunPart(style))
        {
            Type = W.StyleValues.Paragraph,
            StyleId = style.Id,
        };

    private static W.StyleParagraphProperties ParagraphPart(WordStyle style)
    {
        var part = new W.StyleParagraphProperties();

        if (style.KeepNext)
        {
            part.Append(new W.KeepNext());
        }

        if (style.Framed)
        {
            part.Append(Frame());
        }

        part.Append(Spacing(style), Indentation(style), new W.Justification { Val = Justification(style.Alignment) });

        if (style.OutlineLevel > 0)
        {
            part.Append(new W.OutlineLevel { Val = style.OutlineLevel - 1 });
        }

        return part;
    }

    private static W.SpacingBetweenLines Spacing(WordStyle style) => new()
    {
        Before = Twips(style.Before),
        After = Twips(style.After),
        Line = Twips(style.Line),
        LineRule = style.ExactLine ? W.LineSpacingRuleValues.Exact : W.LineSpacingRuleValues.Auto,
    };

    private static W.Indentation Indentation(WordStyle style) => style.Hanging > 0
        ? new W.Indentation { Left = Twips(style.Left), Hanging = Twips(style.Hanging) }
        : new W.Indentation { Left = Twips(style.Left), FirstLine = Twips(style.FirstLine) };

    private static W.StyleRunProperties RunPart(WordStyle style)
    {
        var part = new W.StyleRunProperties(Fonts());

        if (style.Bold)
        {
            part.Append(new W.Bold());
        }

        if (style.Italic)
        {
            part.Append(new W.Italic());
        }

        part.Append(new W.FontSize { Val = HalfPoints(style.Size) }, new W.FontSizeComplexScript { Val = HalfPoints(style.Size) });

        return part;
    }

    private static W.ParagraphBorders Frame()
    {
        static T Edge<T>(T border)
            where T : W.BorderType
        {
            border.Val = W.BorderValues.Single;
            border.Size = 8;
            border.Space = 2;

            return border;
        }

        return new(Edge(new W.TopBorder()), Edge(new W.LeftBorder()), Edge(new W.BottomBorder()), Edge(new W.RightBorder()));
    }

    public static W.JustificationValues Justification(Alignment alignment) => alignment switch
    {
        Alignment.Left => W.JustificationValues.Left,
        Alignment.Centre => W.JustificationValues.Center,
        Alignment.Right => W.JustificationValues.Right,
        Alignment.Justified => W.JustificationValues.Both,
    };

    private static string Twips(int value) => value.ToString(CultureInfo.InvariantCulture);
}
