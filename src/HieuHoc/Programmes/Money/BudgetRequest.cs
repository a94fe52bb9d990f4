namespace HieuHoc.Programmes.Money;

/// <summary>Where a budget request stands.</summary>
public enum BudgetRequestState
{
    /// <summary>Asked; nothing was stated yet.</summary>
    Asked,

    Drafting,
    Sent,

    /// <summary>Given back by the standing agency, with a reason.</summary>
    Returned,
}

/// <summary>What one agency or commune asks for in a round. Only what is sent is consolidated.</summary>
public sealed class BudgetRequest
{
    public required short Owner { get; init; }

    public required BudgetRoundId RoundId { get; init; }

    /// <summary>The place or agency that asks.</summary>
    public required int SubjectId { get; init; }

    public BudgetRequestState State { get; private set; } = BudgetRequestState.Asked;

    /// <summary>The lines as they stand: <see cref="BudgetLine"/>.</summary>
    public string Lines { get; private set; } = "[]";

    /// <summary>UTC; null where it is not sent.</summary>
    public DateTime? SentAt { get; private set; }

    /// <summary>Why it was given back last; empty where it was not.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Grows with every step, so that two people cannot overwrite each other unseen.</summary>
    public int Revision { get; private set; }

    /// <summary>The lines as they stand.</summary>
    public IReadOnlyList<BudgetLine> Stated => BudgetLine.Parse(Lines);

    /// <summary>Keeps the lines, and sends them where <paramref name="sentAt"/> says when.</summary>
    public void Say(string lines, DateTime? sentAt)
    {
        (Lines, SentAt) = (lines, sentAt);
        State = sentAt is null ? State is BudgetRequestState.Returned ? BudgetRequestState.Returned : BudgetRequestState.Drafting : BudgetRequestState.Sent;
        Revision++;
    }

    /// <summary>Gives it back to whoever sent it.</summary>
    public void Return(string reason)
    {
        (State, SentAt, Reason) = (BudgetRequestState.Returned, null, reason);
        Revision++;
    }
}

/// <summary>A step of a request with the lines as they were then; rows are only added.</summary>
public sealed class BudgetRequestStep
{
    public required short Owner { get; init; }

    public required BudgetRoundId RoundId { get; init; }

    public required int SubjectId { get; init; }

    /// <summary>The revision that the step made.</summary>
    public required int Revision { get; init; }

    /// <summary>The state that it led to.</summary>
    public required BudgetRequestState State { get; init; }

    public required string Lines { get; init; }

    /// <summary>Why it was given back; empty of every other step.</summary>
    public required string Reason { get; init; }

    public required Guid? TakenBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime TakenAt { get; init; }
}
