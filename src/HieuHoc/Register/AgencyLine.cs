using HieuHoc.Agencies;

namespace HieuHoc.Register;

/// <summary>A line of a list of agencies.</summary>
/// <param name="Cell">Where each of the columns stands.</param>
/// <param name="Place">The code of the place that the agency works for, or its name.</param>
/// <param name="Kind">Null where it is none.</param>
/// <param name="Parent">The code, name or short name of what it belongs to; empty where it is not said.</param>
/// <param name="From">Null where it is not known since when there is the agency.</param>
internal sealed record AgencyLine(
    Func<string, string> Cell, string Place, AgencyKind? Kind, string Name, string ShortName, string Parent, DateOnly? From, string Source)
{
    internal const string PlaceColumn = "place";
    internal const string KindColumn = "kind";
    internal const string NameColumn = "name";
    internal const string ShortNameColumn = "shortName";
    internal const string ParentColumn = "parent";
    internal const string FromColumn = "from";
    internal const string SourceColumn = "source";
}
