using HieuHoc.Figures;
using HieuHoc.Rules;

namespace HieuHoc.Returns;

/// <summary>
/// The sums of communes for one period. What was counted by month makes its year as the element says: twelve months are
/// added, or the last one is the year's; a month that is missing leaves the year open, with what there is so far.
/// </summary>
internal sealed class PeriodSums
{
    private const int MonthsOfYear = 12;

    private readonly IReadOnlyDictionary<string, ElementDefinition> elements;
    private readonly ILookup<string, Tally> own;
    private readonly ILookup<string, (DateOnly First, Tally Tally)> monthly;
    private readonly HashSet<string> byMonth;
    private readonly IReadOnlyList<Tally> tallies;
    private readonly ILookup<(int Period, string Name), IReadOnlyDictionary<int, int>> owed;

    /// <param name="period">The period read; null when nobody ever spoke of it.</param>
    /// <param name="months">The months that lie in it; of a year alone.</param>
    public PeriodSums(
        Period? period,
        IReadOnlyList<Period> months,
        IReadOnlyList<Tally> tallies,
        IReadOnlyList<Expectation> expectations,
        IReadOnlyDictionary<string, ElementDefinition> elements)
    {
        (this.tallies, this.elements) = (tallies, elements);
        owed = expectations.SelectMany(expectation => expectation.Elements, (expectation, name) => (Key: (expectation.PeriodId, name), expectation.Owed))
            .ToLookup(pair => pair.Key, pair => pair.Owed);
        var monthOf = months.ToDictionary(month => month.Id, month => month.FirstDay);
        own = tallies.Where(tally => tally.PeriodId == period?.Id).ToLookup(tally => tally.Element);
        monthly = tallies.Where(tally => monthOf.ContainsKey(tally.PeriodId)).ToLookup(tally => tally.Element, tally => (monthOf[tally.PeriodId], tally));
        byMonth = [.. Named(monthOf.ContainsKey)];
        // Who is asked for the year itself, or has given it, is not asked for its months.
        byMonth.ExceptWith(Named(id => id == period?.Id));

        IEnumerable<string> Named(Func<int, bool> of) => expectations.Where(expectation => of(expectation.PeriodId))
            .SelectMany(expectation => expectation.Elements)
            .Concat(tallies.Where(tally => of(tally.PeriodId)).Select(tally => tally.Element));
    }

    /// <summary>True when a sum of these that belongs to one of these communes is of a standing, not the official one in its place.</summary>
    public bool Has(Standing standing, IReadOnlySet<int> subjects, IReadOnlySet<string> names) =>
        tallies.Any(tally => tally.Standing == standing && subjects.Contains(tally.SubjectId) && names.Contains(tally.Element));

    /// <summary>What each of these communes has of these elements: the sums that are final, and those as far as they go.</summary>
    public IReadOnlyList<CommuneSums> Of(IEnumerable<int> communes, IReadOnlySet<string> names)
    {
        // An element is looked up once, not for every commune.
        IReadOnlyList<(string Name, Func<int, Sum> Sum)> columns = [.. names.Select(name => (name, SumsOf(name)))];

        return
        [
            .. communes.Select(commune =>
            {
                var sums = columns.Select(column => (column.Name, Sum: column.Sum(commune))).ToList();
                var soFar = new Facts(sums.ToDictionary(of => of.Name, of => of.Sum.SoFar));

                return new CommuneSums(
                    commune, sums.TrueForAll(of => of.Sum.Final == of.Sum.SoFar) ? soFar : new Facts(sums.ToDictionary(of => of.Name, of => of.Sum.Final)), soFar);
            }),
        ];
    }

    private Func<int, Sum> SumsOf(string name)
    {
        if (!elements.TryGetValue(name, out var element))
        {
            return _ => default;
        }

        if (byMonth.Contains(name))
        {
            var months = monthly[name].ToLookup(month => month.Tally.SubjectId);

            return commune => new Sum(Natural(Year(element, months[commune])), Natural(YearSoFar(element, months[commune])));
        }

        var tallied = own[name].ToDictionary(tally => tally.SubjectId);

        return commune => tallied.TryGetValue(commune, out var tally) && Natural(tally.Sum) is var sum ? new Sum(IsWhole(tally) ? sum : null, sum) : default;

        decimal? Natural(long? stored) => stored is { } value ? element.Natural(value) : null;
    }

    /// <summary>True when as many have reported as the rounds of the period ask, so that a commune's sum is not that of some of its villages.</summary>
    private bool IsWhole(Tally tally) => owed[(tally.PeriodId, tally.Element)].All(asked => tally.Reported >= asked.GetValueOrDefault(tally.SubjectId));

    private long? Year(ElementDefinition element, IEnumerable<(DateOnly First, Tally Tally)> reported)
    {
        var months = reported.Where(month => IsWhole(month.Tally)).ToList();

        return element.OverTime switch
        {
            OverTime.Sum => months.Count == MonthsOfYear ? months.Sum(month => month.Tally.Sum) : null,
            OverTime.Last => months.Where(month => month.First.Month == MonthsOfYear).Select(month => (long?)month.Tally.Sum).SingleOrDefault(),
            OverTime.None => null,
        };
    }

    private static long? YearSoFar(ElementDefinition element, IEnumerable<(DateOnly First, Tally Tally)> reported)
    {
        var months = reported.OrderBy(month => month.First).ToList();

        return (element.OverTime, months) switch
        {
            (OverTime.None, _) or (_, []) => null,
            (OverTime.Sum, _) => months.Sum(month => month.Tally.Sum),
            (OverTime.Last, _) => months[^1].Tally.Sum,
        };
    }

    /// <summary>What a commune has of one element.</summary>
    /// <param name="Final">Null while it is not whole.</param>
    /// <param name="SoFar">What there is.</param>
    private readonly record struct Sum(decimal? Final, decimal? SoFar);
}
