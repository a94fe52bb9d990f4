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
        var figures = await Of<Figure>(elements, period, actor).Where(figure => figure.SubjectId == placeId && figure.Stated).ToListAsync(ct);
        var stated = await NamedAsync([.. figures.Select(Sourced.Of)], period, keys, actor, ct);
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
        var now = await Of<Figure>(elements, period, actor)
            .Where(figure => figure.SubjectId == placeId || figure.RollUpSubjectId == placeId).ToListAsync(ct);
        var before = await Of<SupersededFigure>(elements, period, actor)
            .Where(figure => figure.SubjectId == placeId || figure.RollUpSubjectId == placeId).ToListAsync(ct);

        return await NamedAsync([.. now.Select(Sourced.Of), .. before.Select(Sourced.Of)], period, keys, actor, ct);
    }

    /// <summary>What was counted of some elements in a period: what counts, or what counted until it was superseded.</summary>
    private IQueryable<T> Of<T>(HashSet<int> elements, PeriodCode period, Actor actor)
        where T : CountedFact
    {
        var periods = db.Periods.Where(known => known.Code == period.Text).Select(known => known.Id);

        return db.Set<T>().AsNoTracking()
            .Where(fact => fact.Owner == actor.Owner && elements.Contains(fact.ElementId) && periods.Contains(fact.PeriodId));
    }

    /// <summary>With the names of places and sources: newest first, of each place what counts before what counted.</summary>
    private async Task<List<FigureRow>> NamedAsync(
        IReadOnlyList<Sourced> figures, PeriodCode period, IReadOnlyDictionary<string, (int ElementId, int BreakdownId)> keys, Actor actor, CancellationToken ct)
    {
        var names = keys.ToLookup(pair => pair.Value, pair => pair.Key);
        var ids = figures.Select(figure => figure.SourceId).ToHashSet();
        var sources = await db.FigureSources.AsNoTracking()
            .Where(source => source.Owner == actor.Owner && ids.Contains(source.Id))
            .ToDictionaryAsync(source => (source.Id, source.Version), ct);
        var subjects = figures.Select(figure => figure.Fact.SubjectId).ToHashSet();
        var last = period.Days.Last;
        var called = (await db.PlaceNames.AsNoTracking()
                .Where(name => subjects.Contains(name.PlaceId) && name.ValidFrom <= last)
                .ToListAsync(ct))
            .GroupBy(name => name.PlaceId)
            .ToDictionary(place => place.Key, place => place.MaxBy(name => name.ValidFrom)!.FullName);

        return
        [
            .. from figure in figures
               let fact = figure.Fact
               from name in names[(fact.ElementId, fact.BreakdownId)]
               let source = sources.GetValueOrDefault((figure.SourceId, figure.SourceVersion))
               let place = called.GetValueOrDefault(fact.SubjectId, "")
               orderby name, figure.SupersededAt is not null, place, figure.SourceVersion descending, fact.Standing
               select new FigureRow(
                   fact.SubjectId, place, name, fact.Value, fact.Standing, fact.Stated, source?.Producer, figure.SourceId,
                   figure.SourceVersion, source?.Title ?? "", figure.SupersededAt),
        ];
    }

    /// <summary>What was counted, the source that says so, and since when it counts no longer.</summary>
    private sealed record Sourced(CountedFact Fact, Guid SourceId, int SourceVersion, DateTime? SupersededAt)
    {
        public static Sourced Of(Figure figure) => new(figure, figure.SourceId, figure.SourceVersion, null);

        public static Sourced Of(SupersededFigure figure) => new(figure, figure.SourceId, figure.SourceVersion, figure.SupersededAt);
    }
}
