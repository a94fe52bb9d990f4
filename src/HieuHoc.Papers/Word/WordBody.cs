using System.Diagnostics;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace HieuHoc.Papers.Word;

/// <summary>The content of a paper or an annex.</summary>
internal static class WordBody
{
    private const string End = "./.";

    /// <summary>The content of the paper itself: closed with "./.", its end kept on the page of the signature.</summary>
    public static IEnumerable<OpenXmlElement> MakeClosed(IReadOnlyList<Block> blocks)
    {
        var closed = Close(blocks);
        var tail = TailLength(closed);

        return closed.SelectMany((block, i) => Make(block, landscape: false, keepNext: i >= closed.Count - tail));
    }

    /// <summary>The content of an annex.</summary>
    public static IEnumerable<OpenXmlElement> Make(IReadOnlyList<Block> blocks, bool landscape) =>
        blocks.SelectMany(block => Make(block, landscape, keepNext: false));

    private static List<Block> Close(IReadOnlyList<Block> blocks)
    {
        List<Block> closed = [.. blocks];

        if (blocks is [.., var last] && WithEnd(last) is { } ended)
        {
            closed[^1] = ended;
        }
        else
        {
            closed.Add(new Paragraph(End));
        }

        return closed;
    }

    // A table or a heading cannot carry the closing mark: it gets a line of its own.
    private static Block? WithEnd(Block block) => block switch
    {
        Paragraph paragraph => paragraph with { Text = Close(paragraph.Text) },
        Bullet bullet => bullet with { Text = Close(bullet.Text) },
        Note note => note with { Text = Close(note.Text) },
        _ => null,
    };

    private static string Close(string text) => PaperText.Clean(text).TrimEnd('.', '/', ';', ' ', '\n') + End;

    // A note or the bare "./." is too little company for a signature: what stands before it comes along.
    private static int TailLength(List<Block> blocks)
    {
        var tail = 1;

        while (tail < blocks.Count && blocks[^tail] is Note or Paragraph { Text: End })
        {
            tail++;
        }

        return tail;
    }

    private static IEnumerable<OpenXmlElement> Make(Block block, bool landscape, bool keepNext) => block switch
    {
        Heading heading => [WordText.Paragraph(Style(heading.Level), heading.Text)],
        Paragraph paragraph => [WordText.Paragraph(WordStyles.Body, paragraph.Text, Keep(keepNext))],
        Bullet bullet => [WordText.Paragraph(WordStyles.Body, Dashed(bullet.Text), Keep(keepNext))],
        Note note => [WordText.Paragraph(WordStyles.Note, note.Text, Keep(keepNext))],
        TableBlock table => Table(table, landscape, keepNext),
        _ => throw new UnreachableException(),
    };

    private static IEnumerable<OpenXmlElement> Table(TableBlock block, bool landscape, bool keepNext)
    {
        if (block.Caption is { } caption)
        {
            yield return WordText.Paragraph(WordStyles.Caption, caption);
        }

        if (block.Unit is { } unit)
        {
            yield return WordText.Paragraph(WordStyles.Unit, unit);
        }

        yield return WordTable.Make(block.Table, PageSize.TextWidth(landscape), keepNext);
        yield return WordText.Paragraph(WordStyles.Gap, null, Keep(keepNext));
    }

    private static WordStyle Style(int level) => level switch
    {
        1 => WordStyles.Heading1,
        2 => WordStyles.Heading2,
        _ => WordStyles.Heading3,
    };

    private static string Dashed(string text) => $"- {PaperText.Clean(text).TrimStart('-', '–', ' ')}";

    private static OpenXmlElement[] Keep(bool keepNext) => keepNext ? [new W.KeepNext()] : [];
}
