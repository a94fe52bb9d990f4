using HieuHoc.Platform;

namespace HieuHoc.Places;

/// <summary>The form in which names of places are searched: as every name, and without apostrophes.</summary>
public static class SearchKey
{
    /// <summary>"Ea H’Leo", "ea h'leo" and "EA HLEO" are "ea hleo"; "K' Dang" is "kdang", as is "K'Dang".</summary>
    public static string Of(string text) =>
        Vietnamese.Fold(text).Replace("' ", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal).Trim();
}
