using HieuHoc.Platform;

namespace HieuHoc.Programmes.Money;

public readonly record struct FundEntryId(Guid Value) : IRecordId;

/// <summary>Whether something came into a fund or went out of it.</summary>
public enum FundEntryKind
{
    Receipt,
    Allotment,
}

/// <summary>In what a fund gets or gives.</summary>
public enum FundForm
{
    Cash,

    /// <summary>Things, with a stated value or without.</summary>
    InKind,
}

/// <summary>What a fund gives for.</summary>
public enum FundPurpose
{
    Scholarship,
    Support,

    /// <summary>Books and other material for learning.</summary>
    Materials,

    Award,
    Other,
}

/// <summary>For whom scholarships are, as plans name those who come first.</summary>
public enum LearnerGroup
{
    Poor,
    EthnicMinority,
    Disabled,

    /// <summary>Of specially difficult communes.</summary>
    DifficultArea,

    /// <summary>Of the border and the islands.</summary>
    BorderAndIslands,

    WomenAndGirls,
    Workers,

    /// <summary>Who learns with outstanding results.</summary>
    Excellent,

    /// <summary>Another, said in words.</summary>
    Other,
}

/// <summary>
/// A line of a fund book. Lines are only added: what was wrong is said anew by a line that names the wrong one, and counts in its
/// place.
/// </summary>
public sealed class FundEntry
{
    public required short Owner { get; init; }

    /// <summary>Chosen by the page: sent twice it is one line.</summary>
    public required FundEntryId Id { get; init; }

    public required StudyFundId FundId { get; init; }

    public required FundEntryKind Kind { get; init; }

    public required FundForm Form { get; init; }

    /// <summary>In đồng; null of things without a stated value, 0 only of a correction, which takes the wrong line back.</summary>
    public required long? Amount { get; init; }

    public required DateOnly Day { get; init; }

    public required string What { get; init; }

    /// <summary>Who gave; kept only of who agreed to be named, empty of everybody else.</summary>
    public required string Giver { get; init; }

    /// <summary>Null of a receipt.</summary>
    public required FundPurpose? Purpose { get; init; }

    /// <summary>Null of what is no scholarship.</summary>
    public required LearnerGroup? Group { get; init; }

    /// <summary>The group in words where it is none of the list; else empty.</summary>
    public required string GroupWords { get; init; }

    /// <summary>How many learners got a scholarship; null of what is none.</summary>
    public required int? Learners { get; init; }

    /// <summary>The line in whose place this one counts.</summary>
    public required FundEntryId? Corrects { get; init; }

    /// <summary>Why; empty of a line that corrects none.</summary>
    public required string Reason { get; init; }

    public required Guid? WrittenBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime WrittenAt { get; init; }
}
