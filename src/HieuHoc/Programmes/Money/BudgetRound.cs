using HieuHoc.Platform;

namespace HieuHoc.Programmes.Money;

public readonly record struct BudgetRoundId(Guid Value) : IRecordId;

/// <summary>The round in which agencies and communes state what money they need in a year.</summary>
public sealed class BudgetRound
{
    public required short Owner { get; init; }

    public required BudgetRoundId Id { get; init; }

    /// <summary>The year that the money is for.</summary>
    public required int Year { get; init; }

    /// <summary>The last day for sending.</summary>
    public required DateOnly DueOn { get; init; }

    public required Guid? OpenedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime OpenedAt { get; init; }
}
