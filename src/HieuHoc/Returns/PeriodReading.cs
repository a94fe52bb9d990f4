using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Returns.Surveys;
using HieuHoc.Rules;

namespace HieuHoc.Returns;

/// <summary>What was counted and what is expected, by period, and what surveys state beside it.</summary>
internal sealed record CountedSums(
    IReadOnlyList<Period> Periods, ILookup<int, Tally> Tallies, ILookup<int, Expectation> Expectations, IReadOnlyList<SampleSurvey> Surveys);

/// <summary>The reading of one period: which places are asked for what, and what their sums make.</summary>
internal sealed class PeriodReading
{
    private static Facts None { get; } = new(new Dictionary<string, decimal?>());

    private readonly IReadOnlyDictionary<string, ElementDefinition> elements;
    private readonly ReadingTerms terms;
    private readonly RestatedSums? restating;
    private readonly IReadOnlyList<Asked> asked;

    public PeriodReading(
        WantedIndicators wanted, IReadOnlyDictionary<string, ElementDefinition> elements, ReadingPlaces places, ReadingTerms terms)
    {
        (Period, Root, this.elements, this.terms) = (wanted.Period, places.Root, elements, terms);
        var day = wanted.Period.Days.Last;
        restating = places.Restating(day);
        var communes = restating is null ? places.On(PlaceLevel.Commune, day) : places.CommunesThen(restating, day);
        asked = [.. wanted.Indicators.Select(indicator =>
        {
            var value = indicator.Formulas.Value;
            var level = value.Names.Where(elements.ContainsKey).Select(name => elements[name].SumLevel).OfType<PlaceLevel>().DefaultIfEmpty(PlaceLevel.Commune).First();
            var carried = restating is not null && level is PlaceLevel.Commune && indicator.Each is null;

            return new Asked(
                indicator,
                value,
                new Ratio(indicator.Formulas.Numerator, indicator.Formulas.Denominator),
                level,
                carried || (restating is null && level is PlaceLevel.Commune) ? communes : places.On(level, day),
                carried);
        })];
    }

    public PeriodCode Period { get; }

    /// <summary>The place that is read.</summary>
    public int Root { get; }

    /// <summary>True when a survey may state one of the indicators.</summary>
    public bool TakesSurvey => asked.Any(of => of.Indicator.Survey);

    /// <summary>All that the indicators count.</summary>
    public IEnumerable<string> Names => asked.SelectMany(of => of.Value.Names);

    /// <summary>All places that could have figures.</summary>
    public IEnumerable<int> Places => asked.SelectMany(of => of.Everyone);

    /// <summary>What the sums say.</summary>
    public IReadOnlyList<IndicatorReading> Read(CountedSums counted)
    {
        var own = counted.Periods.SingleOrDefault(period => period.Code == Period.Text);
        IReadOnlyList<Period> months = Period.Kind is PeriodKind.Year
            ? [.. counted.Periods.Where(period => period.Kind is PeriodKind.Month && period.FirstDay >= Period.Days.First && period.LastDay <= Period.Days.Last)]
            : [];
        var ids = months.Select(month => month.Id).Concat(own is null ? [] : [own.Id]).ToList();
        IReadOnlyList<Expectation> expectations = [.. ids.SelectMany(id => counted.Expectations[id])];
        var sums = new PeriodSums(own, months, [.. ids.SelectMany(id => counted.Tallies[id])], expectations, elements);

        var surveys = counted.Surveys.Where(survey => survey.PlaceId == Root && survey.PeriodId == own?.Id).ToDictionary(survey => survey.Indicator);

        return
        [
            .. asked.Select(of => Read(of, sums, Expected(of, own, expectations)) with { Survey = of.Indicator.Survey ? surveys.GetValueOrDefault(of.Indicator.Code) : null }),
        ];
    }

    private IndicatorReading Read(Asked of, PeriodSums sums, HashSet<int> expected)
    {
        var then = sums.Of(expected, of.Value.Names);
        // Of a year that nobody was asked for there is nothing to carry.
        var carrying = of.Carried && expected.Count > 0 ? restating : null;
        var communes = carrying?.Of(then, of.Ratio, of.Value.Names, elements) ?? then;
        var readings = communes.Select(commune => commune.Read(of.Ratio, of.Value)).ToList();
        var complete = communes.Zip(readings).Where(pair => pair.Second.IsComplete).Select(pair => pair.First.Final).ToList();
        var soFar = communes.Where(commune => of.Ratio.Reads(commune.SoFar)).Select(commune => commune.SoFar).ToList();

        return new IndicatorReading(
            of.Indicator,
            complete.Count == communes.Count ? Totals(of, complete, communes.Count) : None,
            Totals(of, soFar, communes.Count),
            readings,
            terms)
        {
            Level = of.Level,
            PlacesOf = restating is null || of.Carried ? terms.PlacesOf : null,
            IsEstimate = carrying?.Estimates(communes) ?? false,
            IsOfStanding = terms.Standing is Standing.Official || sums.Has(terms.Standing, expected, of.Value.Names),
        };
    }

    /// <summary>
    /// Who is expected to have all of these elements: of what comes by returns, those whom a round asks; of what is
    /// imported or comes from elsewhere in the product, every place. Who is asked for the year itself is not asked for its months.
    /// </summary>
    private HashSet<int> Expected(Asked of, Period? own, IReadOnlyList<Expectation> expectations)
    {
        var expected = of.Everyone.ToHashSet();

        foreach (var name in of.Value.Names.Where(name => !elements.TryGetValue(name, out var element) || element.Producer is Producer.Return))
        {
            var asking = expectations.Where(expectation => expectation.Elements.Contains(name)).ToLookup(expectation => expectation.PeriodId == own?.Id);
            expected.IntersectWith(asking[asking.Contains(true)].SelectMany(expectation => expectation.Owed.Keys));
        }

        return expected;
    }

    /// <summary>The sums of the elements with the numerator and the denominator that they make, or that the places make one by one.</summary>
    private Facts Totals(Asked of, IReadOnlyList<Facts> parts, int expected)
    {
        if (parts.Count == 0)
        {
            return None;
        }

        var values = of.Value.Names.ToDictionary(
            name => name,
            // What does not add over places has no sum; one place is its own, but not the first of many to report.
            name => elements[name].OverSubjects is OverSubjects.Sum || expected == 1 ? parts.Sum(part => part[name]) : null);
        var sums = new Facts(values);
        decimal? Total(Formula formula) => of.Indicator.Each is Each.Place ? parts.Sum(formula.Evaluate) : formula.Evaluate(sums);

        return new Facts(new Dictionary<string, decimal?>(values)
        {
            [IndicatorDefinition.NumeratorName] = Total(of.Ratio.Numerator),
            [IndicatorDefinition.DenominatorName] = Total(of.Ratio.Denominator),
        });
    }

    /// <summary>An indicator with the places that it asks.</summary>
    /// <param name="Carried">True when the figures of other places are carried over to these.</param>
    private sealed record Asked(
        IndicatorDefinition Indicator, Formula Value, Ratio Ratio, PlaceLevel Level, IReadOnlyList<int> Everyone, bool Carried);
}
