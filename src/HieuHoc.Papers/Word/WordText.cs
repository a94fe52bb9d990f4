using System.Globalization;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace HieuHoc.Papers.Word;

/// <summary>Paragraphs, runs and the thin lines of the layout.</summary>
internal static class WordText
{
    public static W.Paragraph Paragraph(WordStyle style, string? text, params OpenXmlElement[] properties)
    {
        var paragraph = new W.Paragraph(Properties(style, properties));

        if (!string.IsNullOrEmpty(text))
        {
            paragraph.Append(Run(text));
        }

        return paragraph;
    }

    public static W.ParagraphProperties Properties(WordStyle style, params OpenXmlElement[] more)
    {
        var properties = new W.ParagraphProperties(new W.ParagraphStyleId { Val = style.Id });

        foreach (var element in more)
        {
            // The schema fixes the order of these elements; AddChild knows it.
            properties.AddChild(element);
        }

        return properties;
    }

    public static W.Run Run(string text, OpenXmlElement? properties = null)
    {
        var run = new W.Run();

        if (properties is not null)
        {
            run.Append(properties);
        }

        var lines = PaperText.Clean(text).ReplaceLineEndings("\n").Split('\n');

        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                run.Append(new W.Break());
            }

            run.Append(new W.Text(lines[i].Replace('\t', ' ')) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    /// <summary>A centred head that wraps into even lines within a width.</summary>
    public static W.Paragraph Head(WordStyle style, string text, int width)
    {
        var even = TypeWidth.Even(text, style.Size, width / 20.0) * 20;
        var side = (int)Math.Max(0, (width - even) / 2);

        return Paragraph(style, text, new W.Indentation { Left = Twips(side), Right = Twips(side) });
    }

    /// <summary>A centred line under a head: the given share of the head's longest line.</summary>
    public static W.Paragraph Rule(WordStyle rule, WordStyle head, string text, int width, double share)
    {
        var even = TypeWidth.Even(text, head.Size, width / 20.0);
        var longest = TypeWidth.Lines(text, head.Size, even).Max(line => TypeWidth.Of(line, head.Size));
        var side = (int)Math.Max(0, (width - (longest * 20 * share)) / 2);

        return Paragraph(
            rule,
            null,
            new W.ParagraphBorders(new W.TopBorder { Val = W.BorderValues.Single, Size = 6, Space = 0, Color = "000000" }),
            new W.Indentation { Left = Twips(side), Right = Twips(side) });
    }

    public static string Twips(int value) => value.ToString(CultureInfo.InvariantCulture);
}
