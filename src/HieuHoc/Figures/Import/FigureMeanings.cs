using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;

namespace HieuHoc.Figures.Import;

/// <summary>A figure of a file with the numbers under which it will be stored; the period may still have none.</summary>
internal sealed record ResolvedRow(
    int Line, int ElementId, PeriodCode Period, int SubjectId, int BreakdownId, Standing Standing, long Value, bool Stated);

/// <summary>What the figures of a file mean, whatever the file is: each element as it is counted on the last day of its period.</summary>
internal sealed class FigureMeanings(HieuHocDb db, PackShelf shelf, short owner)
{
    /// <summary>The largest figure, in the element's units: so that the sum of thousands of them is still a number.</summary>
    public const long Most = 1_000_000_000_000_000;

    private readonly Dictionary<DateOnly, IReadOnlyDictionary<string, ElementDefinition>> definitions = [];

    private readonly Dictionary<string, (int ElementId, int BreakdownId)> keys = [];

    /// <summary>Looks the names of elements and parts up that were not asked before, all at once.</summary>
    public async Task LearnAsync(IEnumerable<string> names, CancellationToken ct)
    {
        var unknown = names.Where(name => !keys.ContainsKey(name)).ToHashSet();

        if (unknown.Count == 0)
        {
            return;
        }

        foreach (var (name, key) in await db.KeysAsync(unknown, ct))
        {
            keys[name] = key;
        }
    }

    /// <summary>What a name says of a period; null where nothing is counted under it.</summary>
    public async ValueTask<ElementDefinition?> DefinitionAsync(string name, PeriodCode period, CancellationToken ct)
    {
        var day = period.Days.Last;

        if (!definitions.TryGetValue(day, out var known))
        {
            definitions[day] = known = await db.ElementDefinitionsAsync(shelf, await db.JurisdictionAsync(owner, ct), day, ct);
        }

        return known.GetValueOrDefault(name);
    }

    /// <summary>A figure as it will be stored; its name was learnt before.</summary>
    public ResolvedRow Row(int line, int place, PlaceLevel level, PeriodCode period, ElementDefinition definition, Standing standing, long value)
    {
        var (element, breakdown) = keys[definition.Code];

        return new ResolvedRow(line, element, period, place, breakdown, standing, value, !definition.Counts(Producer.Import, level.AsSubject()));
    }
}
