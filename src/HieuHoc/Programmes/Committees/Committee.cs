using HieuHoc.Platform;

namespace HieuHoc.Programmes.Committees;

public readonly record struct CommitteeId(Guid Value) : IRecordId;

public readonly record struct CommitteeDecisionId(Guid Value) : IRecordId;

/// <summary>What somebody does on a committee, in the order of a decision's list.</summary>
public enum CommitteeDuty
{
    /// <summary>Trưởng ban.</summary>
    Head,

    /// <summary>Phó Trưởng ban Thường trực.</summary>
    StandingDeputy,

    /// <summary>Phó Trưởng ban.</summary>
    Deputy,

    /// <summary>Ủy viên Thường trực.</summary>
    StandingMember,

    /// <summary>Thành viên, or ủy viên.</summary>
    Member,

    /// <summary>Thư ký.</summary>
    Secretary,

    /// <summary>Tổ trưởng Tổ giúp việc.</summary>
    SupportLead,

    /// <summary>Thành viên Tổ giúp việc.</summary>
    Support,
}

/// <summary>
/// A steering committee of a place: ban chỉ đạo. What it is called, who sits on it and which agency serves it, its decisions say,
/// each from its day on.
/// </summary>
public sealed class Committee
{
    public required short Owner { get; init; }

    /// <summary>Chosen by whoever takes its first decision down.</summary>
    public required CommitteeId Id { get; init; }

    /// <summary>The place whose programme it steers; its people keep it.</summary>
    public required int PlaceId { get; init; }

    /// <summary>Grows with every decision and correction, so that two people cannot overwrite each other unseen.</summary>
    public int Revision { get; set; }
}

/// <summary>A decision that sets a committee up or renews it (kiện toàn): from its day on the members are those that it names.</summary>
public sealed class CommitteeDecision
{
    public required short Owner { get; init; }

    public required CommitteeId CommitteeId { get; init; }

    /// <summary>Chosen by whoever takes it down.</summary>
    public required CommitteeDecisionId Id { get; init; }

    /// <summary>What the committee is called in it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Number and symbol as printed.</summary>
    public string Number { get; private set; } = "";

    /// <summary>A committee has at most one decision of a day.</summary>
    public DateOnly DecidedOn { get; private set; }

    /// <summary>Cơ quan thường trực, as printed; empty where the decision names none.</summary>
    public string StandingAgency { get; private set; } = "";

    /// <summary>The agency of this name; null where none, or more than one, is known.</summary>
    public int? StandingAgencyId { get; private set; }

    public required Guid? RecordedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RecordedAt { get; init; }

    /// <summary>Says of the decision what is stated of it, its members apart.</summary>
    public void Say(StatedDecision stated, int? standingAgency) =>
        (Name, Number, DecidedOn, StandingAgency, StandingAgencyId) = (stated.Name, stated.Number, stated.DecidedOn, stated.StandingAgency, standingAgency);
}

/// <summary>One line of the list of a decision.</summary>
public sealed class CommitteeMember
{
    public required short Owner { get; init; }

    public required CommitteeId CommitteeId { get; init; }

    public required CommitteeDecisionId DecisionId { get; init; }

    /// <summary>From 1, in the order of the decision.</summary>
    public required int Position { get; init; }

    /// <summary>As written in the decision.</summary>
    public required string Name { get; init; }

    /// <summary>The post that brings the seat: chức vụ; empty where the list has none.</summary>
    public required string Post { get; init; }

    public required CommitteeDuty Duty { get; init; }

    /// <summary>Whose post it is, as written; empty where the post says it.</summary>
    public required string Agency { get; init; }

    /// <summary>The agency of this name; null where none, or more than one, is known.</summary>
    public required int? AgencyId { get; init; }
}
