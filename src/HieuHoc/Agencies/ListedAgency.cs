using HieuHoc.Places;
using HieuHoc.Platform;

namespace HieuHoc.Agencies;

/// <summary>Agencies that a province listed itself: how they are told from those of packs, and when two who name one mean the same.</summary>
internal static class ListedAgency
{
    /// <summary>Stands in the codes of listed agencies; codes of packs never have it.</summary>
    public const string Parting = ":";

    extension(AgencyKind kind)
    {
        /// <summary>True for a part of another agency: several agencies of a place may have parts of one name. What stands on its own has its name alone there.</summary>
        public bool IsPart => kind is AgencyKind.Division or AgencyKind.Office;
    }

    /// <summary>True when two of one name at one place are the same agency, whatever else is said of them.</summary>
    public static bool IsSame<T>(AgencyKind kind, T? parent, AgencyKind other, T? otherParent) =>
        !kind.IsPart || !other.IsPart || EqualityComparer<T?>.Default.Equals(parent, otherParent);

    /// <summary>The code of a listed agency, <c>19681:truong-thcs-hai-lang</c>; null for a name without a letter or a digit.</summary>
    /// <param name="taken">The codes that others have; it is added to them.</param>
    public static string? CodeOf(string placeCode, string name, HashSet<string> taken)
    {
        var words = string.Concat(Vietnamese.Fold(name).Select(sign => char.IsAsciiLetterOrDigit(sign) ? sign : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);

        if (words.Length == 0)
        {
            return null;
        }

        var named = $"{placeCode}{Parting}{string.Join('-', words)}";
        var (code, number) = (named, 1);

        while (!taken.Add(code))
        {
            number++;
            code = $"{named}-{number}";
        }

        return code;
    }

    extension(HieuHocDb db)
    {
        /// <summary>The agencies that were listed.</summary>
        public IQueryable<Agency> ListedAgencies() => db.Agencies.Where(agency => agency.Code.Contains(Parting));

        /// <summary>The programmes of the province in which a place lies.</summary>
        public IQueryable<short> OwnersOf(int placeId) => db.Owners
            .Where(owner => db.Set<PlaceReach>().Any(reach => reach.PlaceId == placeId && reach.AncestorId == owner.PlaceId))
            .Select(owner => owner.Id);
    }
}
