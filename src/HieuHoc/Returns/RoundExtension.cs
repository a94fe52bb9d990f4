using HieuHoc.Access;
using HieuHoc.Platform;

namespace HieuHoc.Returns;

public readonly record struct ExtensionId(Guid Value) : IRecordId;

/// <summary>Gia hạn: one decision that gives some of those whom a round asks more time, such as all communes hit by a flood.</summary>
public sealed class RoundExtension
{
    /// <summary>The most characters of the number of a decision.</summary>
    public const int LongestDecision = 200;

    public required short Owner { get; init; }

    public required ExtensionId Id { get; init; }

    public required RoundId RoundId { get; init; }

    /// <summary>Which paper decides it: "Công văn số 123/SGDĐT-GDTX".</summary>
    public required string Decision { get; init; }

    /// <summary>The day of that paper.</summary>
    public required DateOnly DecidedOn { get; init; }

    public required string Reason { get; init; }

    /// <summary>The new last day in time, the weekend rule of the round applied.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime AddedAt { get; init; }

    public required PersonId? AddedBy { get; init; }
}

/// <summary>Somebody who was given more time by an extension.</summary>
public sealed class RoundExtensionSubject
{
    public required short Owner { get; init; }

    public required ExtensionId ExtensionId { get; init; }

    public required int SubjectId { get; init; }
}
