using System.Globalization;
using System.Text;

namespace HieuHoc.PlanReading.Text;

/// <summary>First stage: one normal form, one kind of space and line end, no invisible characters; nothing is moved or guessed.</summary>
internal static class Cleaning
{
    /// <summary>What stands for a bullet in the symbol fonts of Word and of old PDF files.</summary>
    private const string SymbolBullets = "\uF02D\uF0B7\uF0A7\uF0D8\uF076\u2022\u25CF\u25AA\u25E6\u27A2\u2756";

    public static MappedText Of(string source)
    {
        var text = new StringBuilder(source.Length);
        var (starts, ends) = (new List<int>(source.Length), new List<int>(source.Length));

        for (var at = 0; at < source.Length;)
        {
            var length = LengthOfLetter(source, at);

            foreach (var clean in CleanedOf(source, at, length))
            {
                text.Append(clean);
                starts.Add(at);
                ends.Add(at + length);
            }

            at += length;
        }

        return new(text.ToString(), [.. starts], [.. ends]);
    }

    /// <summary>A letter and the marks that were typed after it, or a line end of two characters.</summary>
    private static int LengthOfLetter(string source, int at)
    {
        if (source[at] == '\r' && at + 1 < source.Length && source[at + 1] == '\n')
        {
            return 2;
        }

        var end = at + 1;

        while (end < source.Length && IsMark(source[end]))
        {
            end++;
        }

        return end - at;
    }

    private static bool IsMark(char letter) => letter >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark;

    private static string CleanedOf(string source, int at, int length)
    {
        var first = source[at];

        if (length > 1 && first is not '\r')
        {
            // Half of a character outside the basic plane has no normal form; it stays as it is.
            return char.IsSurrogate(first) ? source.Substring(at, length) : source.Substring(at, length).Normalize(NormalizationForm.FormC);
        }

        return first switch
        {
            '\r' or '\u2028' or '\u2029' or '\v' => "\n",
            '\f' or '\n' or '\t' => first.ToString(),
            '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\0' => "",
            // Signs of emphasis of pages turned to text; only at the beginning of a line one may be a bullet.
            '*' when at > 0 && source[at - 1] is not '\n' => "",
            '\u2010' or '\u2011' or '\u2212' => "-",
            _ when SymbolBullets.Contains(first, StringComparison.Ordinal) => "-",
            _ when char.IsSurrogate(first) => first.ToString(),
            _ when char.GetUnicodeCategory(first) is UnicodeCategory.SpaceSeparator or UnicodeCategory.Control => " ",
            _ => first.ToString().Normalize(NormalizationForm.FormC),
        };
    }
}
