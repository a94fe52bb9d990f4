using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
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
        var place = await db.PlacesVisibleTo(actor)
            .Where(place => place.Id == placeId)
            .Select(place => new ReadingPlaces.Existing(place.Id, place.Level, place.ValidFrom))
            .SingleOrDefaultAsync(ct);

        // Indicators are of communes and above; of a village there are figures alone.
        if (place is null or { Level: PlaceLevel.Village })
        {
            return new PlaceNotFound();
        }

        var whose = await db.JurisdictionAsync(actor.Owner, ct);
        var places = await db.ReadingPlacesAsync(place, [.. wanted.Select(of => of.Period.Days.Last)], terms.PlacesOf, ct);
        var readings = new List<PeriodReading>();

        foreach (var of in wanted)
        {
            var elements = await db.ElementDefinitionsAsync(shelf, whose, of.Period.Days.Last, ct);
            readings.Add(new PeriodReading(of, elements, places, terms));
        }

        var sums = await SumsAsync(readings, terms, actor, ct);

        return readings.Select(reading => reading.Read(sums)).ToList();
    }

    /// <summary>What was counted of all that is wanted, and who is expected to report it, for all periods at once.</summary>
    private async Task<CountedSums> SumsAsync(List<PeriodReading> readings, ReadingTerms terms, Actor actor, CancellationToken ct)
    {
        var periods = await PeriodsAsync([.. readings.Select(reading => reading.Period)], ct);
        var asked = periods.Select(period => period.Id).ToList();
        var ids = readings.SelectMany(reading => reading.Places).Distinct().ToList();
        var counting = db.Places.Where(place => EF.Parameter(ids).Contains(place.Id)).Select(place => place.Id);
        var names = readings.SelectMany(reading => reading.Names).ToHashSet();
        var tallies = await db.TalliesAsync(actor.Owner, asked, counting, names, terms, ct);
        var expectations = await db.ExpectationsAsync(shelf, actor.Owner, asked, terms.Standing, counting, ct);

        return new CountedSums(periods, tallies.ToLookup(tally => tally.PeriodId), expectations.ToLookup(expected => expected.PeriodId));
    }

    /// <summary>The periods themselves, if anybody ever spoke of them, and of years their months; a school year is no sum of them.</summary>
    private async Task<IReadOnlyList<Period>> PeriodsAsync(IReadOnlyList<PeriodCode> wanted, CancellationToken ct)
    {
        var codes = wanted.Select(code => code.Text).ToList();
        var years = wanted.Where(code => code.Kind is PeriodKind.Year).Select(code => code.Days).ToList();
        var (first, last) = years.Count == 0 ? default : (years.Min(year => year.First), years.Max(year => year.Last));

        return await db.Periods.AsNoTracking()
            .Where(period => codes.Contains(period.Code)
                || (period.Kind == PeriodKind.Month && period.FirstDay >= first && period.LastDay <= last))
            .ToListAsync(ct);
    }
}
