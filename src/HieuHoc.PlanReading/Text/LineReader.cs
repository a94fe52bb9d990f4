using HieuHoc.PlanReading.Words;

namespace HieuHoc.PlanReading.Text;

/// <summary>Second stage: the lines that belong to the document, without rules, page numbers, running heads and what web sites put around it.</summary>
internal static class LineReader
{
    private const int RunningHeadPages = 3;

    private static readonly PhraseSet Noise = WordLists.Set("noise");

    public static IReadOnlyList<Line> Read(MappedText text, bool linesAreWhole)
    {
        var running = RunningHeads(text.Text);
        var lines = new List<Line>();
        var afterGap = true;

        foreach (var (start, length) in Cut(text.Text))
        {
            var mapped = text.Slice(start, length).Trim();

            if (IsNoise(mapped.Text, running))
            {
                afterGap = true;
                continue;
            }

            lines.Add(new(mapped, afterGap, linesAreWhole));
            afterGap = false;
        }

        return lines;
    }

    private static IEnumerable<(int Start, int Length)> Cut(string text)
    {
        var start = 0;

        for (var at = 0; at <= text.Length; at++)
        {
            if (at == text.Length || text[at] is '\n' or '\f')
            {
                yield return (start, at - start);
                start = at + 1;
            }
        }
    }

    private static bool IsNoise(string line, HashSet<string> running) =>
        line.Length == 0 || !line.Any(IsTelling) && !Truncation.Is(line) || IsPageNumber(line) || running.Contains(line)
        || Noise.Opening(Fold.Of(line)) is not null;

    private static bool IsTelling(char letter) => char.IsLetterOrDigit(letter);

    private static bool IsPageNumber(string line)
    {
        var bare = line.Trim('-', '–', ' ', '.', '|');
        bare = bare.StartsWith("Trang ", StringComparison.OrdinalIgnoreCase) ? bare[6..] : bare;

        return bare.Length is > 0 and <= 7 && bare.All(letter => char.IsAsciiDigit(letter) || letter is '/' or ' ') && bare.Count(char.IsAsciiDigit) <= 6
            && !bare.Contains(' ', StringComparison.Ordinal);
    }

    /// <summary>What stands first or last on at least three pages.</summary>
    private static HashSet<string> RunningHeads(string text)
    {
        var pages = text.Split('\f').Select(page => page.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Where(page => page.Length > 2);

        return [.. pages.SelectMany(page => new[] { page[0], page[^1] }).GroupBy(line => line).Where(same => same.Count() >= RunningHeadPages).Select(same => same.Key)];
    }
}
