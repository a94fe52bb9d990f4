using HieuHoc.Documents;
using HieuHoc.Platform;
using HieuHoc.Programmes.Tasks;

namespace HieuHoc.Programmes.Money;

public readonly record struct BudgetEntryId(Guid Value) : IRecordId;

/// <summary>What an entry about a budget says.</summary>
public enum BudgetEntryKind
{
    /// <summary>Money that a decision gives to an agency or commune: phân bổ.</summary>
    Allocation,

    /// <summary>Money that it spent.</summary>
    Spending,
}

/// <summary>
/// One allocation or one spending of a year's budget. Entries are only added: what was wrong is said anew by an entry that names
/// the wrong one, and counts in its place.
/// </summary>
public sealed class BudgetEntry
{
    public required short Owner { get; init; }

    /// <summary>Chosen by the page: sent twice it is one entry.</summary>
    public required BudgetEntryId Id { get; init; }

    public required BudgetEntryKind Kind { get; init; }

    /// <summary>The place or agency that gets or spends.</summary>
    public required int SubjectId { get; init; }

    /// <summary>The year of the budget.</summary>
    public required int Year { get; init; }

    public required MoneySource Source { get; init; }

    /// <summary>In đồng; 0 only of a correction, which takes the wrong entry back.</summary>
    public required long Amount { get; init; }

    /// <summary>The day of the decision, or of the spending.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The task, or what was paid.</summary>
    public required string What { get; init; }

    /// <summary>Number and symbol of the decision; empty of a spending.</summary>
    public required string Number { get; init; }

    /// <summary>The decision in the register of documents; null where it was not there when the entry was written.</summary>
    public required DocumentId? DocumentId { get; init; }

    /// <summary>The task of the programme that it is for; null where none is named.</summary>
    public required TaskId? TaskId { get; init; }

    /// <summary>The entry in whose place this one counts.</summary>
    public required BudgetEntryId? Corrects { get; init; }

    /// <summary>Why; empty of an entry that corrects none.</summary>
    public required string Reason { get; init; }

    public required Guid? WrittenBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime WrittenAt { get; init; }
}
