using HieuHoc.PlanReading.Text;

namespace HieuHoc.PlanReading.Outline;

/// <summary>Parts a heading from a text that follows it on the same line: "III. KINH PHÍ: Theo phân cấp ngân sách".</summary>
internal static class HeadingReader
{
    private const int LongestTitle = 10;

    /// <summary>The title before a colon and what stands behind it; the whole and nothing where it is no title of another section.</summary>
    /// <param name="around">The section that the item stands in.</param>
    public static (MappedText Heading, MappedText Behind) Part(MappedText text, SectionKind around)
    {
        var colon = Colon(text);

        if (colon < 0)
        {
            return (text, MappedText.Empty);
        }

        var (title, behind) = (text.Slice(0, colon).Trim(), text.From(colon + 1).Trim());

        // The targets of a section of targets are told from their heading too: its words are not who is counted.
        return behind.Text.Any(char.IsLetter) && IsTitle(title.Text) && SectionReader.Of(title, around) is var said && (said != around || SectionReader.Opens(title.Text, SectionKind.Targets))
            ? (title, behind)
            : (text, MappedText.Empty);
    }

    private static bool IsTitle(string title) =>
        Fold.IsCapitals(title) || (title.AsSpan().Count(' ') < LongestTitle && Enum.GetValues<SectionKind>().Any(kind => SectionReader.Opens(title, kind)));

    private static int Colon(MappedText text)
    {
        if (!text.Text.Contains(": ", StringComparison.Ordinal))
        {
            return -1;
        }

        var tokens = Tokens.Of(text);

        return Enumerable.Range(0, tokens.Count).Where(i => tokens[i].Depth == 0 && tokens.Is(i, ":")).Select(i => tokens[i].Start).FirstOrDefault(-1);
    }
}
