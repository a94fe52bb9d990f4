using System.Text;
using HieuHoc.Platform.Packs;

namespace HieuHoc.Places;

/// <summary>Whether the files of a places pack hold together: codes, names, parents, numbers.</summary>
internal sealed class PlacesCheck(PlacesPack pack, PlacesContent content)
{
    private const int ProvinceDigits = 2;
    private const int CommuneDigits = 5;

    private readonly Dictionary<string, PlaceUnit> units =
        content.Units.DistinctBy(unit => unit.Code).ToDictionary(unit => unit.Code);

    public IEnumerable<PackMistake> Mistakes() =>
        content.Units.SelectMany(Unit)
            .Concat(Twice(content.Units, unit => unit.Code, unit => unit.Where))
            .Concat(Count(PlaceLevel.Province, pack.Expected.Provinces))
            .Concat(Count(PlaceLevel.Commune, pack.Expected.Communes))
            .Concat(content.Changes.GroupBy(change => change.OldCode).SelectMany(ChangesOf))
            .Concat(content.Aliases.SelectMany(Alias))
            .Concat(content.Outlines.SelectMany(Outline))
            .Concat(Twice(content.Outlines, outline => outline.Code, outline => outline.Where));

    private IEnumerable<PackMistake> Unit(PlaceUnit unit)
    {
        var digits = unit.Level is PlaceLevel.Province ? ProvinceDigits : CommuneDigits;

        if (unit.Level is null)
        {
            yield return new PackMistake(unit.Where, "pack.mistake.level", unit.Code);
        }

        // A spreadsheet that took codes for numbers loses their zeros; the length tells.
        if (unit.Code.Length != digits || !unit.Code.All(char.IsAsciiDigit))
        {
            yield return new PackMistake(unit.Where, "pack.mistake.code", unit.Code);
        }

        if (!FullNameFits(unit.FullName, unit.Kind, unit.Name) || !unit.FullName.IsNormalized(NormalizationForm.FormC))
        {
            yield return new PackMistake(unit.Where, "pack.mistake.name-and-kind", unit.FullName);
        }

        if (!ParentFits(unit))
        {
            yield return new PackMistake(unit.Where, "pack.mistake.parent", unit.ParentCode);
        }
    }

    private bool ParentFits(PlaceUnit unit) => unit.Level is PlaceLevel.Province
        ? unit.ParentCode.Length == 0
        : units.GetValueOrDefault(unit.ParentCode)?.Level is PlaceLevel.Province;

    private IEnumerable<PackMistake> Count(PlaceLevel level, int expected)
    {
        var found = content.Units.Count(unit => unit.Level == level);

        if (found != expected)
        {
            yield return new PackMistake("units.csv", "pack.mistake.count", $"{level} {found} ≠ {expected}");
        }
    }

    private IEnumerable<PackMistake> ChangesOf(IGrouping<string, PlaceChange> changes)
    {
        var unit = units.GetValueOrDefault(changes.Key);
        var (name, day) = (unit?.FullName, pack.ValidFrom);

        foreach (var change in changes)
        {
            // Another code would be another place, which this table cannot say.
            if (unit is null || change.NewCode != change.OldCode)
            {
                yield return new PackMistake(change.Where, "pack.mistake.code", $"{change.OldCode} → {change.NewCode}");
                continue;
            }

            if (change.OldFullName != name || !FullNameFits(change.NewFullName, change.NewKind, unit.Name))
            {
                yield return new PackMistake(change.Where, "pack.mistake.name-and-kind", $"{change.OldFullName} → {change.NewFullName}");
            }

            if (change.EffectiveOn is not { } effective || effective <= day)
            {
                yield return new PackMistake(change.Where, "pack.mistake.day", change.OldCode);
            }

            (name, day) = (change.NewFullName, change.EffectiveOn ?? day);
        }
    }

    private IEnumerable<PackMistake> Alias(PlaceAlias alias)
    {
        if (units.GetValueOrDefault(alias.Code)?.FullName != alias.FullName || units.ContainsKey(alias.AliasCode))
        {
            yield return new PackMistake(alias.Where, "pack.mistake.code", $"{alias.Code} = {alias.AliasCode}");
        }
    }

    private IEnumerable<PackMistake> Outline(PlaceOutline outline)
    {
        if (!units.ContainsKey(outline.Code))
        {
            yield return new PackMistake(outline.Where, "pack.mistake.code", outline.Code);
        }

        if (outline.Type is not ("Polygon" or "MultiPolygon"))
        {
            yield return new PackMistake(outline.Where, "pack.mistake.geometry", outline.Type);
        }
    }

    private static IEnumerable<PackMistake> Twice<T>(IEnumerable<T> rows, Func<T, string> code, Func<T, string> where) =>
        rows.GroupBy(code)
            .Where(group => group.Count() > 1)
            .Select(group => new PackMistake(where(group.Last()), "pack.mistake.twice", group.Key));

    /// <summary>"Xã Hải Lăng" is "xã" and "Hải Lăng".</summary>
    private static bool FullNameFits(string fullName, string kind, string name) =>
        name.Length > 0 && kind.Length > 0 && string.Equals(fullName, $"{kind} {name}", StringComparison.OrdinalIgnoreCase)
        && fullName.EndsWith(name, StringComparison.Ordinal);
}
