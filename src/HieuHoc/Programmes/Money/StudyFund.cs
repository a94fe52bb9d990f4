using HieuHoc.Platform;

namespace HieuHoc.Programmes.Money;

public readonly record struct StudyFundId(Guid Value) : IRecordId;

/// <summary>A study-promotion fund and its book: quỹ khuyến học.</summary>
public sealed class StudyFund
{
    /// <summary>The letters that a name takes.</summary>
    public const int LongestName = 200;

    public required short Owner { get; init; }

    public required StudyFundId Id { get; init; }

    /// <summary>The place or agency that keeps the book.</summary>
    public required int SubjectId { get; init; }

    public required string Name { get; init; }

    /// <summary>The enterprise whose fund it is, as the union states it; empty of every other fund.</summary>
    public required string Enterprise { get; init; }

    public required Guid? OpenedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime OpenedAt { get; init; }
}
