using System.Text;

namespace HieuHoc.PlanReading.Text;

/// <summary>The form in which words are compared: small letters, and the tone on one agreed vowel (hoà and hòa are one word). Keeps the length.</summary>
internal static class Fold
{
    // Each pair in every tone: as it is written by some, and as it is compared.
    private static readonly (string Written, string Compared)[] TonePlaces =
    [
        ("òa", "oà"), ("óa", "oá"), ("ỏa", "oả"), ("õa", "oã"), ("ọa", "oạ"),
        ("òe", "oè"), ("óe", "oé"), ("ỏe", "oẻ"), ("õe", "oẽ"), ("ọe", "oẹ"),
        ("ùy", "uỳ"), ("úy", "uý"), ("ủy", "uỷ"), ("ũy", "uỹ"), ("ụy", "uỵ"),
    ];

    public static string Of(string text)
    {
        var folded = new StringBuilder(text.ToLowerInvariant());

        foreach (var (written, compared) in TonePlaces)
        {
            folded.Replace(written, compared);
        }

        return folded.ToString();
    }

    /// <summary>True where every letter is a capital; at least two of them.</summary>
    public static bool IsCapitals(string text)
    {
        var letters = text.Count(char.IsLetter);

        // What stands in quotation marks or is an abbreviation may be small ("Đề án", TTg).
        return letters >= 2 && text.Count(char.IsLower) * 10 <= letters;
    }
}
