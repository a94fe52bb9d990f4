using DocumentFormat.OpenXml.Packaging;
using HieuHoc.Papers;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace HieuHoc.Tests.Reporting;

/// <summary>A paper as a reader of the Word file has it: its lines, its tables and what stands behind the text.</summary>
internal sealed record WordText(IReadOnlyList<string> Lines, IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> Tables, string Behind)
{
    public static WordText Of(OfficialPaper paper)
    {
        using var stream = new MemoryStream();
        WordPaper.Write(paper, stream);
        stream.Position = 0;

        return Of(stream);
    }

    /// <summary>A file that was kept.</summary>
    public static WordText Of(Stream stream)
    {
        using var file = WordprocessingDocument.Open(stream, isEditable: false);
        var main = file.MainDocumentPart!;
        var body = main.Document.Body!;

        return new WordText(
            [.. body.Elements<W.Paragraph>().Select(paragraph => paragraph.InnerText).Where(line => line.Length > 0)],
            [
                .. body.Elements<W.Table>().Select(table => (IReadOnlyList<IReadOnlyList<string>>)
                [
                    .. table.Elements<W.TableRow>().Select(row => (IReadOnlyList<string>)[.. row.Elements<W.TableCell>().Select(cell => cell.InnerText)]),
                ]),
            ],
            string.Join('\n', main.HeaderParts.Select(header => header.Header.OuterXml)));
    }

    /// <summary>The lines of a section, by its heading.</summary>
    public IReadOnlyList<string> Section(string title) =>
        [.. Lines.SkipWhile(line => !line.EndsWith(". " + title, StringComparison.Ordinal)).Skip(1).TakeWhile(line => !IsHeading(line))];

    private static bool IsHeading(string line) => System.Text.RegularExpressions.Regex.IsMatch(line, @"^[IVX]+\. ");
}
