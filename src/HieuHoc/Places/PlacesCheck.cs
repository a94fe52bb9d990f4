using HieuHoc.Platform;

namespace HieuHoc.Places;

/// <summary>Whether the files of a places pack hold together: each list, and what leads from one to the next.</summary>
internal sealed class PlacesCheck(PlacesPack pack, PlacesContent content)
{
    public IEnumerable<FileMistake> Mistakes() =>
        Lists()
            .Concat(content.Lists.SelectMany(list => new PlaceListCheck(list).Mistakes()))
            .Concat(Count("successions.csv", content.Successions.Count, pack.ExpectedChanges.Successions))
            .Concat(Count("changes.csv", content.Changes.Count, pack.ExpectedChanges.Changes))
            .Concat(new SuccessionsCheck(content).Mistakes())
            .Concat(content.Changes.GroupBy(change => change.OldCode).SelectMany(ChangesOf));

    private IEnumerable<FileMistake> Lists()
    {
        if (pack.Lists.Count == 0 || !pack.Lists.Select(list => list.From).SequenceEqual(pack.Lists.Select(list => list.From).Distinct().Order()))
        {
            yield return new FileMistake("$.lists", "pack.mistake.lists", string.Join(", ", pack.Lists.Select(list => list.Name)));
        }
    }

    private static IEnumerable<FileMistake> Count(string where, int found, int expected)
    {
        if (found != expected)
        {
            yield return new FileMistake(where, "pack.mistake.count", $"{found} ≠ {expected}");
        }
    }

    private IEnumerable<FileMistake> ChangesOf(IGrouping<string, PlaceChange> changes)
    {
        PlaceUnit? before = null;
        var (name, day) = ("", DateOnly.MinValue);

        foreach (var change in changes)
        {
            var list = content.Lists.FirstOrDefault(list => change.EffectiveOn is { } effective && list.HoldsOn(effective));

            if (list is null || change.EffectiveOn <= list.List.From || change.EffectiveOn <= day)
            {
                yield return new FileMistake(change.Where, "pack.mistake.day", change.OldCode);
            }

            var unit = (list ?? (content.Lists.Count > 0 ? content.Lists[^1] : null))?.Units.FirstOrDefault(unit => unit.Code == change.OldCode);

            // Another code would be another place, which this table cannot say.
            if (unit is null || change.NewCode != change.OldCode)
            {
                yield return new FileMistake(change.Where, "pack.mistake.code", $"{change.OldCode} → {change.NewCode}");
                continue;
            }

            var known = unit == before ? name : unit.FullName;

            if (change.OldFullName != known || !PlaceListCheck.FullNameFits(change.NewFullName, change.NewKind, unit.Name))
            {
                yield return new FileMistake(change.Where, "pack.mistake.name-and-kind", $"{change.OldFullName} → {change.NewFullName}");
            }

            (before, name, day) = (unit, change.NewFullName, change.EffectiveOn ?? day);
        }
    }
}
