using HieuHoc.Places;

namespace HieuHoc.Returns;

/// <summary>One indicator of a place over the years, against its province and among the communes like it.</summary>
/// <param name="Own">The years in their order.</param>
/// <param name="Province">The province that a commune lies in; null of everything else.</param>
/// <param name="Groups">
/// The communes of the last year by what makes them alike, the largest group first: of a commune its own group alone, of
/// everything above all groups under it. Empty where the places that count are no communes, or can only have reached something or not.
/// </param>
public sealed record Comparison(IReadOnlyList<YearReading> Own, ComparedProvince? Province, IReadOnlyList<LikeCommunes> Groups);

/// <summary>The province that a commune is held against.</summary>
/// <param name="IsReached">True when its rows are the reader's to open.</param>
public sealed record ComparedProvince(PlaceOnDay Place, IReadOnlyList<YearReading> Years, bool IsReached);

/// <summary>What a year says of an indicator.</summary>
/// <param name="Reading">Null where no pack defines it for that year.</param>
public sealed record YearReading(int Year, IndicatorReading? Reading)
{
    /// <summary>The official value; null is a gap, never a zero.</summary>
    public decimal? Value => Reading?.Value;

    /// <summary>True when a rule of parts bears on it.</summary>
    public bool IsEstimate => Reading is { IsEstimate: true, Value: not null };
}

/// <summary>Communes of one kind and of the same area classes, ranked.</summary>
/// <param name="Kind">Xã, phường or đặc khu.</param>
/// <param name="AreaClass">The classes that a decision gave them; empty where none is known.</param>
/// <param name="Count">How many there are, with those that have no value.</param>
/// <param name="Ranked">Those that have a value, the best first.</param>
public sealed record LikeCommunes(string Kind, string AreaClass, int Count, IReadOnlyList<RankedCommune> Ranked)
{
    /// <summary>The commune that is compared; null where none is, or where it has no value.</summary>
    public RankedCommune? Own => Ranked.FirstOrDefault(commune => commune.IsOwn);

    /// <summary>As many stand before it as after, of an even number the better of the two; null where none has a value.</summary>
    public RankedCommune? Middle => Ranked.Count == 0 ? null : Ranked[(Ranked.Count - 1) / 2];
}

/// <summary>A commune with its value and its place among those like it.</summary>
/// <param name="Place">Null where it lies outside the reader's part: then it is a number without a name.</param>
/// <param name="Rank">One more than there are better ones: equal values share it.</param>
public sealed record RankedCommune(PlaceOnDay? Place, decimal Value, int Rank, bool IsOwn, bool IsEstimate);
