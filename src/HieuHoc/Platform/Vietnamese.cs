using System.Globalization;
using System.Text;

namespace HieuHoc.Platform;

/// <summary>How Vietnamese names are compared and found.</summary>
public static class Vietnamese
{
    /// <summary>
    /// The form that searches compare: lower case, no diacritics, đ as d, one apostrophe, single spaces;
    /// so "quang tri" finds Quảng Trị, and Hoà equals Hòa.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var space = false;

        foreach (var c in Legible(text).Normalize(NormalizationForm.FormD))
        {
            // Format characters come along, unseen, with what is pasted from web pages.
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
            {
                continue;
            }

            if (char.IsWhiteSpace(c))
            {
                space = folded.Length > 0;
                continue;
            }

            if (space)
            {
                folded.Append(' ');
                space = false;
            }

            folded.Append(c switch
            {
                // Texts that were converted from the encodings before Unicode carry the Icelandic eth for đ.
                'đ' or 'Đ' or 'ð' or 'Ð' => 'd',
                '’' or '‘' or 'ʼ' or '`' or '´' => '\'',
                _ => char.ToLowerInvariant(c),
            });
        }

        return folded.ToString();
    }

    /// <summary>The text without what is no character of Unicode, which cannot be taken apart: half a pair, or U+FFFE.</summary>
    private static string Legible(string text) =>
        text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') < 0 && !text.Contains('\ufffe', StringComparison.Ordinal)
            ? text
            : string.Concat(text.EnumerateRunes().Where(rune => rune.Value != '\ufffe'));

    /// <summary>Names as people read them in a Vietnamese list: A Ă Â … D Đ … .</summary>
    public static StringComparer Order { get; } = StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), ignoreCase: true);
}
