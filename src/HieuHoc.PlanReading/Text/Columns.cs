namespace HieuHoc.PlanReading.Text;

/// <summary>Parts what stood side by side (the agency and the motto, the recipients and the signature) into the left lines and the right ones.</summary>
internal static class Columns
{
    private const int WideGap = 4;

    public static IReadOnlyList<Line> Part(IReadOnlyList<Line> lines)
    {
        var left = new List<Line>();
        var right = new List<Line>();

        foreach (var line in lines)
        {
            var (start, end) = Gap(line.Text);

            if (start < 0)
            {
                left.Add(line);
                continue;
            }

            left.Add(new(line.Mapped.Slice(0, start).Trim(), line.AfterGap, line.IsWhole));
            right.Add(new(line.Mapped.From(end).Trim(), line.AfterGap, line.IsWhole));
        }

        return [.. left, .. right];
    }

    private static (int Start, int End) Gap(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var end = at;

            while (end < text.Length && char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            if (end - at >= WideGap || (end > at && text.AsSpan(at, end - at).Contains('\t')))
            {
                return (at, end);
            }

            at = Math.Max(at, end - 1);
        }

        return (-1, -1);
    }
}
