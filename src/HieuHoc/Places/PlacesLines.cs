namespace HieuHoc.Places;

/// <summary>The units of one era with their further names and outlines.</summary>
/// <param name="Until">The last day of the era; null for today's.</param>
internal sealed record PlaceListContent(
    PlaceList List,
    DateOnly? Until,
    IReadOnlyList<PlaceUnit> Units,
    IReadOnlyList<AliasLine> Aliases,
    IReadOnlyList<PlaceOutline> Outlines)
{
    public bool HoldsOn(DateOnly day) => List.From <= day && (Until is null || day <= Until);
}

/// <summary>A unit as a list has it.</summary>
/// <param name="Level">Null where the table names none that is known.</param>
internal sealed record PlaceUnit(
    string Where, string Code, string Name, string FullName, string Kind, PlaceLevel? Level, string ParentCode);

/// <summary>A unit as another table names it.</summary>
internal sealed record UnitNamed(string Code, PlaceLevel? Level, string FullName);

/// <summary>A unit of one list that went, wholly or in part, to a unit of the next.</summary>
/// <param name="Whole">Null where the table says neither whole nor part; so with the shares and the day.</param>
internal sealed record SuccessionLine(
    string Where,
    UnitNamed From,
    UnitNamed To,
    bool? Whole,
    SuccessionShare? Area,
    SuccessionShare? Population,
    bool IsDefault,
    string Rule,
    string LegalBasis,
    string Clause,
    DateOnly? EffectiveOn);

/// <summary>A unit that got another kind, and so another full name, on a day; it stays the same unit.</summary>
internal sealed record PlaceChange(
    string Where,
    string OldCode,
    string NewCode,
    string OldFullName,
    string NewFullName,
    string NewKind,
    string LegalBasis,
    DateOnly? EffectiveOn);

/// <summary>Another spelling of a unit's name, or a second code under which some source lists it.</summary>
internal sealed record AliasLine(string Where, string Code, string FullName, string Text, string Source, bool IsCode);

/// <summary>The outline of a unit as GeoJSON.</summary>
internal sealed record PlaceOutline(string Where, string Code, string Type, string Geometry);
