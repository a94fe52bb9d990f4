namespace HieuHoc.Places;

/// <summary>A place as it was on a day.</summary>
/// <param name="Code">Of the statistics office; empty for villages, which have none.</param>
/// <param name="Name">Without the kind: "Hải Lăng".</param>
/// <param name="FullName">With the kind: "Xã Hải Lăng".</param>
/// <param name="Kind">As the statistics office writes it: "xã".</param>
/// <param name="ParentId">Null for the country.</param>
public sealed record PlaceOnDay(
    int Id, PlaceLevel Level, string Code, string Name, string FullName, string Kind, int? ParentId);

/// <summary>A place that a search found, with what tells it from others of its name.</summary>
/// <param name="Place">As it is on the day asked; an ended one as it was on its last.</param>
/// <param name="ParentName">With the kind; empty for the country.</param>
/// <param name="FoundBy">The name, spelling or code that was found, where it is not the one of <paramref name="Place"/>.</param>
/// <param name="EndedOn">Its last day, if that is over.</param>
/// <param name="Successors">Of an ended place: the places that took it over, the default one first.</param>
public sealed record FoundPlace(
    PlaceOnDay Place, string ParentName, string? FoundBy, DateOnly? EndedOn, IReadOnlyList<PlaceOnDay> Successors);
