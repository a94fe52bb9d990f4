namespace HieuHoc.PlanReading.Files;

/// <summary>Texts from before Unicode (fonts .VnTime, VNI-Times), whose letters are right only in their own font.</summary>
internal static class OldFonts
{
    /// <summary>A text of a page has more of them than that; names of foreigners have fewer.</summary>
    private const int Many = 20;

    // What TCVN3 and VNI put in the place of Vietnamese letters, and no Vietnamese text in Unicode has.
    private const string Strange = "µ¸¶·¹¨»¾¼½©ÇÊÈË®ªÒÓÎÏÑ×ØÞßäåæçëîïñöø§¦«¬ÄÅÆÖÜûüÿ";

    public static bool IsWrittenWith(string text)
    {
        var strange = text.Count(letter => Strange.Contains(letter, StringComparison.Ordinal));

        return strange >= Many && strange > text.Count(letter => letter is >= '\u1EA0' and <= '\u1EF9' or '\u01B0' or '\u01A1' or '\u0111' or '\u0103');
    }
}
