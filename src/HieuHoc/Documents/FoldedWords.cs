using System.Globalization;
using System.Text;

namespace HieuHoc.Documents;

/// <summary>
/// The words of a text as searches compare them: runs of letters and digits, each letter as <see cref="Platform.Vietnamese.Fold"/>
/// has it. Letter by letter, since a page of results looks for its words in fifty whole texts.
/// </summary>
public static class FoldedWords
{
    /// <summary>What a word is told apart by; the rest of a longer one is passed over.</summary>
    public const int Longest = 64;

    /// <summary>No sign of a word.</summary>
    private const char Parts = '\0';

    /// <summary>A sign above or below the letter before it.</summary>
    private const char Mark = '\u0001';

    // Latin with everything that Vietnamese puts on its letters ends here.
    private const int LatinEnd = 0x1f00;

    private static readonly char[] Latin = [.. Enumerable.Range(0, LatinEnd).Select(code => Folded((char)code))];

    /// <summary>The words, one after the other, as often as they stand there.</summary>
    public static IEnumerable<string> In(string text)
    {
        var buffer = new char[Longest];

        for (var at = 0; Next(text, ref at, buffer) is { Length: > 0 } word;)
        {
            yield return new string(buffer, 0, word.Length);
        }
    }

    /// <summary>The next word from a place in a text: where it stands, and folded in the buffer; of length 0 where there is none.</summary>
    internal static FoldedWord Next(ReadOnlySpan<char> text, ref int at, Span<char> buffer)
    {
        var (start, end, length) = (at, at, 0);

        for (; at < text.Length; at++)
        {
            var sign = Fold(text[at]);

            if (sign is Parts && length > 0)
            {
                break;
            }

            if (sign is Parts || (sign is Mark && length == 0))
            {
                continue;
            }

            start = length == 0 ? at : start;
            end = at + 1;

            if (sign is not Mark && length < Longest)
            {
                buffer[length++] = sign;
            }
        }

        return new FoldedWord(start, end, length);
    }

    private static char Fold(char sign) => sign < LatinEnd ? Latin[sign] : Folded(sign);

    private static char Folded(char sign)
    {
        if (CharUnicodeInfo.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
        {
            return Mark;
        }

        if (sign is 'đ' or 'Đ' or 'ð' or 'Ð')
        {
            return 'd';
        }

        return char.IsLetterOrDigit(sign) ? char.ToLowerInvariant(sign.ToString().Normalize(NormalizationForm.FormD)[0]) : Parts;
    }
}

/// <summary>Where a word stands in a text, and how long it is folded.</summary>
internal readonly record struct FoldedWord(int Start, int End, int Length);
