using HieuHoc.Platform;

namespace HieuHoc.Returns;

public readonly record struct RoundId(Guid Value) : IRecordId;

/// <summary>One asking: one or several forms, a period, who owes them and by when.</summary>
public sealed class Round
{
    public required short Owner { get; init; }

    public required RoundId Id { get; init; }

    /// <summary>Short and unique within the programme: "2026".</summary>
    public required string Code { get; init; }

    public required int PeriodId { get; init; }

    /// <summary>The code of the programme that asks; null when it is asked for every programme of the province.</summary>
    public string? Programme { get; init; }

    /// <summary>The pack version of the outline by which senders write a report of their own; null where figures alone are asked.</summary>
    public int? OutlinePackId { get; init; }

    public required DateOnly OpensOn { get; init; }

    /// <summary>The figures are as of the end of this day.</summary>
    public required DateOnly CutOffOn { get; init; }

    /// <summary>The last day that is in time: "before 30 November" is 29 November.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>True when a return that arrives on this day is late.</summary>
    public bool IsLateOn(DateOnly day) => day > DueOn;
}

/// <summary>A form that a round asks. Whoever answers is asked one of them.</summary>
public sealed class RoundForm
{
    public required short Owner { get; init; }

    public required RoundId RoundId { get; init; }

    /// <summary>The pack version whose form is asked.</summary>
    public required int FormPackId { get; init; }
}
