using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Figures;

/// <summary>One figure behind a number: of whom, what, how much, from which source, and whether it counts.</summary>
/// <param name="Name">The element, or the part of one.</param>
/// <param name="Title">What an import's source is called; empty for returns, which have a page.</param>
/// <param name="SupersededAt">UTC; since when it counts no longer. Null while it does.</param>
public sealed record FigureRow(
    int SubjectId,
    string Subject,
    string Name,
    long Value,
    Standing Standing,
    bool Stated,
    Producer? Producer,
    Guid SourceId,
    int Version,
    string Title,
    DateTime? SupersededAt);

/// <summary>A value that was stated of a place itself, beside what is counted there.</summary>
/// <param name="Counted">The sum of what is counted under the place so far; null when there is nothing.</param>
public sealed record StatedValue(FigureRow Figure, long? Counted)
{
    /// <summary>Stated − counted; null while nothing is counted.</summary>
    public long? Difference => Figure.Value - Counted;
}

/// <summary>Reads the figures behind numbers, stated ones and superseded ones too.</summary>
public sealed class ReadFigures(HieuHocDb db)
{
    /// <summary>All figures of these elements and parts that are about a place or enter its roll-up, in one period.</summary>
    public async Task<Outcome<IReadOnlyList<FigureRow>>> RunAsync(
        int placeId, PeriodCode period, IReadOnlyCollection<string> names, Actor actor, CancellationToken ct)
    {
        if (!await db.PlacesVisibleTo(actor).AnyAsync(place => place.Id == placeId, ct))
        {
            return new PlaceNotFound();
        }

        var keys = await db.KeysAsync(names, ct);

        return await RowsAsync(placeId, period, keys, actor, ct);
    }

    /// <summary>What was stated of a place in a period, each value with what is counted there.</summary>
    /// <param name="names">The elements and parts that are wanted.</param>
    public async Task<Outcome<IReadOnlyList<StatedValue>>> StatedAsync(
        int placeId, PeriodCode period, IReadOnlyCollection<string> names, Actor actor, CancellationToken ct)
    {
        var level = await db.PlacesVisibleTo(actor).Where(place => place.Id == placeId).Select(place => (PlaceLevel?)place.Level).SingleOrDefaultAsync(ct);

        if (level is null or PlaceLevel.Village)
        {
            return new PlaceNotFound();
        }

        var keys = await db.KeysAsync(names, ct);
        var elements = keys.Values.Select(key => key.ElementId).ToHashSet();
        // Of the place itself alone: under a province all its villages' would be read for nothing.
        var stored = await Now(elements, period, actor).Where(figure => figure.SubjectId == placeId && figure.Stated).ToListAsync(ct);
        var stated = await NamedAsync(stored, period, keys.ToLookup(pair => pair.Value, pair => pair.Key), actor, ct);
        var values = new List<StatedValue>();

        foreach (var standing in stated.GroupBy(row => row.Standing))
        {
            var sums = await SumsAsync(placeId, level.Value, period, [.. standing.Select(row => row.Name)], standing.Key, actor, ct);
            values.AddRange(standing.Select(row => new StatedValue(row, sums.TryGetValue(row.Name, out var sum) ? sum : null)));
        }

        return values;
    }

    private async Task<Dictionary<string, long>> SumsAsync(
        int placeId, PlaceLevel level, PeriodCode period, HashSet<string> names, Standing standing, Actor actor, CancellationToken ct)
    {
        var periods = await db.Periods.Where(known => known.Code == period.Text).Select(known => known.Id).ToListAsync(ct);
        var communes = db.CommunesUnder(placeId, level, period.Days.Last);
        var tallies = await db.TalliesAsync(actor.Owner, periods, communes, names, new ReadingTerms(standing), ct);

        return tallies.GroupBy(tally => tally.Element).ToDictionary(element => element.Key, element => element.Sum(tally => tally.Sum));
    }

    private async Task<List<FigureRow>> RowsAsync(
        int placeId, PeriodCode period, IReadOnlyDictionary<string, (int ElementId, int BreakdownId)> keys, Actor actor, CancellationToken ct)
    {
        var elements = keys.Values.Select(key => key.ElementId).ToHashSet();
        var periods = db.Periods.Where(known => known.Code == period.Text).Select(known => known.Id);
        var now = Now(elements, period, actor).Where(figure => figure.SubjectId == placeId || figure.RollUpSubjectId == placeId);
        var before = db.SupersededFigures.AsNoTracking()
            .Where(figure => figure.Owner == actor.Owner && elements.Contains(figure.ElementId) && periods.Contains(figure.PeriodId))
            .Where(figure => figure.SubjectId == placeId || figure.RollUpSubjectId == placeId)
            .Select(figure => new Stored
            {
                SubjectId = figure.SubjectId,
                RollUpSubjectId = figure.RollUpSubjectId,
                ElementId = figure.ElementId,
                BreakdownId = figure.BreakdownId,
                Value = figure.Value,
                Standing = figure.Standing,
                Stated = figure.Stated,
                SourceId = figure.SourceId,
                SourceVersion = figure.SourceVersion,
                SupersededAt = figure.SupersededAt,
            });
        List<Stored> stored = [.. await now.ToListAsync(ct), .. await before.ToListAsync(ct)];

        return await NamedAsync(stored, period, keys.ToLookup(pair => pair.Value, pair => pair.Key), actor, ct);
    }

    /// <summary>The figures of some elements in a period that are not superseded.</summary>
    private IQueryable<Stored> Now(HashSet<int> elements, PeriodCode period, Actor actor)
    {
        var periods = db.Periods.Where(known => known.Code == period.Text).Select(known => known.Id);

        return db.Figures.AsNoTracking()
            .Where(figure => figure.Owner == actor.Owner && elements.Contains(figure.ElementId) && periods.Contains(figure.PeriodId))
            .Select(figure => new Stored
            {
                SubjectId = figure.SubjectId,
                RollUpSubjectId = figure.RollUpSubjectId,
                ElementId = figure.ElementId,
                BreakdownId = figure.BreakdownId,
                Value = figure.Value,
                Standing = figure.Standing,
                Stated = figure.Stated,
                SourceId = figure.SourceId,
                SourceVersion = figure.SourceVersion,
            });
    }

    /// <summary>With the names of places and sources: newest first, of each place what counts before what counted.</summary>
    private async Task<List<FigureRow>> NamedAsync(
        List<Stored> stored, PeriodCode period, ILookup<(int, int), string> names, Actor actor, CancellationToken ct)
    {
        var ids = stored.Select(figure => figure.SourceId).ToHashSet();
        var sources = await db.FigureSources.AsNoTracking()
            .Where(source => source.Owner == actor.Owner && ids.Contains(source.Id))
            .ToDictionaryAsync(source => (source.Id, source.Version), ct);
        var subjects = stored.Select(figure => figure.SubjectId).ToHashSet();
        var last = period.Days.Last;
        var called = (await db.PlaceNames.AsNoTracking()
                .Where(name => subjects.Contains(name.PlaceId) && name.ValidFrom <= last)
                .ToListAsync(ct))
            .GroupBy(name => name.PlaceId)
            .ToDictionary(place => place.Key, place => place.MaxBy(name => name.ValidFrom)!.FullName);

        return
        [
            .. from figure in stored
               from name in names[(figure.ElementId, figure.BreakdownId)]
               let source = sources.GetValueOrDefault((figure.SourceId, figure.SourceVersion))
               let place = called.GetValueOrDefault(figure.SubjectId, "")
               orderby name, figure.SupersededAt is not null, place, figure.SourceVersion descending, figure.Standing
               select new FigureRow(
                   figure.SubjectId, place, name, figure.Value, figure.Standing, figure.Stated, source?.Producer, figure.SourceId,
                   figure.SourceVersion, source?.Title ?? "", figure.SupersededAt),
        ];
    }

    private sealed record Stored
    {
        public required int SubjectId { get; init; }

        public required int RollUpSubjectId { get; init; }

        public required int ElementId { get; init; }

        public required int BreakdownId { get; init; }

        public required long Value { get; init; }

        public required Standing Standing { get; init; }

        public required bool Stated { get; init; }

        public required Guid SourceId { get; init; }

        public required int SourceVersion { get; init; }

        public DateTime? SupersededAt { get; init; }
    }
}
