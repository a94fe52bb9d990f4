using System.Text;
using HieuHoc.Platform;

namespace HieuHoc.Places;

/// <summary>Whether one list of units holds together: codes, names, parents, numbers, and what names its units.</summary>
internal sealed class PlaceListCheck(PlaceListContent list)
{
    private readonly Dictionary<string, PlaceUnit> units = list.Units.DistinctBy(unit => unit.Code).ToDictionary(unit => unit.Code);

    public IEnumerable<FileMistake> Mistakes() =>
        list.Units.SelectMany(Unit)
            .Concat(Twice(list.Units, unit => unit.Code, unit => unit.Where))
            .Concat(Counts())
            .Concat(list.Aliases.SelectMany(Alias))
            .Concat(Twice(list.Aliases, alias => $"{alias.Code} = {alias.Text}", alias => alias.Where))
            .Concat(list.Outlines.SelectMany(Outline))
            .Concat(Twice(list.Outlines, outline => outline.Code, outline => outline.Where));

    /// <summary>"Xã Hải Lăng" is "xã" and "Hải Lăng".</summary>
    public static bool FullNameFits(string fullName, string kind, string name) =>
        name.Length > 0 && kind.Length > 0 && string.Equals(fullName, $"{kind} {name}", StringComparison.OrdinalIgnoreCase)
        && fullName.EndsWith(name, StringComparison.Ordinal);

    private IEnumerable<FileMistake> Unit(PlaceUnit unit)
    {
        if (unit.Level is null)
        {
            yield return new FileMistake(unit.Where, "pack.mistake.level", unit.Code);
        }

        // A spreadsheet that took codes for numbers loses their zeros; the length tells.
        if (unit.Code.Length != Digits(unit.Level) || !unit.Code.All(char.IsAsciiDigit))
        {
            yield return new FileMistake(unit.Where, "pack.mistake.code", unit.Code);
        }

        if (!FullNameFits(unit.FullName, unit.Kind, unit.Name) || !unit.FullName.IsNormalized(NormalizationForm.FormC))
        {
            yield return new FileMistake(unit.Where, "pack.mistake.name-and-kind", unit.FullName);
        }

        if (!ParentFits(unit))
        {
            yield return new FileMistake(unit.Where, "pack.mistake.parent", unit.ParentCode);
        }
    }

    private static int Digits(PlaceLevel? level) => level switch
    {
        PlaceLevel.Province => 2,
        PlaceLevel.District => 3,
        _ => 5,
    };

    /// <summary>Communes belong to districts in a list that has any, to provinces in one that has none.</summary>
    private bool ParentFits(PlaceUnit unit) => unit.Level switch
    {
        PlaceLevel.Province => unit.ParentCode.Length == 0,
        PlaceLevel.District => LevelOf(unit.ParentCode) is PlaceLevel.Province,
        _ => LevelOf(unit.ParentCode) == (list.List.Expected.Districts > 0 ? PlaceLevel.District : PlaceLevel.Province),
    };

    private PlaceLevel? LevelOf(string code) => units.GetValueOrDefault(code)?.Level;

    private IEnumerable<FileMistake> Counts()
    {
        var expected = list.List.Expected;

        return Count(nameof(PlaceLevel.Province), Of(PlaceLevel.Province), expected.Provinces)
            .Concat(Count(nameof(PlaceLevel.District), Of(PlaceLevel.District), expected.Districts))
            .Concat(Count(nameof(PlaceLevel.Commune), Of(PlaceLevel.Commune), expected.Communes))
            .Concat(Count(nameof(expected.Names), list.Aliases.Count(alias => !alias.IsCode), expected.Names))
            .Concat(Count(nameof(expected.Aliases), list.Aliases.Count(alias => alias.IsCode), expected.Aliases))
            .Concat(Count(nameof(expected.Outlines), list.Outlines.Count, expected.Outlines));

        int Of(PlaceLevel level) => list.Units.Count(unit => unit.Level == level);
    }

    private IEnumerable<FileMistake> Count(string what, int found, int expected)
    {
        if (found != expected)
        {
            yield return new FileMistake($"units.{list.List.Name}.csv", "pack.mistake.count", $"{what} {found} ≠ {expected}");
        }
    }

    private IEnumerable<FileMistake> Alias(AliasLine alias)
    {
        if (units.GetValueOrDefault(alias.Code)?.FullName != alias.FullName
            || alias.Text.Length == 0
            || (alias.IsCode && units.ContainsKey(alias.Text)))
        {
            yield return new FileMistake(alias.Where, "pack.mistake.code", $"{alias.Code} = {alias.Text}");
        }
    }

    private IEnumerable<FileMistake> Outline(PlaceOutline outline)
    {
        if (!units.ContainsKey(outline.Code))
        {
            yield return new FileMistake(outline.Where, "pack.mistake.code", outline.Code);
        }

        if (outline.Type is not ("Polygon" or "MultiPolygon"))
        {
            yield return new FileMistake(outline.Where, "pack.mistake.geometry", outline.Type);
        }
    }

    private static IEnumerable<FileMistake> Twice<T>(IEnumerable<T> rows, Func<T, string> key, Func<T, string> where) =>
        rows.GroupBy(key)
            .Where(group => group.Count() > 1)
            .Select(group => new FileMistake(where(group.Last()), "pack.mistake.twice", group.Key));
}
