using System.Text.RegularExpressions;
using HieuHoc.Access;
using HieuHoc.Platform;

namespace HieuHoc.Returns;

public readonly record struct RoundId(Guid Value) : IRecordId;

/// <summary>One asking: one or several forms, a period, who owes them and by when.</summary>
public sealed partial class Round
{
    public required short Owner { get; init; }

    public required RoundId Id { get; init; }

    /// <summary>Short and unique within the programme: "2026". Addresses, files and programs know the round by it, people never.</summary>
    public required string Code { get; init; }

    /// <summary>What people call it: "Báo cáo kết quả xây dựng xã hội học tập năm 2026".</summary>
    public required string Title { get; init; }

    public required int PeriodId { get; init; }

    /// <summary>The code of the programme that asks; null when it is asked for every programme of the province.</summary>
    public string? Programme { get; init; }

    /// <summary>The pack version of the outline by which senders write a report of their own; null where figures alone are asked.</summary>
    public int? OutlinePackId { get; init; }

    public required DateOnly OpensOn { get; init; }

    /// <summary>The figures are as of the end of this day.</summary>
    public required DateOnly CutOffOn { get; init; }

    /// <summary>The last day in time, the weekend rule applied: "before 30 November" is 29 November. A level or an extension may have another.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>What becomes of a due day on a weekend, also of one that an extension sets.</summary>
    public WeekendRule WeekendRule { get; init; }

    /// <summary>To whom senders address their reports, one a line; null for the standing agency of the programme.</summary>
    public string? Addressee { get; init; }

    /// <summary>Who gets a copy of them, one a line.</summary>
    public string? CopyTo { get; init; }

    /// <summary>By which ways they are sent, one a line; null for what is usual.</summary>
    public string? Channels { get; init; }

    /// <summary>UTC; since when its figures change by correction alone. Null while it is not closed.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>Who closed it; null when the installation itself did.</summary>
    public PersonId? ClosedBy { get; private set; }

    /// <summary>Chốt số liệu.</summary>
    public void Close(Moment now, PersonId? by) => (ClosedAt, ClosedBy) = (now.Instant, by);

    /// <summary>True when a round can have this code.</summary>
    public static bool IsCode(string text) => CodeOfARound().IsMatch(text);

    // Plain enough for an address and a file's name.
    [GeneratedRegex(@"\A[A-Za-z0-9._-]{1,20}\z")]
    private static partial Regex CodeOfARound();
}

/// <summary>A form that a round asks. Whoever answers is asked one of them.</summary>
public sealed class RoundForm
{
    public required short Owner { get; init; }

    public required RoundId RoundId { get; init; }

    /// <summary>The pack version whose form is asked.</summary>
    public required int FormPackId { get; init; }

    /// <summary>The last day in time for whoever is asked it, the weekend rule applied.</summary>
    public required DateOnly DueOn { get; init; }
}
