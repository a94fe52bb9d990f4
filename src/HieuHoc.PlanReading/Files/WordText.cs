using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using HieuHoc.PlanReading.Text;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace HieuHoc.PlanReading.Files;

/// <summary>The text of a Word file: a line for each paragraph, with the numbers that Word counts itself; tables cell by cell.</summary>
internal sealed class WordText
{
    private const int FewestColumns = 3;

    private readonly StringBuilder text = new();

    private readonly WordNumbering numbering;

    private readonly WordHeadings ranks;

    private readonly Dictionary<int, int> headings = [];

    private readonly List<SourceTable> tables = [];

    private readonly List<SourceSpan> boxes = [];

    /// <summary>Text boxes of the paragraph that is read, until it ends.</summary>
    private readonly List<W.TextBoxContent> anchored = [];

    private WordText(MainDocumentPart main)
    {
        var styles = new WordStyles(main);
        numbering = new(main, styles);
        ranks = new(styles);
    }

    public static SourceText Read(byte[] file)
    {
        WordGuard.Check(file);

        try
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(file, writable: false), isEditable: false);
            var main = document.MainDocumentPart!; // the guard saw it

            if (ExternalParts.Any(document))
            {
                throw new NotAPlanException(PlanFault.HasExternalParts);
            }

            var reader = new WordText(main);
            reader.Blocks(main.Document.Body ?? new W.Body());

            return new(reader.text.ToString(), true, reader.headings, reader.tables, reader.boxes);
        }
        catch (Exception cause) when (cause is not (NotAPlanException or OutOfMemoryException))
        {
            // A parser that meets a damaged or hostile file fails in many ways; all of them mean the same to the person who sent it.
            throw new NotAPlanException(PlanFault.Unreadable, cause);
        }
    }

    private void Blocks(OpenXmlElement parent)
    {
        foreach (var child in parent.ChildElements)
        {
            switch (child)
            {
                case W.Paragraph paragraph:
                    Paragraph(paragraph);
                    break;
                case W.Table table:
                    Table(table);
                    break;
                case W.SdtBlock or W.SdtContentBlock or W.CustomXmlBlock:
                    Blocks(child);
                    break;
            }
        }
    }

    private void Paragraph(W.Paragraph paragraph)
    {
        var start = text.Length;
        text.Append(numbering.Next(paragraph));
        Inline(paragraph);

        while (start < text.Length && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        if (start < text.Length && ranks.Of(paragraph) is { } rank)
        {
            headings[start] = rank;
        }

        text.Append('\n');

        if (text.Length > PlanFile.LongestText)
        {
            throw new NotAPlanException(PlanFault.TooLong);
        }

        var own = anchored.ToList();
        anchored.Clear();
        own.ForEach(Box);
    }

    private void Box(W.TextBoxContent box)
    {
        var start = text.Length;
        Blocks(box);

        if (Says(new(start, text.Length - start)))
        {
            boxes.Add(new(start, text.Length - start));
        }
    }

    private void Inline(OpenXmlElement parent)
    {
        foreach (var child in parent.ChildElements)
        {
            switch (child)
            {
                case W.Text run:
                    text.Append(run.Text);
                    break;
                case W.TabChar or W.PositionalTab:
                    text.Append('\t');
                    break;
                case W.Break or W.CarriageReturn:
                    text.Append('\n');
                    break;
                case W.NoBreakHyphen:
                    text.Append('-');
                    break;
                case W.DeletedRun or W.MoveFromRun or W.FieldCode or W.ParagraphProperties or W.RunProperties:
                    // What was struck out and what computes a field is no text of the document.
                    break;
                case AlternateContent:
                    // The same box twice, for new programs and for old ones.
                    Drawn(child.ChildElements.FirstOrDefault(one => one.Descendants<W.TextBoxContent>().Any()) ?? child);
                    break;
                case W.Drawing or W.Picture:
                    Drawn(child);
                    break;
                default:
                    Inline(child);
                    break;
            }
        }
    }

    /// <summary>Of what is drawn only text boxes are text; they are read behind their paragraph, which they must not cut in two.</summary>
    private void Drawn(OpenXmlElement drawing)
    {
        anchored.AddRange(drawing.Descendants<W.TextBoxContent>().Where(box => !box.Ancestors().TakeWhile(above => above != drawing).Any(above => above is W.TextBoxContent)));
    }

    /// <summary>
    /// What a table holds, cell by cell. A narrow one only puts the head or the signature side by side; one with more columns and
    /// rows is kept as a table.
    /// </summary>
    private void Table(W.Table table)
    {
        var start = text.Length;
        var rows = table.Elements<W.TableRow>().Select(row => (IReadOnlyList<SourceSpan>)[.. row.Elements<W.TableCell>().Select(Cell)]).ToList();

        // A column that only keeps two others apart is none.
        if (rows.Count > 1 && rows.Any(row => row.Count(Says) >= FewestColumns))
        {
            tables.Add(new(new(start, text.Length - start), rows));
        }

        text.Append('\n');
    }

    private bool Says(SourceSpan span) => text.ToString(span.Start, span.Length).Any(char.IsLetterOrDigit);

    private SourceSpan Cell(W.TableCell cell)
    {
        var start = text.Length;
        Blocks(cell);

        return new(start, text.Length - start);
    }
}
