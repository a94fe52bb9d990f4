using System.Globalization;

namespace HieuHoc.Papers.Excel;

/// <summary>Tab names that Excel accepts: at most 31 letters, none of []:*?/\, no two alike.</summary>
internal static class SheetName
{
    private const int Longest = 31;

    public static IReadOnlyList<string> All(IEnumerable<string> wanted)
    {
        var names = new List<string>();

        foreach (var name in wanted)
        {
            var mended = Mend(name);
            var free = mended;

            for (var i = 2; names.Contains(free, StringComparer.OrdinalIgnoreCase); i++)
            {
                var number = $" ({i.ToString(CultureInfo.InvariantCulture)})";
                free = Cut(mended, Longest - number.Length) + number;
            }

            names.Add(free);
        }

        return names;
    }

    private static string Mend(string name)
    {
        var letters = PaperText.Clean(name).Select(letter => char.IsControl(letter) || @"[]:*?/\".Contains(letter) ? ' ' : letter);
        var mended = Cut(string.Concat(letters).Trim(' ', '\''), Longest);

        return mended.Length == 0 ? "-" : mended;
    }

    /// <summary>Between two words, unless the first ones are too long for that.</summary>
    private static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var space = text.LastIndexOf(' ', length);

        return text[..(space > length / 2 ? space : length)].TrimEnd(' ', '\'', ',');
    }
}
