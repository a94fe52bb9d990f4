namespace HieuHoc.Places;

/// <summary>The levels of the hierarchy. Districts ended on 30 June 2025; villages carry no code of the statistics office.</summary>
public enum PlaceLevel
{
    Country,
    Province,
    District,
    Commune,
    Village,
}

/// <summary>
/// The identity of an administrative unit. Its name, kind, code and parent are dated facts about it;
/// it goes on when only those change, and ends when units are merged or split.
/// </summary>
public sealed class Place
{
    /// <summary>Given by the installation; the same number is its subject.</summary>
    public required int Id { get; init; }

    public required PlaceLevel Level { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day it existed; null while it does.</summary>
    public DateOnly? ValidTo { get; set; }
}

/// <summary>Something that figures can be about: a place, later an agency. Both draw their numbers here.</summary>
public sealed class Subject
{
    public required int Id { get; init; }

    public required SubjectKind Kind { get; init; }
}

public enum SubjectKind
{
    Place,
    Agency,
}

/// <summary>A fact about a place that holds from one day to another, both included.</summary>
public abstract class DatedFact
{
    public required int PlaceId { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day; null while it holds.</summary>
    public DateOnly? ValidTo { get; set; }
}

/// <summary>What a place is called, with its kind, from when to when.</summary>
public sealed class PlaceName : DatedFact
{
    /// <summary>Without the kind: "Hải Lăng".</summary>
    public required string Name { get; init; }

    /// <summary>With the kind: "Xã Hải Lăng".</summary>
    public required string FullName { get; init; }

    /// <summary>tỉnh, thành phố, xã, phường, đặc khu …, as the statistics office writes it.</summary>
    public required string Kind { get; init; }

    /// <summary>The full name as searches compare it.</summary>
    public required string Folded { get; init; }

    /// <summary>What gave it this name or kind; null where only the list is known.</summary>
    public string? LegalBasis { get; init; }
}

/// <summary>The code of the National Statistics Office. Codes are used again for other places: one without a day says nothing.</summary>
public sealed class PlaceCode : DatedFact
{
    public required string Code { get; init; }
}

/// <summary>The place that a place belongs to.</summary>
public sealed class PlaceParent : DatedFact
{
    public required int ParentId { get; init; }

    /// <summary>What placed it there; null where only the list is known.</summary>
    public string? LegalBasis { get; init; }
}

/// <summary>An area class (specially difficult, …) with the decision that says so.</summary>
public sealed class PlaceClass : DatedFact
{
    public required string Class { get; init; }

    public required string LegalBasis { get; init; }

    public required bool Confirmed { get; init; }
}

/// <summary>The outline of a place as GeoJSON geometry in WGS84.</summary>
public sealed class PlaceBoundary : DatedFact
{
    public required string Geometry { get; init; }
}

/// <summary>Something else by which a place is looked for: its name as a resolution spells it, a code of another list.</summary>
public sealed class PlaceAlias
{
    public required int PlaceId { get; init; }

    /// <summary>As the source writes it.</summary>
    public required string Text { get; init; }

    /// <summary>As searches compare it.</summary>
    public required string Folded { get; init; }

    /// <summary>Who writes it so.</summary>
    public required string Source { get; init; }
}

/// <summary>
/// Who reaches whom: every place with itself, its ancestors of today, and, for ended places, those of their successors.
/// Undated: it answers "may they", never "what was".
/// </summary>
public sealed class PlaceReach
{
    public required int PlaceId { get; init; }

    public required int AncestorId { get; init; }
}

/// <summary>The programme that one province of today runs: the first part of the key of every table that grows with people.</summary>
public sealed class Owner
{
    public required short Id { get; init; }

    /// <summary>The province.</summary>
    public required int PlaceId { get; init; }

    /// <summary>True when its figures are generated: every page and paper then says so.</summary>
    public required bool Demo { get; init; }
}
