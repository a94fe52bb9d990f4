using HieuHoc.Access;
using HieuHoc.Platform;

namespace HieuHoc.Programmes.Tasks;

public readonly record struct AnnualRowId(Guid Value) : IRecordId;

/// <summary>How far an agency has come with a row.</summary>
public enum RowState
{
    NotBegun,
    UnderWay,
    Done,
}

/// <summary>A row of the annual plan of an agency (kế hoạch năm): a task of the programme in that year, or work of its own.</summary>
public sealed class AnnualRow
{
    public required short Owner { get; init; }

    public required AnnualRowId Id { get; init; }

    /// <summary>The agency as it was when the row was made.</summary>
    public required int AgencyId { get; init; }

    /// <summary>The successor that a person named, where several took over from an agency that ended.</summary>
    public int? ActingId { get; set; }

    public required int Year { get; init; }

    /// <summary>Null of work that the agency gave itself.</summary>
    public required TaskId? TaskId { get; init; }

    /// <summary>Of its own work what it is; empty of a task, which says it itself.</summary>
    public required string Text { get; init; }

    public string Deliverable { get; private set; } = "";

    /// <summary>The last day in time; null while nobody has set one.</summary>
    public DateOnly? DueOn { get; private set; }

    public string Note { get; private set; } = "";

    /// <summary>As it was said last: <see cref="RowProgress"/>.</summary>
    public RowState State { get; private set; }

    /// <summary>True once a person wrote in it: drawing up the plan again leaves it alone.</summary>
    public bool Edited { get; private set; }

    /// <summary>Why it was dropped; null while it stands.</summary>
    public string? DropReason { get; private set; }

    /// <summary>Grows with every change, so that two people cannot overwrite each other unseen.</summary>
    public int Revision { get; private set; }

    /// <summary>True of what is still to be done.</summary>
    public bool IsOpen => DropReason is null && State is not RowState.Done;

    /// <summary>Takes what its task says now; true where that is something else. What a person wrote stays.</summary>
    public bool Follow(ProgrammeTask task)
    {
        if (Edited || DropReason is not null || (Deliverable, DueOn) == (task.Deliverable, task.DueIn(Year)))
        {
            return false;
        }

        (Deliverable, DueOn) = (task.Deliverable, task.DueIn(Year));
        Revision++;

        return true;
    }

    /// <summary>Takes the day of its task, which moved.</summary>
    public void Move(DateOnly? dueOn)
    {
        DueOn = dueOn;
        Revision++;
    }

    /// <summary>Writes what a person states of it.</summary>
    public void Write(StatedRow stated)
    {
        (Deliverable, DueOn, Note, Edited) = (stated.Deliverable, stated.DueOn, stated.Note, true);
        Revision++;
    }

    public void Drop(string reason)
    {
        DropReason = reason;
        Revision++;
    }

    public void Stand(RowState state)
    {
        State = state;
        Revision++;
    }
}

/// <summary>What an agency said of a row at a time; nothing said is taken back, the last holds.</summary>
public sealed class RowProgress
{
    /// <summary>Signs that its words have at most.</summary>
    public const int LongestWords = 4_000;

    public required short Owner { get; init; }

    public required AnnualRowId RowId { get; init; }

    /// <summary>From 1, in the order in which it was said.</summary>
    public required int Number { get; init; }

    /// <summary>One press of a button, chosen by the page: sent twice it is one.</summary>
    public required Guid Act { get; init; }

    public required RowState State { get; init; }

    /// <summary>What was done, in words; empty where the state says it all.</summary>
    public required string Words { get; init; }

    /// <summary>The day as of which it is so.</summary>
    public required DateOnly ActedOn { get; init; }

    public required PersonId? SaidBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime SaidAt { get; init; }
}
