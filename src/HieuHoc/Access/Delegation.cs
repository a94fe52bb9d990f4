using HieuHoc.Platform;

namespace HieuHoc.Access;

public readonly record struct DelegationId(Guid Value) : IRecordId;

/// <summary>
/// A colleague stands in for an absent one: acts with that one's role until the last day, under both names. It cannot be
/// passed on.
/// </summary>
public sealed class Delegation
{
    public required short Owner { get; init; }

    public required DelegationId Id { get; init; }

    /// <summary>The role of the absent one.</summary>
    public required GrantId GrantId { get; init; }

    /// <summary>Who stands in.</summary>
    public required PersonId PersonId { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly ValidTo { get; set; }

    public required string Reason { get; init; }
}
