using HieuHoc.Access;
using HieuHoc.Documents;
using HieuHoc.Platform;

namespace HieuHoc.Programmes.Plans;

public readonly record struct PlanId(Guid Value) : IRecordId;

/// <summary>Where a plan stands.</summary>
public enum PlanState
{
    /// <summary>Read; a person looks at each item. Nothing of it drives a deadline.</summary>
    Confirming,

    /// <summary>Every item was looked at; its last version holds.</summary>
    Confirmed,
}

/// <summary>
/// A plan document that was uploaded and read. What was read never changes; what people decide of its items lies beside it, one row
/// a decision.
/// </summary>
public sealed class Plan
{
    public required short Owner { get; init; }

    public required PlanId Id { get; init; }

    /// <summary>What the file was called, or that the text was pasted.</summary>
    public required string Source { get; init; }

    /// <summary>The text in which the spans count, as it was taken out of the file.</summary>
    public required string Text { get; init; }

    /// <summary>The items as they were read: <see cref="PlanReadingItems"/>.</summary>
    public required string Reading { get; init; }

    public required PlanState State { get; set; }

    /// <summary>The plan in the register of documents; null until it is confirmed for the first time.</summary>
    public DocumentId? DocumentId { get; set; }

    /// <summary>How many decisions there are, and changes of state; two at once are not both the next one.</summary>
    public int Revision { get; set; }

    public required PersonId? ReadBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ReadAt { get; init; }
}

/// <summary>What a person says of an item.</summary>
public enum PlanVerdict
{
    /// <summary>It is as it was read.</summary>
    Accepted,

    /// <summary>It is as they wrote it.</summary>
    Corrected,

    /// <summary>It is not in the plan, or is none.</summary>
    Dropped,

    /// <summary>The reading overlooked it.</summary>
    Added,

    /// <summary>Their decision before counts no longer.</summary>
    Undone,
}

/// <summary>What a person decided of an item: the last one holds, an undone one gives way to the one before.</summary>
public sealed class PlanDecision
{
    public required short Owner { get; init; }

    public required PlanId PlanId { get; init; }

    /// <summary>From 1, in the order in which they were taken.</summary>
    public required int Number { get; init; }

    /// <summary>One press of a button, which may decide several items; chosen by the page, so that the same again changes nothing.</summary>
    public required Guid Act { get; init; }

    /// <summary>The item: <c>target-3</c>; of an added one <c>added-</c> and an id that the page chose.</summary>
    public required string Item { get; init; }

    public required PlanVerdict Verdict { get; init; }

    /// <summary>The item as it was corrected or added; null otherwise.</summary>
    public required string? Content { get; init; }

    /// <summary>Of an undoing the number of what it undoes.</summary>
    public required int? Undoes { get; init; }

    public required PersonId? DecidedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime DecidedAt { get; init; }
}

/// <summary>A plan as it was confirmed: what programmes run by. A correction is a further version.</summary>
public sealed class PlanVersion
{
    public required short Owner { get; init; }

    public required PlanId PlanId { get; init; }

    /// <summary>From 1; the last one holds.</summary>
    public required int Number { get; init; }

    /// <summary>The items that were kept: <see cref="PlanContent"/>.</summary>
    public required string Content { get; init; }

    public required PersonId? ConfirmedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ConfirmedAt { get; init; }

    /// <summary>Why the version before was opened again; empty of the first.</summary>
    public required string Reason { get; init; }
}
