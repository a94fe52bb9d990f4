using System.Buffers;
using System.Text.RegularExpressions;

namespace HieuHoc.PlanReading.Text;

/// <summary>Whether a word can be one of Vietnamese at all; a word without a vowel has lost one.</summary>
internal static partial class Syllable
{
    private const string Vowels = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ";

    private static readonly SearchValues<char> AnyVowel = SearchValues.Create(Vowels);

    public static bool CanBe(string folded) => Shape().IsMatch(folded);

    public static bool HasVowel(string folded) => folded.AsSpan().ContainsAny(AnyVowel);

    // Initial, vowels, final. Spelling rules between them are not needed to tell what lost a letter.
    [GeneratedRegex(
        "^(b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x)?" +
        $"[{Vowels}]{{1,3}}" +
        "(c|ch|m|ng|nh|n|p|t)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
