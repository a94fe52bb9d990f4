using HieuHoc.PlanReading.Text;
using HieuHoc.PlanReading.Words;

namespace HieuHoc.PlanReading.Outline;

/// <summary>Third stage: joins the lines of one paragraph that were broken hard, at the margin or at the end of a page.</summary>
internal sealed class ParagraphReader
{
    /// <summary>Nobody breaks lines as long as this at a margin: a text with such lines has a line for each paragraph.</summary>
    private const int LongestMargin = 200;

    /// <summary>Letters are of different width: a line this full was broken because the next word did not fit.</summary>
    private const double Full = 0.88;

    private const double MostItems = 0.8;

    private static readonly PhraseSet NumberTakers = WordLists.Set("numberTakers");

    private readonly IReadOnlyList<Line> lines;

    private readonly int margin;

    /// <summary>Empty lines part the paragraphs of this document: a bullet without one before it is a dash within a sentence.</summary>
    private readonly bool partsByGaps;

    private ParagraphReader(IReadOnlyList<Line> lines, IReadOnlyList<Line> all)
    {
        this.lines = lines;
        margin = MarginOf(all);
        var items = lines.Where(line => MarkerReader.Read(line.Text) is not null).ToList();
        partsByGaps = items.Count(line => line.AfterGap) >= items.Count * MostItems;
    }

    /// <param name="all">All lines of the document, from which its margin is measured.</param>
    public static IReadOnlyList<MappedText> Read(IReadOnlyList<Line> lines, IReadOnlyList<Line> all) => new ParagraphReader(lines, all).Read();

    private IReadOnlyList<MappedText> Read()
    {
        var paragraphs = new List<List<MappedText>>();
        // How many parentheses and quotations of the paragraph are not closed yet.
        var open = 0;

        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0 && GoesOn(lines[i - 1], lines[i], Fold.IsCapitals(paragraphs[^1][0].Text), open > 0))
            {
                paragraphs[^1].Add(lines[i].Mapped);
            }
            else
            {
                paragraphs.Add([lines[i].Mapped]);
                open = 0;
            }

            open += Opened(lines[i].Text);
        }

        return [.. paragraphs.Select(paragraph => MappedText.Join(paragraph).Squeeze())];
    }

    private bool GoesOn(Line before, Line line, bool isHeading, bool isOpen)
    {
        if (MarkerReader.IsBarePart(before.Text))
        {
            return MarkerReader.Read(line.Text) is null && !Truncation.Is(line.Text);
        }

        if (before.IsWhole || Truncation.Is(line.Text) || Truncation.Is(before.Text))
        {
            return false;
        }

        var ends = EndsSentence(before.Text);

        if (MarkerReader.Read(line.Text) is { } marker)
        {
            return !ends && !before.IsCapitals && (IsInsideSentence(before, line, marker) || (!line.AfterGap && isOpen));
        }

        if (!ends && !line.AfterGap && before.IsCapitals && line.IsCapitals)
        {
            return true;
        }

        // A sentence goes on with a small letter even over the end of a page; a heading in capitals does not.
        if (!ends && GoesOnSmall(line.Text) && !isHeading)
        {
            return true;
        }

        return !line.AfterGap && IsFull(before, line) && (line.IsCapitals || !isHeading);
    }

    private static int Opened(string text) => text.Count(letter => letter is '(' or '“') - text.Count(letter => letter is ')' or '”');

    /// <summary>A number or a dash that the margin put at the beginning of a line: "giai đoạn 2021 / - 2030", "khoản / 1. ".</summary>
    private bool IsInsideSentence(Line before, Line line, Marker marker)
    {
        var rest = line.Text[marker.Length..];

        if (marker.IsBullet && partsByGaps && !line.AfterGap && IsFull(before, line))
        {
            return true;
        }

        if (marker.IsBullet)
        {
            return rest.Length > 0 && (char.IsLower(rest[0]) || IsYear(rest)) && (line.AfterGap || IsFull(before, line));
        }

        var words = Tokens.Of(before.Mapped);

        return !line.AfterGap && (NumberTakers.LengthBefore(words, words.Count) > 0 || before.Text[^1] is ',' or '-' or '–');
    }

    private bool IsFull(Line before, Line line)
    {
        var firstWord = line.Text.IndexOf(' ', StringComparison.Ordinal) is var space and >= 0 ? space : line.Text.Length;

        return margin > 0 && before.Text.Length + 1 + firstWord > margin * Full;
    }

    private static bool GoesOnSmall(string text) => char.IsLower(text[0]) || text[0] is ',' or ';' or '.' or ')' or '”' or '’' or '%' || IsYear(text);

    private static bool IsYear(string text) =>
        text.Length >= 4 && text[..4].All(char.IsAsciiDigit) && text[0] is '1' or '2' && (text.Length == 4 || !char.IsLetterOrDigit(text[4]) && text[4] is not '/');

    private static bool EndsSentence(string text) => text[^1] is '.' or ';' or ':' or '!' or '?';

    private static int MarginOf(IReadOnlyList<Line> lines)
    {
        var lengths = lines.Select(line => line.Text.Length).Order().ToList();

        return lengths.Count == 0 || lengths[^1] > LongestMargin ? 0 : lengths[lengths.Count * 95 / 100];
    }
}
