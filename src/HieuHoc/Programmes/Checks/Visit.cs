using HieuHoc.Platform;

namespace HieuHoc.Programmes.Checks;

public readonly record struct VisitId(Guid Value) : IRecordId;

/// <summary>For what a place or an agency is visited. Inspecting (thanh tra) is the provincial inspectorate's alone, and none of these.</summary>
public enum VisitKind
{
    /// <summary>Kiểm tra.</summary>
    Check,

    /// <summary>Giám sát.</summary>
    Supervision,

    /// <summary>Giám sát, phản biện xã hội của Mặt trận: its recommendations are findings, each answered by the agency that it names.</summary>
    FrontSupervision,

    /// <summary>Sơ kết, tổng kết.</summary>
    Review,

    /// <summary>Sơ kết quy chế phối hợp: the yearly review of how agencies work together, by a regulation of the register.</summary>
    CoordinationReview,
}

/// <summary>Where a visit stands.</summary>
public enum VisitState
{
    Planned,

    /// <summary>It took place; what was seen and found is taken down and followed up.</summary>
    CarriedOut,

    /// <summary>Each finding is settled.</summary>
    Closed,

    /// <summary>It did not take place.</summary>
    Cancelled,
}

/// <summary>What somebody does with a visit.</summary>
public enum VisitStep
{
    CarryOut,
    Cancel,
    Close,
}

/// <summary>A visit to a place or an agency: when, by whom, what was to be looked at.</summary>
public sealed class Visit
{
    public required short Owner { get; init; }

    /// <summary>Chosen by whoever plans it.</summary>
    public required VisitId Id { get; init; }

    /// <summary>The place whose people keep it.</summary>
    public required int PlaceId { get; init; }

    /// <summary>The agency whose people keep it; null where those of the place do.</summary>
    public required int? AgencyId { get; init; }

    public VisitKind Kind { get; private set; }

    /// <summary>What it is about: nội dung.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>The number of the regulation that a review of cooperation is about; null of every other visit.</summary>
    public string? Regulation { get; private set; }

    public DateOnly FirstDay { get; private set; }

    /// <summary>The same as the first of a visit of one day.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>The place or agency that is visited.</summary>
    public int VisitedId { get; private set; }

    /// <summary>Who visits, one a line: name and agency.</summary>
    public string Team { get; private set; } = "";

    public VisitState State { get; private set; } = VisitState.Planned;

    /// <summary>Why it did not take place; empty unless it was cancelled.</summary>
    public string Reason { get; private set; } = "";

    public required Guid? PlannedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime PlannedAt { get; init; }

    /// <summary>Grows with every change, findings apart, so that two people cannot overwrite each other unseen.</summary>
    public int Revision { get; set; }

    /// <summary>From where to where a step leads.</summary>
    public static (VisitState From, VisitState To) Way(VisitStep step) => step switch
    {
        VisitStep.CarryOut => (VisitState.Planned, VisitState.CarriedOut),
        VisitStep.Cancel => (VisitState.Planned, VisitState.Cancelled),
        VisitStep.Close => (VisitState.CarriedOut, VisitState.Closed),
    };

    /// <summary>Says of the visit what is stated of it, what is looked at apart.</summary>
    public void Say(StatedVisit stated)
    {
        (Kind, Subject, Team, VisitedId, Regulation) = (stated.Kind, stated.Subject, stated.Team, stated.VisitedId, stated.Regulation);
        (FirstDay, LastDay) = (stated.FirstDay, stated.LastDay);
        Revision++;
    }

    /// <summary>Takes a step, or says why not.</summary>
    /// <param name="reason">Why it did not take place; asked of who cancels alone.</param>
    /// <param name="unsettled">How many findings are not settled.</param>
    public Refusal? Take(VisitStep step, string reason, int unsettled, DateOnly today)
    {
        var (from, to) = Way(step);

        if (State != from)
        {
            return new VisitStandsOtherwise(State);
        }

        if (step is VisitStep.CarryOut && today < FirstDay)
        {
            return new VisitNotYet(FirstDay);
        }

        if (step is VisitStep.Cancel && reason.Length == 0)
        {
            return new VisitReasonMissing();
        }

        if (step is VisitStep.Close && unsettled > 0)
        {
            return new VisitFindingsUnsettled(unsettled);
        }

        (State, Reason) = (to, reason);
        Revision++;

        return null;
    }
}

/// <summary>What was seen of a line of the list.</summary>
public enum PointSeen
{
    NotLookedAt,
    Met,
    NotMet,
}

/// <summary>One line of what a visit looks at, and what was seen.</summary>
public sealed class VisitPoint
{
    public required short Owner { get; init; }

    public required VisitId VisitId { get; init; }

    /// <summary>From 1, in the order of the list.</summary>
    public required int Number { get; init; }

    public required string Text { get; init; }

    public PointSeen Seen { get; set; }

    /// <summary>What was seen, in words; empty where nobody wrote any.</summary>
    public string Words { get; set; } = "";
}
