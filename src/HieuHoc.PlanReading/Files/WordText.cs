using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace HieuHoc.PlanReading.Files;

/// <summary>The text of a Word file: a line for each paragraph, with the numbers that Word counts itself; tables cell by cell.</summary>
internal sealed class WordText
{
    private readonly StringBuilder text = new();

    private readonly WordNumbering numbering;

    private WordText(MainDocumentPart main) => numbering = new(main);

    public static string Read(byte[] file)
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

            return reader.text.ToString();
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
        text.Append(numbering.Next(paragraph));
        Inline(paragraph);
        text.Append('\n');

        if (text.Length > PlanFile.LongestText)
        {
            throw new NotAPlanException(PlanFault.TooLong);
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
                case W.DeletedRun or W.MoveFromRun or W.FieldCode or W.ParagraphProperties or W.RunProperties or W.Drawing or W.Picture or AlternateContent:
                    // What was struck out, what computes a field, and what is drawn is no text of the document.
                    break;
                default:
                    Inline(child);
                    break;
            }
        }
    }

    /// <summary>
    /// What a table holds, cell by cell: a table without lines puts the head and the signature side by side, and the cells of
    /// another one are lines of their own.
    /// </summary>
    private void Table(W.Table table)
    {
        foreach (var cell in table.Elements<W.TableRow>().SelectMany(row => row.Elements<W.TableCell>()))
        {
            Blocks(cell);
        }

        text.Append('\n');
    }
}
