using HieuHoc.PlanReading.Words;

namespace HieuHoc.PlanReading.Text;

/// <summary>Second stage: the lines that belong to the document, without rules, page numbers, running heads and stamps.</summary>
internal static class LineReader
{
    private const int RunningHeadPages = 3;

    private const int LongestPageNumber = 7;

    private static readonly PhraseSet Noise = WordLists.Set("noise");

    public static IReadOnlyList<Line> Read(MappedText text, SourceText source)
    {
        var running = RunningHeads(text.Text);
        var lines = new List<Line>();
        var raw = Cut(text).ToList();
        var afterGap = true;

        for (var i = 0; i < raw.Count; i++)
        {
            if (source.Tables.Any(table => table.Span.Start <= raw[i].Span.Start && raw[i].Span.End <= table.Span.End) || IsGap(raw[i].Text) || IsPageNumber(raw, i) || running.Contains(raw[i].Text) || Noise.Opening(Fold.Of(raw[i].Text)) is not null)
            {
                afterGap = true;
                continue;
            }

            lines.Add(new(raw[i], afterGap, source.LinesAreWhole));
            afterGap = false;
        }

        return lines;
    }

    private static IEnumerable<MappedText> Cut(MappedText text)
    {
        var start = 0;

        for (var at = 0; at <= text.Length; at++)
        {
            if (at == text.Length || text.Text[at] is '\n' or '\f')
            {
                yield return text.Slice(start, at - start).Trim();
                start = at + 1;
            }

            // The end of a page is a gap of its own.
            if (at < text.Length && text.Text[at] is '\f')
            {
                yield return MappedText.Empty;
            }
        }
    }

    /// <summary>Nothing, or a rule.</summary>
    private static bool IsGap(string line) => line.All(letter => letter is '-' or '_' or '*' or '=' or '~' or '–' or '—' or ' ') && line is not ("-" or "–");

    /// <summary>A number that stands alone between gaps: 4, - 4 -, Trang 4/12.</summary>
    private static bool IsPageNumber(List<MappedText> raw, int i)
    {
        if ((i > 0 && !IsGap(raw[i - 1].Text)) || (i + 1 < raw.Count && !IsGap(raw[i + 1].Text)))
        {
            return false;
        }

        var text = raw[i].Text;
        var bare = (text.StartsWith("Trang ", StringComparison.OrdinalIgnoreCase) ? text[6..] : text).Trim('-', '–', ' ', '|');

        return bare.Length is > 0 and <= LongestPageNumber && bare.All(letter => char.IsAsciiDigit(letter) || letter is '/');
    }

    /// <summary>What stands first or last on at least three pages.</summary>
    private static HashSet<string> RunningHeads(string text)
    {
        var pages = text.Split('\f').Select(page => page.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Where(page => page.Length > 2);

        return [.. pages.SelectMany(page => new[] { page[0], page[^1] }).GroupBy(line => line).Where(same => same.Count() >= RunningHeadPages).Select(same => same.Key)];
    }
}
