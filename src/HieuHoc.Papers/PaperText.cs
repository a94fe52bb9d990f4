using System.Text;
using System.Xml;

namespace HieuHoc.Papers;

/// <summary>Text made safe for a paper: composed letters, and no character that XML forbids.</summary>
internal static class PaperText
{
    public static string Clean(string? text) =>
        string.IsNullOrEmpty(text) ? "" : WithoutForbidden(text).Normalize(NormalizationForm.FormC);

    /// <summary>Capitals of a head or title, accents kept.</summary>
    public static string Capitals(string? text) => Clean(text).ToUpperInvariant();

    /// <summary>An item of a list without the dash and the stop that the layout itself prints.</summary>
    public static string Item(string text) => Clean(text).Trim().TrimStart('-', '–').TrimEnd(';', '.').Trim();

    private static string WithoutForbidden(string text)
    {
        var kept = new StringBuilder(text.Length);

        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                kept.Append(text[i]).Append(text[i + 1]);
                i++;
            }
            else if (XmlConvert.IsXmlChar(text[i]))
            {
                kept.Append(text[i]);
            }
        }

        return kept.ToString();
    }
}
