using HieuHoc.Places;

namespace HieuHoc.Returns;

/// <summary>What stood in the cells of a return a year before, on the place as it is now.</summary>
public sealed record PastYear(int? Year, IReadOnlyDictionary<string, Restated> Figures)
{
    /// <summary>Nothing stood there, or nobody asked.</summary>
    public static PastYear None { get; } = new(null, new Dictionary<string, Restated>());

    /// <summary>What stood there; null where nothing did, or where one of those that live on in the place had none.</summary>
    public Restated? Of(string code) => Figures.GetValueOrDefault(code) is { Value: not null, Missing: 0 } past ? past : null;

    /// <summary>What stood there for certain: what a rule of parts made of a split place is no measure of a jump.</summary>
    public long? Counted(string code) => Of(code) is { Estimate: false } past ? past.Value : null;
}
