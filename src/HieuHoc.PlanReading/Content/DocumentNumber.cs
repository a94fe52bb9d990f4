using System.Text.RegularExpressions;
using HieuHoc.PlanReading.Words;

namespace HieuHoc.PlanReading.Content;

/// <summary>Numbers of official documents: 89/QĐ-TTg, 29-NQ/TW, 101/2017/NĐ-CP, 3320/BGDĐT-GDTrX.</summary>
internal static partial class DocumentNumber
{
    private static readonly HashSet<string> Symbols = [.. WordLists.Plain("symbols")];

    /// <summary>The first number of a text, or null.</summary>
    public static string? In(string text) => All(text).Select(found => found.Number).FirstOrDefault();

    /// <summary>The numbers in a text, each with where it stands; spaces that slipped into one are left out of it.</summary>
    public static IEnumerable<(string Number, int Start, int Length)> All(string text)
    {
        foreach (Match match in Shape().Matches(text))
        {
            var number = string.Concat(match.Value.Where(letter => !char.IsWhiteSpace(letter))).Replace('–', '-');

            if (IsNumber(number) || IsCalledNumber(text.AsSpan(0, match.Index)))
            {
                yield return (number, match.Index, match.Length);
            }
        }
    }

    /// <summary>Kinds of document, or the letters of two agencies; "và/hoặc", dates and addresses are none.</summary>
    private static bool IsNumber(string number)
    {
        var parts = number.Split('/', '-').Skip(1).Where(part => !part.All(char.IsAsciiDigit)).ToList();

        return parts.Any(part => Symbols.Contains(part.TrimEnd([.. "0123456789"]))) || (parts.Count > 1 && parts[0].Count(char.IsUpper) > 1);
    }

    /// <summary>A letter's number may be that of its agency alone: "Công văn số 1204/SGDĐT".</summary>
    private static bool IsCalledNumber(ReadOnlySpan<char> before) => before.TrimEnd().EndsWith("số", StringComparison.OrdinalIgnoreCase);

    // Letters lost before it may have left the number glued to a word: "Quyết định s2053/QĐ-TTg".
    [GeneratedRegex(@"(?<![\d/.])\d{1,5}[a-z]?(?:\s?/\s?\d{4})?\s?[/–-]\s?[A-ZĐÂƠƯ][\p{L}]*\d{0,2}(?:\s?[/&–-]\s?[A-ZĐÂƠƯ][\p{L}&]*)*", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
