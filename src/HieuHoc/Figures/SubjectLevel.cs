using HieuHoc.Places;

namespace HieuHoc.Figures;

/// <summary>Who counts something, or answers for it: the places of a level, or agencies.</summary>
public enum SubjectLevel
{
    Country,
    Province,
    District,
    Commune,
    Village,

    /// <summary>Agencies stand beside the places: none of them is above or below one.</summary>
    Agency,
}

public static class SubjectLevels
{
    /// <summary>The level of a place as that of a subject.</summary>
    public static SubjectLevel AsSubject(this PlaceLevel level) => level switch
    {
        PlaceLevel.Country => SubjectLevel.Country,
        PlaceLevel.Province => SubjectLevel.Province,
        PlaceLevel.District => SubjectLevel.District,
        PlaceLevel.Commune => SubjectLevel.Commune,
        PlaceLevel.Village => SubjectLevel.Village,
    };

    /// <summary>True when a place of this level is a part of what is counted at another: a figure of it says nothing.</summary>
    public static bool IsBelow(this SubjectLevel level, SubjectLevel leaf) => level is not SubjectLevel.Agency && level > leaf;
}
