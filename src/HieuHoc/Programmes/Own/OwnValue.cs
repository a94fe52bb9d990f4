using HieuHoc.Platform;

namespace HieuHoc.Programmes.Own;

public readonly record struct OwnValueId(Guid Value) : IRecordId;

/// <summary>
/// What a commune wants reached beyond what the programme wants of it, by its own decision. A change is a further version; what
/// was said before stays.
/// </summary>
public sealed class OwnValue
{
    public required short Owner { get; init; }

    public required OwnValueId Id { get; init; }

    public required int PlaceId { get; init; }

    /// <summary>The code of the indicator that measures the target.</summary>
    public required string Indicator { get; init; }

    /// <summary>The year by whose end it is to be reached.</summary>
    public required int Year { get; init; }

    /// <summary>From 1; the last one holds.</summary>
    public required int Number { get; init; }

    /// <summary>In hundredths of the indicator's unit; null where the commune wants what the programme wants again.</summary>
    public required long? Hundredths { get; init; }

    /// <summary>The number of the decision or resolution of the commune.</summary>
    public required string Decision { get; init; }

    public required DateOnly DecidedOn { get; init; }

    public required Guid? SetBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime SetAt { get; init; }

    /// <summary>In the indicator's unit.</summary>
    public decimal? Threshold => Hundredths / 100m;
}
