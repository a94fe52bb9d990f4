namespace HieuHoc.Programmes.Money;

/// <summary>What scholarships a group of learners got.</summary>
/// <param name="Words">The group in words where it is none of the list; else empty.</param>
public sealed record GroupScholarships(LearnerGroup Group, string Words, int Learners, long Amount);

/// <summary>The lines of fund books, and what counts of them: a line that another corrects counts no longer.</summary>
public sealed class FundLedger(IReadOnlyList<FundEntry> entries)
{
    private readonly HashSet<FundEntryId> corrected = [.. entries.Select(entry => entry.Corrects).OfType<FundEntryId>()];

    /// <summary>All lines, the youngest first.</summary>
    public IReadOnlyList<FundEntry> Entries { get; } = [.. entries.OrderByDescending(entry => entry.Day).ThenByDescending(entry => entry.WrittenAt).ThenBy(entry => entry.Id.Value)];

    /// <summary>What counts.</summary>
    public IEnumerable<FundEntry> Counting => Entries.Where(Counts);

    /// <summary>Scholarships by group of learners, in the order of the list.</summary>
    public IReadOnlyList<GroupScholarships> Scholarships =>
    [
        .. from entry in Counting
           where entry.Purpose is FundPurpose.Scholarship && entry.Amount is not 0
           group entry by (Group: entry.Group!.Value, entry.GroupWords) into same // a scholarship has one
           orderby same.Key.Group, same.Key.GroupWords
           select new GroupScholarships(same.Key.Group, same.Key.GroupWords, same.Sum(entry => entry.Learners ?? 0), same.Sum(entry => entry.Amount ?? 0)),
    ];

    /// <summary>True unless another line corrects this one.</summary>
    public bool Counts(FundEntry entry) => !corrected.Contains(entry.Id);

    /// <summary>What came in or went out, in money or in things of a stated value; of one year, or of all.</summary>
    public long Sum(FundEntryKind kind, FundForm form, int? year = null) =>
        Counting.Where(entry => entry.Kind == kind && entry.Form == form && (year is null || entry.Day.Year == year)).Sum(entry => entry.Amount ?? 0);

    /// <summary>What is left in money, or in things of a stated value.</summary>
    public long Left(FundForm form) => Sum(FundEntryKind.Receipt, form) - Sum(FundEntryKind.Allotment, form);

    /// <summary>The least that was left at the end of a day or of a later one: so much could still be given on that day.</summary>
    public long LeastFrom(DateOnly day, FundForm form)
    {
        var (left, least) = (0L, (long?)null);

        foreach (var then in Counting.Where(entry => entry.Form == form).GroupBy(entry => entry.Day).OrderBy(group => group.Key))
        {
            least = then.Key > day ? Math.Min(least ?? left, left) : least;
            left += then.Sum(entry => entry.Kind is FundEntryKind.Receipt ? entry.Amount ?? 0 : -(entry.Amount ?? 0));
        }

        return Math.Min(least ?? left, left);
    }

    /// <summary>The same when a year was over.</summary>
    public long LeftAfter(int year, FundForm form) =>
        Counting.Where(entry => entry.Form == form && entry.Day.Year <= year).Sum(entry => entry.Kind is FundEntryKind.Receipt ? entry.Amount ?? 0 : -(entry.Amount ?? 0));

    /// <summary>How many receipts are of givers who are not named.</summary>
    public int Unnamed => Counting.Count(entry => entry.Kind is FundEntryKind.Receipt && entry.Giver.Length == 0 && entry.Amount is not 0);

    /// <summary>How many lines are of things without a stated value; of one year, or of all.</summary>
    public int Unvalued(FundEntryKind kind, int? year = null) =>
        Counting.Count(entry => entry.Kind == kind && entry.Amount is null && (year is null || entry.Day.Year == year));
}
