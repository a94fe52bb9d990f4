namespace HieuHoc.Papers.Word;

/// <summary>How wide a line of Times New Roman Bold comes out, so that lines under a head have the length the decree asks.</summary>
internal static class TypeWidth
{
    private const double UsualLetter = 600;

    private static readonly Dictionary<char, double> Thousandths = Widths(
        (250, " ,.\u00A0"), (278, "il/'"), (333, "fjt;:-()"), (389, "sI"), (444, "cerz"), (500, "agovxyJ0123456789–“”"),
        (554, "ơ"), (556, "bdhknpquSđ"), (600, "ư"), (611, "FP"), (667, "BELTZ"), (722, "wACDNRUVXYĐ"), (778, "GHKOQƠ"),
        (796, "Ư"), (833, "m&"), (944, "M"), (1000, "W%"));

    /// <summary>Width in points.</summary>
    public static double Of(string text, double size) => text.Sum(Thousandth) * size / 1000;

    /// <summary>The lines a text breaks into within a width in points.</summary>
    public static IReadOnlyList<string> Lines(string text, double size, double width)
    {
        var lines = new List<string>();

        foreach (var written in text.Split('\n'))
        {
            var line = "";

            foreach (var word in written.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var longer = line.Length == 0 ? word : $"{line} {word}";

                if (line.Length > 0 && Of(longer, size) > width)
                {
                    lines.Add(line);
                    longer = word;
                }

                line = longer;
            }

            lines.Add(line);
        }

        return lines;
    }

    /// <summary>The narrowest width that needs no more lines: a head wraps into even lines instead of leaving one word alone.</summary>
    public static double Even(string text, double size, double width)
    {
        const double step = 4;
        var count = Lines(text, size, width).Count;
        var even = width;

        while (even - step > width / 2 && Lines(text, size, even - step).Count == count)
        {
            even -= step;
        }

        return Math.Min(width, even + step);
    }

    private static double Thousandth(char letter)
    {
        // The letters of Vietnamese are as wide as the same letters without marks, but for ơ and ư.
        return Thousandths.TryGetValue(letter, out var known) ? known
            : Thousandths.GetValueOrDefault(Bare(letter), UsualLetter);
    }

    private static char Bare(char letter)
    {
        var parts = letter.ToString().Normalize(System.Text.NormalizationForm.FormD);
        var horn = parts.Contains('\u031B');

        return (parts[0], horn) switch
        {
            ('o', true) => 'ơ',
            ('u', true) => 'ư',
            ('O', true) => 'Ơ',
            ('U', true) => 'Ư',
            var (bare, _) => bare,
        };
    }

    private static Dictionary<char, double> Widths(params (double Width, string Letters)[] groups) =>
        groups.SelectMany(group => group.Letters.Select(letter => (letter, group.Width)))
            .ToDictionary(pair => pair.letter, pair => pair.Width);
}
