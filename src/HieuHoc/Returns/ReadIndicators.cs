using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Rules;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns;

/// <summary>An indicator of one place in one period, with what it was computed from and what is missing.</summary>
/// <param name="Facts">The confirmed sums of its elements; missing as long as one expected commune has not been confirmed.</param>
/// <param name="SoFar">The sums of the communes that are complete; for showing beside the verdict, never for judging.</param>
/// <param name="Communes">One for each commune that is expected to report, in no order.</param>
public sealed record IndicatorReading(
    IndicatorDefinition Indicator, IFacts Facts, IFacts SoFar, IReadOnlyList<CommuneReading> Communes)
{
    /// <summary>The communes whose figures are all there.</summary>
    public int Reported => Communes.Count(commune => commune.IsComplete);

    /// <summary>The communes that the rounds of the period ask; where no return brings the figures, all of them.</summary>
    public int Expected => Communes.Count;

    /// <summary>True when the figures of every commune that is expected are there.</summary>
    public bool IsComplete => Expected > 0 && Reported == Expected;

    /// <summary>The value, or null while it cannot be said.</summary>
    public decimal? Value => Formula.Parse(Indicator.Formula).Evaluate(Facts);

    /// <summary>The value over the communes confirmed so far; null when there is none.</summary>
    public decimal? ValueSoFar => Formula.Parse(Indicator.Formula).Evaluate(SoFar);

    public decimal? NumeratorSoFar => Formula.Parse(Indicator.Numerator).Evaluate(SoFar);

    public decimal? DenominatorSoFar => Formula.Parse(Indicator.Denominator).Evaluate(SoFar);
}

/// <summary>What one commune's confirmed figures say of an indicator.</summary>
public sealed record CommuneReading(int PlaceId, decimal? Numerator, decimal? Denominator, decimal? Value)
{
    /// <summary>True when every figure that the indicator reads is there, be they zero.</summary>
    public bool IsComplete => Numerator is not null && Denominator is not null;
}

/// <summary>Computes indicators of a place from the roll-up; nothing is stored, so it is as fresh as the last confirmation.</summary>
public sealed class ReadIndicators(HieuHocDb db, PackShelf shelf)
{
    /// <summary>All indicators of the loaded packs that judge the period, in the order of the packs.</summary>
    public async Task<IReadOnlyList<IndicatorDefinition>> DefinitionsAsync(PeriodCode period, CancellationToken ct) =>
    [
        .. (await shelf.OnAsync<IndicatorsPack>(db, period.Days.Last, ct))
            .OrderBy(pack => pack.Document.Id, StringComparer.Ordinal)
            .SelectMany(pack => pack.Document.Indicators)
            .DistinctBy(indicator => indicator.Code),
    ];

    /// <summary>Reads the indicators of one place, on the boundaries of the period's last day.</summary>
    public async Task<IReadOnlyList<IndicatorReading>> RunAsync(
        short owner, int placeId, PlaceLevel level, PeriodCode period, IReadOnlyList<IndicatorDefinition> indicators, CancellationToken ct)
    {
        var communes = db.CommunesUnder(placeId, level, period.Days.Last);
        var elements = await db.ElementDefinitionsAsync(shelf, period.Days.Last, ct);
        var everyone = await communes.ToListAsync(ct);
        var periodId = await db.Periods.AsNoTracking()
            .Where(known => known.Code == period.Text)
            .Select(known => (int?)known.Id)
            .SingleOrDefaultAsync(ct);

        var names = indicators.SelectMany(indicator => Formula.Parse(indicator.Formula).Names).ToHashSet();
        var tallies = periodId is { } counted ? await db.TalliesAsync(owner, counted, communes, names, ct) : [];
        var expectations = periodId is { } asked ? await db.ExpectationsAsync(shelf, owner, asked, communes, ct) : [];
        var facts = tallies.GroupBy(tally => tally.SubjectId).ToDictionary(commune => commune.Key, commune => FactsOf(commune, elements));

        return [.. indicators.Select(indicator => Read(
            indicator, elements, facts, Expected(Formula.Parse(indicator.Formula).Names, elements, everyone, expectations)))];
    }

    private static Facts None { get; } = new(new Dictionary<string, decimal?>());

    private static IndicatorReading Read(
        IndicatorDefinition indicator,
        IReadOnlyDictionary<string, ElementDefinition> elements,
        IReadOnlyDictionary<int, Facts> facts,
        IEnumerable<int> expected)
    {
        // Parsed once for all communes: parsing takes far longer than evaluating.
        var value = Formula.Parse(indicator.Formula);
        var numerator = Formula.Parse(indicator.Numerator);
        var denominator = Formula.Parse(indicator.Denominator);
        var communes = expected
            .Select(id => (Id: id, Facts: facts.GetValueOrDefault(id, None)))
            .Select(commune => (commune.Facts, Reading: new CommuneReading(
                commune.Id, numerator.Evaluate(commune.Facts), denominator.Evaluate(commune.Facts), value.Evaluate(commune.Facts))))
            .ToList();
        var complete = communes.Where(commune => commune.Reading.IsComplete).Select(commune => commune.Facts).ToList();
        var soFar = complete.Count == 0 ? None : Sum(value.Names, complete, communes.Count, elements);

        return new IndicatorReading(
            indicator, complete.Count == communes.Count ? soFar : None, soFar, [.. communes.Select(commune => commune.Reading)]);
    }

    /// <summary>
    /// Who is expected to have all of these elements: of what comes by returns, those whom a round asks; of what is
    /// imported or comes from elsewhere in the product, every commune.
    /// </summary>
    private static HashSet<int> Expected(
        IReadOnlySet<string> names,
        IReadOnlyDictionary<string, ElementDefinition> elements,
        IReadOnlyList<int> everyone,
        IReadOnlyList<Expectation> expectations)
    {
        var expected = everyone.ToHashSet();

        foreach (var name in names.Where(name => !elements.TryGetValue(name, out var element) || element.Producer is Producer.Return))
        {
            expected.IntersectWith(expectations
                .Where(expectation => expectation.Elements.Contains(name))
                .SelectMany(expectation => expectation.Subjects));
        }

        return expected;
    }

    private static Facts FactsOf(IEnumerable<Tally> tallies, IReadOnlyDictionary<string, ElementDefinition> elements) => new(
        tallies.ToDictionary(tally => tally.Element, tally => (decimal?)elements[tally.Element].Natural(tally.Sum)));

    private static Facts Sum(
        IReadOnlySet<string> names, IReadOnlyList<Facts> parts, int expected, IReadOnlyDictionary<string, ElementDefinition> elements) => new(
        names.ToDictionary(
            name => name,
            // What does not add over places has no sum; one place is its own, but not the first of many to report.
            name => elements[name].OverSubjects is OverSubjects.Sum || expected == 1 ? parts.Sum(part => part[name]) : null));
}
