namespace HieuHoc.Bench.Rollups;

/// <summary>How much is loaded, and how often it is read.</summary>
/// <param name="Elements">Even; as many indicators are made of them.</param>
/// <param name="Months">Whole years of them, from January of <see cref="FirstYear"/> on; each year is a period too.</param>
/// <param name="Reads">Readings of one indicator by one client.</param>
/// <param name="WideReads">Readings of all indicators at once.</param>
/// <param name="Clients">Signed-in visitors at once.</param>
/// <param name="Requests">Pages that each of them opens.</param>
/// <param name="Corrections">Returns that are confirmed while the clock runs.</param>
internal sealed record RollupScale(
    int Villages, int Elements, int Months, int Reads, int WideReads, int Clients, int Requests, int Corrections)
{
    /// <summary>The first year in which today's communes existed all year.</summary>
    public const int FirstYear = 2026;

    /// <summary>DESIGN: 2,600 villages × 40 elements × 60 months = 6.24 million figures.</summary>
    public static RollupScale Full { get; } = new(2_600, 40, 60, 500, 100, 8, 200, 10);

    public static RollupScale Small { get; } = new(156, 4, 12, 10, 3, 2, 4, 2);

    /// <summary>The years of which there are figures.</summary>
    public IReadOnlyList<int> Years => [.. Enumerable.Range(FirstYear, Months / 12)];
}
