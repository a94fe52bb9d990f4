namespace HieuHoc.PlanReading.Text;

/// <summary>The form in which words are compared: small letters, and the tone on one agreed vowel (hoà and hòa are one word). Keeps the length.</summary>
internal static class Fold
{
    // The pairs oa, oe, uy: with the tone on the first letter, as some write it, and on the second, as it is compared.
    private const string TonedFirst = "òóỏõọùúủũụ";

    private static readonly Dictionary<char, string> TonedSecond = new() { ['a'] = "àáảãạ", ['e'] = "èéẻẽẹ", ['y'] = "ỳýỷỹỵ" };

    public static string Of(string text)
    {
        var folded = text.ToLowerInvariant().ToCharArray();

        for (var i = 0; i + 1 < folded.Length; i++)
        {
            var tone = TonedFirst.IndexOf(folded[i], StringComparison.Ordinal);

            if (tone >= 0 && TonedSecond.TryGetValue(folded[i + 1], out var toned) && (tone < toned.Length ? folded[i + 1] is not 'y' : folded[i + 1] is 'y'))
            {
                (folded[i], folded[i + 1]) = (tone < toned.Length ? 'o' : 'u', toned[tone % toned.Length]);
            }
        }

        return new string(folded);
    }

    /// <summary>True where every letter is a capital; at least two of them.</summary>
    public static bool IsCapitals(string text)
    {
        var letters = text.Count(char.IsLetter);

        // What stands in quotation marks or is an abbreviation may be small ("Đề án", TTg).
        return letters >= 2 && text.Count(char.IsLower) * 10 <= letters;
    }
}
