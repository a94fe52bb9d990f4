namespace HieuHoc.Places;

/// <summary>A place as it was on a day.</summary>
/// <param name="Code">Of the statistics office; empty for villages, which have none.</param>
/// <param name="Name">Without the kind: "Hải Lăng".</param>
/// <param name="FullName">With the kind: "Xã Hải Lăng".</param>
/// <param name="Kind">As the statistics office writes it: "xã".</param>
/// <param name="ParentId">Null for the country.</param>
public sealed record PlaceOnDay(
    int Id, PlaceLevel Level, string Code, string Name, string FullName, string Kind, int? ParentId);

/// <summary>A place that a search found, with the name that tells it from others of its name.</summary>
/// <param name="ParentName">With the kind; empty for the country.</param>
public sealed record FoundPlace(PlaceOnDay Place, string ParentName);
