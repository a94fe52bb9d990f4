namespace HieuHoc.PlanReading.Tests;

/// <summary>Breaks lines hard where a margin would, as text programs do.</summary>
internal static class Wrapping
{
    private const int LongestMargin = 200;

    /// <summary>
    /// Each line is a paragraph, so that breaking it is all that changes, and empty lines part the paragraphs: where nothing does, a
    /// heading without a sign at its end that fills the margin cannot be told from a sentence that goes on.
    /// </summary>
    public static bool HasWholeLines(PlanCase document) =>
        document.Text.Split('\n').Any(line => line.Length > LongestMargin) && document.Text.Contains(".\n\n", StringComparison.Ordinal);

    public static string At(int margin, string text) => string.Join('\n', text.Split('\n').Select(line => Wrapped(margin, line)));

    private static string Wrapped(int margin, string line)
    {
        var lines = new List<string> { "" };

        foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines[^1].Length == 0)
            {
                lines[^1] = word;
            }
            else if (lines[^1].Length + 1 + word.Length <= margin)
            {
                lines[^1] += $" {word}";
            }
            else
            {
                lines.Add(word);
            }
        }

        return string.Join('\n', lines);
    }
}
