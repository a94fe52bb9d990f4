using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns.Surveys;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns;

/// <summary>A period, and the indicators that are wanted of it.</summary>
public sealed record WantedIndicators(PeriodCode Period, IReadOnlyList<IndicatorDefinition> Indicators);

/// <summary>Computes indicators of a place from the roll-up; nothing is stored, so it is as fresh as the last confirmation.</summary>
public sealed class ReadIndicators(HieuHocDb db, PackShelf shelf)
{
    /// <summary>All indicators of the packs that judge the period in the actor's province, in the order of the packs.</summary>
    public async Task<IReadOnlyList<IndicatorDefinition>> DefinitionsAsync(PeriodCode period, Actor actor, CancellationToken ct) =>
        await DefinitionsAsync(period, await db.JurisdictionAsync(actor.Owner, ct), ct);

    /// <summary>All indicators of the packs that judge the period under a law, in the order of the packs.</summary>
    public async Task<IReadOnlyList<IndicatorDefinition>> DefinitionsAsync(PeriodCode period, Jurisdiction whose, CancellationToken ct) =>
    [
        .. (await shelf.OnAsync<IndicatorsPack>(db, period.Days.Last, whose, ct))
            .OrderBy(pack => pack.Document.BaseId, StringComparer.Ordinal)
            .SelectMany(pack => pack.Document.Indicators)
            .DistinctBy(indicator => indicator.Code),
    ];

    /// <summary>Reads official figures as they are now.</summary>
    public Task<Outcome<IReadOnlyList<IndicatorReading>>> RunAsync(
        int placeId, PeriodCode period, IReadOnlyList<IndicatorDefinition> indicators, Actor actor, CancellationToken ct) =>
        RunAsync(placeId, period, indicators, ReadingTerms.Now, actor, ct);

    /// <summary>
    /// Reads the indicators of one place, on the boundaries of the period's last day or of the later day that the terms name.
    /// </summary>
    public async Task<Outcome<IReadOnlyList<IndicatorReading>>> RunAsync(
        int placeId, PeriodCode period, IReadOnlyList<IndicatorDefinition> indicators, ReadingTerms terms, Actor actor, CancellationToken ct)
    {
        var read = await RunAsync(placeId, [new WantedIndicators(period, indicators)], terms, actor, ct);

        return read.Refusal is { } refusal ? refusal : read.Value.Single().ToList();
    }

    /// <summary>Reads the indicators of one place for several periods at once, in their order; as many queries as for one.</summary>
    public async Task<Outcome<IReadOnlyList<IReadOnlyList<IndicatorReading>>>> RunAsync(
        int placeId, IReadOnlyList<WantedIndicators> wanted, ReadingTerms terms, Actor actor, CancellationToken ct)
    {
        var place = await FindAsync(db.PlacesVisibleTo(actor), placeId, ct);

        // Indicators are of communes and above; of a village there are figures alone.
        if (place is null or { Level: PlaceLevel.Village })
        {
            return new PlaceNotFound();
        }

        var places = await db.ReadingPlacesAsync(place, [.. wanted.Select(of => of.Period.Days.Last)], terms.PlacesOf, ct);

        return (await ReadAsync([places], wanted, terms, actor.Owner, ct)).Single().ToList();
    }

    /// <summary>
    /// Reads what figures of the terms' standing say of their own, not where official ones stand in for all of it; where nobody
    /// gave any for the period nothing is read at all.
    /// </summary>
    public async Task<Outcome<IReadOnlyList<IndicatorReading>>> OfStandingAsync(
        int placeId, PeriodCode period, IReadOnlyList<IndicatorDefinition> indicators, ReadingTerms terms, Actor actor, CancellationToken ct)
    {
        if (!await db.PlacesVisibleTo(actor).AnyAsync(place => place.Id == placeId, ct))
        {
            return new PlaceNotFound();
        }

        if (!await db.HasStandingAsync(actor.Owner, PeriodsOf([period]).Select(of => of.Id), terms, ct))
        {
            return new List<IndicatorReading>();
        }

        var read = await RunAsync(placeId, period, indicators, terms, actor, ct);

        return read.Refusal is { } refusal ? refusal : read.Value.Where(reading => reading.IsOfStanding).ToList();
    }

    /// <summary>
    /// Reads the indicators of one period of several places that lay under one, such as the districts of a province; as many
    /// queries as for one. Whose figures do not lie under it has no reading.
    /// </summary>
    public async Task<Outcome<IReadOnlyDictionary<int, IReadOnlyList<IndicatorReading>>>> PartsAsync(
        int placeId, IReadOnlyList<int> parts, WantedIndicators wanted, ReadingTerms terms, Actor actor, CancellationToken ct)
    {
        if (await FindAsync(db.PlacesVisibleTo(actor), placeId, ct) is not { } place)
        {
            return new PlaceNotFound();
        }

        var places = await db.ReadingPlacesAsync(place, [wanted.Period.Days.Last], terms.PlacesOf, ct);
        IReadOnlyList<int> known = [.. parts.Where(places.Knows)];
        var read = await ReadAsync([.. known.Select(places.Of)], [wanted], terms, actor.Owner, ct);

        return known.Zip(read).ToDictionary(pair => pair.First, pair => pair.Second.Single());
    }

    /// <summary>
    /// Reads what a place is compared with, whoever asks: the caller keeps back the names of what the actor does not reach.
    /// </summary>
    internal async Task<IReadOnlyList<IReadOnlyList<IndicatorReading>>> ForComparingAsync(
        int placeId, IReadOnlyList<WantedIndicators> wanted, ReadingTerms terms, short owner, CancellationToken ct)
    {
        var place = (await FindAsync(db.Places, placeId, ct))!;
        var places = await db.ReadingPlacesAsync(place, [.. wanted.Select(of => of.Period.Days.Last)], terms.PlacesOf, ct);

        return (await ReadAsync([places], wanted, terms, owner, ct)).Single();
    }

    private static Task<ReadingPlaces.Existing?> FindAsync(IQueryable<Place> among, int placeId, CancellationToken ct) => among
        .Where(place => place.Id == placeId)
        .Select(place => new ReadingPlaces.Existing(place.Id, place.Level, place.ValidFrom))
        .SingleOrDefaultAsync(ct);

    /// <summary>For each of these roots the periods in their order; all from the same sums.</summary>
    private async Task<IReadOnlyList<IReadOnlyList<IReadOnlyList<IndicatorReading>>>> ReadAsync(
        IReadOnlyList<ReadingPlaces> roots, IReadOnlyList<WantedIndicators> wanted, ReadingTerms terms, short owner, CancellationToken ct)
    {
        var whose = await db.JurisdictionAsync(owner, ct);
        var elements = new List<IReadOnlyDictionary<string, ElementDefinition>>();

        foreach (var of in wanted)
        {
            elements.Add(await db.ElementDefinitionsAsync(shelf, whose, of.Period.Days.Last, ct));
        }

        var readings = roots.Select(root => wanted.Zip(elements, (of, known) => new PeriodReading(of, known, root, terms)).ToList()).ToList();
        var sums = await SumsAsync([.. readings.SelectMany(of => of)], terms, owner, ct);

        return [.. readings.Select(of => of.Select(reading => reading.Read(sums)).ToList())];
    }

    /// <summary>
    /// What was counted of all that is wanted, and who is expected to report it, for all periods at once. What somebody was asked
    /// for the year itself is no sum of its months, which are twelve times as much and are not read.
    /// </summary>
    private async Task<CountedSums> SumsAsync(IReadOnlyList<PeriodReading> readings, ReadingTerms terms, short owner, CancellationToken ct)
    {
        var wanted = readings.Select(reading => reading.Period).Distinct().ToList();
        var codes = wanted.Select(period => period.Text).ToHashSet();
        var periods = await PeriodsOf(wanted).AsNoTracking().ToListAsync(ct);
        var own = periods.Where(period => codes.Contains(period.Code)).ToDictionary(period => period.Code, period => period.Id);
        var ids = readings.SelectMany(reading => reading.Places).Distinct().ToList();
        var counting = db.Places.Where(place => EF.Parameter(ids).Contains(place.Id)).Select(place => place.Id);
        var surveyed = readings.Where(reading => reading.TakesSurvey).Select(reading => reading.Root).ToHashSet();
        // A survey is neither preliminary nor an estimate of the year.
        var surveys = terms.Standing is Standing.Official && surveyed.Count > 0
            ? await db.SurveysAsync(owner, surveyed, [.. periods.Select(period => period.Id)], terms.AsOf, ct)
            : [];
        HashSet<string> names = [.. readings.SelectMany(reading => reading.Names)];
        var expectations = await ExpectationsAsync([.. own.Values], names);
        var tallies = await TalliesAsync([.. own.Values], names);
        var asked = expectations.SelectMany(expectation => expectation.Elements, (expectation, name) => (expectation.PeriodId, Name: name)).ToHashSet();
        var open = readings.Where(reading => reading.Period.Kind is PeriodKind.Year)
            .SelectMany(reading => reading.Names, (reading, name) => (reading.Period, Name: name))
            .Where(of => !own.TryGetValue(of.Period.Text, out var id) || !asked.Contains((id, of.Name)))
            .ToList();
        var years = open.Select(of => of.Period.Days).ToHashSet();
        var months = periods.Where(period => !own.ContainsKey(period.Code) && years.Any(year => period.FirstDay >= year.First && period.LastDay <= year.Last))
            .Select(period => period.Id)
            .ToList();

        if (months.Count > 0)
        {
            HashSet<string> left = [.. open.Select(of => of.Name)];
            expectations = [.. expectations, .. await ExpectationsAsync(months, left)];
            tallies = [.. tallies, .. await TalliesAsync(months, left)];
        }

        return new CountedSums(periods, tallies.ToLookup(tally => tally.PeriodId), expectations.ToLookup(expected => expected.PeriodId), surveys);

        Task<IReadOnlyList<Expectation>> ExpectationsAsync(IReadOnlyCollection<int> of, HashSet<string> counted) =>
            db.ExpectationsAsync(shelf, owner, of, counted, terms.Standing, counting, ct);

        Task<IReadOnlyList<Tally>> TalliesAsync(IReadOnlyCollection<int> of, HashSet<string> counted) => db.TalliesAsync(owner, of, counting, counted, terms, ct);
    }

    /// <summary>The periods themselves, if anybody ever spoke of them, and of years their months; a school year is no sum of them.</summary>
    private IQueryable<Period> PeriodsOf(IReadOnlyList<PeriodCode> wanted)
    {
        var codes = wanted.Select(code => code.Text).ToList();
        var years = wanted.Where(code => code.Kind is PeriodKind.Year).Select(code => code.Days).ToList();
        var (first, last) = years.Count == 0 ? default : (years.Min(year => year.First), years.Max(year => year.Last));

        return db.Periods.Where(period => codes.Contains(period.Code)
            || (period.Kind == PeriodKind.Month && period.FirstDay >= first && period.LastDay <= last));
    }
}
