namespace HieuHoc.Places;

/// <summary>
/// The identities that the lists, successions and changes of a pack make. One goes on when only its name, kind or parent
/// changes: when all of it went to one unit that has nothing else, or when no line names it. Everything else ends and begins.
/// </summary>
internal sealed class PlacesInTime
{
    private readonly List<PlaceIdentity> places = [];
    private readonly List<IdentitySuccession> successions = [];
    private readonly ILookup<string, PlaceChange> changes;

    private PlacesInTime(PlacesContent content) => changes = content.Changes.ToLookup(change => change.OldCode);

    /// <summary>Today's first, the higher level before the lower, by code; then the ended ones in the same order.</summary>
    public IReadOnlyList<PlaceIdentity> Places =>
    [
        .. places.OrderBy(place => place.ValidTo is not null)
            .ThenBy(place => place.Level)
            .ThenBy(place => place.LastCode, StringComparer.Ordinal)
            .ThenBy(place => place.ValidFrom),
    ];

    public IReadOnlyList<IdentitySuccession> Successions => successions;

    /// <summary>Reads the lists from the oldest on. The content has been checked.</summary>
    public static PlacesInTime Of(PlacesPack pack, PlacesContent content)
    {
        var all = new PlacesInTime(content);
        var known = new Dictionary<string, PlaceIdentity>();
        var country = all.Country(pack);

        foreach (var list in content.Lists)
        {
            known = all.Next(known, list, country, [.. content.Successions.Where(line => line.EffectiveOn == list.List.From)]);
        }

        return all;
    }

    private PlaceIdentity Country(PlacesPack pack)
    {
        var (from, name) = (pack.Lists[0].From, pack.Country.Name);
        var country = new PlaceIdentity(PlaceLevel.Country, from);
        var unit = new PlaceUnit("", pack.Country.Code, name, name, pack.Country.Kind, PlaceLevel.Country, "");
        country.Add(new UnitStretch(from, null, unit, null, null, [], [], null));
        places.Add(country);

        return country;
    }

    /// <summary>The holders of the codes in a list, given those of the list before.</summary>
    private Dictionary<string, PlaceIdentity> Next(
        Dictionary<string, PlaceIdentity> before, PlaceListContent list, PlaceIdentity country, IReadOnlyList<SuccessionLine> lines)
    {
        var (after, from) = (new Dictionary<string, PlaceIdentity>(), list.List.From);
        var (goingOn, named) = (GoingOn(lines), lines.SelectMany(line => (string[])[line.From.Code, line.To.Code]).ToHashSet());
        var (aliases, outlines) = (list.Aliases.ToLookup(alias => alias.Code), list.Outlines.ToDictionary(outline => outline.Code));

        foreach (var unit in list.Units.OrderBy(unit => unit.Level).ThenBy(unit => unit.Code, StringComparer.Ordinal))
        {
            var line = goingOn.GetValueOrDefault(unit.Code);
            var same = line is not null ? before[line.From.Code] : named.Contains(unit.Code) ? null : before.GetValueOrDefault(unit.Code);
            var place = same ?? new PlaceIdentity(unit.Level!.Value, from);
            var parent = unit.ParentCode.Length == 0 ? country : after[unit.ParentCode];
            place.Add(new UnitStretch(
                from, list.Until, unit, parent, Basis(line), ChangesOf(unit, list), [.. aliases[unit.Code]], outlines.GetValueOrDefault(unit.Code)));
            after.Add(unit.Code, place);

            if (same is null)
            {
                places.Add(place);
            }
        }

        foreach (var ended in before.Values.Except(after.Values))
        {
            ended.EndOn(from.AddDays(-1));
        }

        successions.AddRange(Shared(lines.Except(goingOn.Values), before, after));

        return after;
    }

    private IReadOnlyList<PlaceChange> ChangesOf(PlaceUnit unit, PlaceListContent list) =>
        [.. changes[unit.Code].Where(change => list.HoldsOn(change.EffectiveOn!.Value)).OrderBy(change => change.EffectiveOn)];

    /// <summary>By the code in the new list: the units that lost nothing, got nothing and stay on their level.</summary>
    private static Dictionary<string, SuccessionLine> GoingOn(IReadOnlyList<SuccessionLine> lines)
    {
        var predecessors = lines.CountBy(line => line.To.Code).ToDictionary();

        return lines
            .Where(line => line.Whole is true && line.From.Level == line.To.Level && predecessors[line.To.Code] == 1)
            .ToDictionary(line => line.To.Code);
    }

    private static IEnumerable<IdentitySuccession> Shared(
        IEnumerable<SuccessionLine> lines, Dictionary<string, PlaceIdentity> before, Dictionary<string, PlaceIdentity> after) =>
        from successors in lines.GroupBy(line => line.From.Code)
        let takers = successors.Count(line => line.Population is not SuccessionShare.None)
        let tookAll = successors.FirstOrDefault(line => line.Population is SuccessionShare.All)
            ?? (takers == 1 ? successors.Single(line => line.Population is not SuccessionShare.None) : null)
        let rule = successors.Count() == 1 ? PartsRule.Whole : tookAll is null ? PartsRule.EqualParts : PartsRule.OneTookThePeople
        from line in successors
        let parts = tookAll is null ? (line.Population is SuccessionShare.None ? 0 : 1) : line == tookAll ? 1 : 0
        select new IdentitySuccession(before[line.From.Code], after[line.To.Code], line, parts, rule);

    private static string? Basis(SuccessionLine? line) =>
        line is null || line.LegalBasis.Length == 0 ? null : $"{line.LegalBasis}, {line.Clause}";
}
