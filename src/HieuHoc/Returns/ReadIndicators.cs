using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Rules;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns;

/// <summary>Computes indicators of a place from the roll-up; nothing is stored, so it is as fresh as the last confirmation.</summary>
public sealed class ReadIndicators(HieuHocDb db, PackShelf shelf)
{
    private static Facts None { get; } = new(new Dictionary<string, decimal?>());

    /// <summary>All indicators of the packs that judge the period in the actor's province, in the order of the packs.</summary>
    public async Task<IReadOnlyList<IndicatorDefinition>> DefinitionsAsync(PeriodCode period, Actor actor, CancellationToken ct) =>
    [
        .. (await shelf.OnAsync<IndicatorsPack>(db, period.Days.Last, await db.JurisdictionAsync(actor.Owner, ct), ct))
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
        var level = await db.PlacesVisibleTo(actor)
            .Where(place => place.Id == placeId)
            .Select(place => (PlaceLevel?)place.Level)
            .SingleOrDefaultAsync(ct);

        // Indicators are of communes and above; of a village there are figures alone.
        if (level is null or PlaceLevel.Village)
        {
            return new PlaceNotFound();
        }

        var restating = terms.PlacesOf is { } day && day > period.Days.Last
            ? await db.RestatedSumsAsync(await db.CommunesUnder(placeId, level.Value, day).ToListAsync(ct), period.Days.Last, day, ct)
            : null;
        var communes = restating?.CommunesThen(db) ?? db.CommunesUnder(placeId, level.Value, period.Days.Last);
        var elements = await db.ElementDefinitionsAsync(shelf, await db.JurisdictionAsync(actor.Owner, ct), period.Days.Last, ct);
        var everyone = await communes.ToListAsync(ct);
        var (own, months) = await PeriodsAsync(period, ct);
        var asked = months.Select(month => month.Id).ToList();

        if (own is not null)
        {
            asked.Add(own.Id);
        }

        var names = indicators.SelectMany(indicator => Formula.Parse(indicator.Formula).Names).ToHashSet();
        var tallies = await db.TalliesAsync(actor.Owner, asked, communes, names, terms, ct);
        var expectations = await db.ExpectationsAsync(shelf, actor.Owner, asked, terms.Standing, communes, ct);
        var sums = new PeriodSums(own, months, tallies, expectations, elements);

        return indicators
            .Select(indicator => Read(indicator, elements, sums, restating, Expected(indicator, elements, everyone, expectations), terms))
            .ToList();
    }

    /// <summary>The period itself, if anybody ever spoke of it, and of a year its months; a school year is no sum of them.</summary>
    private async Task<(Period? Own, IReadOnlyList<Period> Months)> PeriodsAsync(PeriodCode code, CancellationToken ct)
    {
        var (first, last) = (code.Days.First, code.Days.Last);
        var isYear = code.Kind is PeriodKind.Year;
        var text = code.Text;
        var periods = await db.Periods.AsNoTracking()
            .Where(period => period.Code == text
                || (isYear && period.Kind == PeriodKind.Month && period.FirstDay >= first && period.LastDay <= last))
            .ToListAsync(ct);

        return (periods.SingleOrDefault(period => period.Code == text), [.. periods.Where(period => period.Code != text)]);
    }

    private static IndicatorReading Read(
        IndicatorDefinition indicator,
        IReadOnlyDictionary<string, ElementDefinition> elements,
        PeriodSums sums,
        RestatedSums? restating,
        IReadOnlySet<int> expected,
        ReadingTerms terms)
    {
        // Parsed once for all communes: parsing takes far longer than evaluating.
        var value = Formula.Parse(indicator.Formula);
        var ratio = new Ratio(Formula.Parse(indicator.Numerator), Formula.Parse(indicator.Denominator));
        IReadOnlyList<CommuneSums> then =
            [.. expected.Select(id => new CommuneSums(id, sums.Final(id, value.Names), sums.SoFar(id, value.Names)))];
        var communes = restating?.Of(then, ratio, value.Names, elements) ?? then;
        var readings = communes.Select(commune => commune.Read(ratio, value)).ToList();
        var complete = communes.Zip(readings).Where(pair => pair.Second.IsComplete).Select(pair => pair.First.Final).ToList();
        var soFar = communes.Where(commune => ratio.Reads(commune.SoFar)).Select(commune => commune.SoFar).ToList();

        return new IndicatorReading(
            indicator,
            complete.Count == communes.Count ? Sum(value.Names, complete, communes.Count, elements) : None,
            Sum(value.Names, soFar, communes.Count, elements),
            readings,
            terms)
        {
            IsEstimate = restating?.Estimates(communes) ?? false,
        };
    }

    /// <summary>
    /// Who is expected to have all of these elements: of what comes by returns, those whom a round asks; of what is
    /// imported or comes from elsewhere in the product, every commune.
    /// </summary>
    private static HashSet<int> Expected(
        IndicatorDefinition indicator,
        IReadOnlyDictionary<string, ElementDefinition> elements,
        IReadOnlyList<int> everyone,
        IReadOnlyList<Expectation> expectations)
    {
        var expected = everyone.ToHashSet();

        foreach (var name in Formula.Parse(indicator.Formula).Names
            .Where(name => !elements.TryGetValue(name, out var element) || element.Producer is Producer.Return))
        {
            expected.IntersectWith(expectations
                .Where(expectation => expectation.Elements.Contains(name))
                .SelectMany(expectation => expectation.Owed.Keys));
        }

        return expected;
    }

    private static Facts Sum(
        IReadOnlySet<string> names, IReadOnlyList<Facts> parts, int expected, IReadOnlyDictionary<string, ElementDefinition> elements) =>
        parts.Count == 0 ? None : new(names.ToDictionary(
            name => name,
            // What does not add over places has no sum; one place is its own, but not the first of many to report.
            name => elements[name].OverSubjects is OverSubjects.Sum || expected == 1 ? parts.Sum(part => part[name]) : null));
}
