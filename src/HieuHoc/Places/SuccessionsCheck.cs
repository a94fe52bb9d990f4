using HieuHoc.Platform;

namespace HieuHoc.Places;

/// <summary>Whether the successions of a pack lead from every unit of a list to units of the next, each by one rule.</summary>
internal sealed class SuccessionsCheck(PlacesContent content)
{
    public IEnumerable<FileMistake> Mistakes() =>
        content.Lists.Zip(content.Lists.Skip(1)).SelectMany(pair => Between(pair.First, pair.Second))
            .Concat(content.Successions
                .Where(line => !content.Lists.Skip(1).Any(list => list.List.From == line.EffectiveOn))
                .Select(line => new FileMistake(line.Where, "pack.mistake.day", line.From.Code)));

    private IEnumerable<FileMistake> Between(PlaceListContent before, PlaceListContent after)
    {
        var lines = content.Successions.Where(line => line.EffectiveOn == after.List.From).ToList();
        var (ending, beginning) = (Units(before), Units(after));
        var (gone, come) = (lines.Select(line => line.From.Code).ToHashSet(), lines.Select(line => line.To.Code).ToHashSet());

        return lines.SelectMany(line => Line(line, ending, beginning))
            .Concat(lines.GroupBy(line => line.From.Code).SelectMany(Successors))
            .Concat(lines.GroupBy(line => (line.From.Code, line.To.Code)).Where(group => group.Count() > 1)
                .Select(group => new FileMistake(group.Last().Where, "pack.mistake.twice", $"{group.Key.Item1} → {group.Key.Item2}")))
            .Concat(before.Units
                .Where(unit => unit.Level is not PlaceLevel.District && !gone.Contains(unit.Code)
                    && (come.Contains(unit.Code) || !GoesOn(unit, beginning)))
                .Select(unit => new FileMistake(unit.Where, "pack.mistake.no-successor", unit.FullName)))
            .Concat(after.Units
                .Where(unit => !come.Contains(unit.Code) && (gone.Contains(unit.Code) || !GoesOn(unit, ending)))
                .Select(unit => new FileMistake(unit.Where, "pack.mistake.no-predecessor", unit.FullName)));
    }

    private static Dictionary<string, PlaceUnit> Units(PlaceListContent list) =>
        list.Units.DistinctBy(unit => unit.Code).ToDictionary(unit => unit.Code);

    /// <summary>A unit that no line names is the same unit in both lists.</summary>
    private static bool GoesOn(PlaceUnit unit, Dictionary<string, PlaceUnit> others) =>
        others.GetValueOrDefault(unit.Code)?.Level == unit.Level;

    private static IEnumerable<FileMistake> Line(
        SuccessionLine line, Dictionary<string, PlaceUnit> ending, Dictionary<string, PlaceUnit> beginning)
    {
        foreach (var (named, units) in ((UnitNamed, Dictionary<string, PlaceUnit>)[])[(line.From, ending), (line.To, beginning)])
        {
            var unit = units.GetValueOrDefault(named.Code);

            if (unit is null || unit.Level != named.Level)
            {
                yield return new FileMistake(line.Where, "pack.mistake.code", named.Code);
            }
            else if (unit.FullName != named.FullName)
            {
                yield return new FileMistake(line.Where, "pack.mistake.unit-name", named.FullName);
            }
        }

        if (line.Whole is null || line.Area is null || line.Population is null)
        {
            yield return new FileMistake(line.Where, "pack.mistake.share", line.From.FullName);
        }
    }

    private static IEnumerable<FileMistake> Successors(IGrouping<string, SuccessionLine> lines)
    {
        var (first, defaults) = (lines.First(), lines.Count(line => line.IsDefault));

        if (defaults != 1)
        {
            yield return new FileMistake(first.Where, "pack.mistake.default-successor", first.From.FullName);
        }

        // One successor has everything; where there are several, none has, and somebody took the people.
        var fits = lines.Count() == 1
            ? first is { Whole: true, Area: SuccessionShare.All, Population: SuccessionShare.All }
            : lines.All(line => line.Whole is false) && lines.Any(line => line.Population is not SuccessionShare.None);

        if (!fits)
        {
            yield return new FileMistake(first.Where, "pack.mistake.share", first.From.FullName);
        }
    }
}
