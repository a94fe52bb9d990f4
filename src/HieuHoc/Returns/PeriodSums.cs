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
    private readonly ILookup<(int Subject, string Name), Tally> own;
    private readonly ILookup<(int Subject, string Name), (DateOnly First, Tally Tally)> monthly;
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
        own = tallies.Where(tally => tally.PeriodId == period?.Id).ToLookup(tally => (tally.SubjectId, tally.Element));
        monthly = tallies.Where(tally => monthOf.ContainsKey(tally.PeriodId))
            .ToLookup(tally => (tally.SubjectId, tally.Element), tally => (monthOf[tally.PeriodId], tally));
        byMonth = [.. Named(monthOf.ContainsKey)];
        // Who is asked for the year itself, or has given it, is not asked for its months.
        byMonth.ExceptWith(Named(id => id == period?.Id));

        IEnumerable<string> Named(Func<int, bool> of) => expectations.Where(expectation => of(expectation.PeriodId))
            .SelectMany(expectation => expectation.Elements)
            .Concat(tallies.Where(tally => of(tally.PeriodId)).Select(tally => tally.Element));
    }

    /// <summary>True when the year of this element is made of its months.</summary>
    public bool IsByMonth(string name) => byMonth.Contains(name);

    /// <summary>True when a sum of these that belongs to one of these communes is of a standing, not the official one in its place.</summary>
    public bool Has(Standing standing, IReadOnlySet<int> subjects, IReadOnlySet<string> names) =>
        tallies.Any(tally => tally.Standing == standing && subjects.Contains(tally.SubjectId) && names.Contains(tally.Element));

    /// <summary>The sums of one commune that are final.</summary>
    public Facts Final(int subject, IEnumerable<string> names) => Facts(names, name => IsByMonth(name) ? Year(subject, name) : Own(subject, name, IsWhole));

    /// <summary>The sums of one commune as far as they go.</summary>
    public Facts SoFar(int subject, IEnumerable<string> names) => Facts(names, name => IsByMonth(name) ? YearSoFar(subject, name) : Own(subject, name, _ => true));

    private Facts Facts(IEnumerable<string> names, Func<string, long?> sum) => new(names.ToDictionary(
        name => name, name => sum(name) is { } value && elements.TryGetValue(name, out var element) ? (decimal?)element.Natural(value) : null));

    private long? Own(int subject, string name, Func<Tally, bool> enough) =>
        own[(subject, name)].Where(enough).Select(tally => (long?)tally.Sum).SingleOrDefault();

    /// <summary>True when as many have reported as the rounds of the period ask, so that a commune's sum is not that of some of its villages.</summary>
    private bool IsWhole(Tally tally) => owed[(tally.PeriodId, tally.Element)].All(asked => tally.Reported >= asked.GetValueOrDefault(tally.SubjectId));

    private long? Year(int subject, string name)
    {
        var months = monthly[(subject, name)].Where(month => IsWhole(month.Tally)).ToList();

        return elements[name].OverTime switch
        {
            OverTime.Sum => months.Count == MonthsOfYear ? months.Sum(month => month.Tally.Sum) : null,
            OverTime.Last => months.Where(month => month.First.Month == MonthsOfYear).Select(month => (long?)month.Tally.Sum).SingleOrDefault(),
            OverTime.None => null,
        };
    }

    private long? YearSoFar(int subject, string name)
    {
        var months = monthly[(subject, name)].OrderBy(month => month.First).ToList();

        return (elements[name].OverTime, months) switch
        {
            (OverTime.None, _) or (_, []) => null,
            (OverTime.Sum, _) => months.Sum(month => month.Tally.Sum),
            (OverTime.Last, _) => months[^1].Tally.Sum,
        };
    }
}
