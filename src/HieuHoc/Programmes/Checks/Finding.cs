using HieuHoc.Access;
using HieuHoc.Platform;

namespace HieuHoc.Programmes.Checks;

public readonly record struct FindingId(Guid Value) : IRecordId;

/// <summary>Where a finding stands.</summary>
public enum FindingState
{
    /// <summary>It waits for an answer.</summary>
    Open,

    /// <summary>It waits for the visitor.</summary>
    Answered,

    /// <summary>The visitor accepted the answer.</summary>
    Accepted,

    /// <summary>The visitor took it back, with a reason.</summary>
    Withdrawn,
}

/// <summary>What somebody says of a finding.</summary>
public enum FindingStep
{
    Answer,
    AskAgain,
    Accept,
    Withdraw,
}

/// <summary>
/// What a visit found, or a recommendation of the Front: who must put it right, by when. What is said of it stands beside it, word
/// by word.
/// </summary>
public sealed class Finding
{
    public required short Owner { get; init; }

    /// <summary>Chosen by whoever takes it down.</summary>
    public required FindingId Id { get; init; }

    public required VisitId VisitId { get; init; }

    /// <summary>From 1, in the order in which they were taken down.</summary>
    public required int Number { get; init; }

    public required string Text { get; init; }

    /// <summary>The place or agency that must put it right and answer.</summary>
    public required int ResponsibleId { get; init; }

    /// <summary>The last day in time; moved by who asks again.</summary>
    public required DateOnly DueOn { get; set; }

    public FindingState State { get; private set; } = FindingState.Open;

    public required PersonId? FoundBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime FoundAt { get; init; }

    /// <summary>How many words were said of it; two at once are not both the next one.</summary>
    public int Revision { get; private set; }

    /// <summary>True while somebody still has to say something.</summary>
    public bool IsUnsettled => State is FindingState.Open or FindingState.Answered;

    /// <summary>True when the answer is late.</summary>
    public bool IsOverdue(DateOnly today) => State is FindingState.Open && DueOn < today;

    /// <summary>Takes a step, or says why not: an answer to what waits for one, the rest by who looks at the answer.</summary>
    public Refusal? Take(FindingStep step)
    {
        var fits = step switch
        {
            FindingStep.Answer => State is FindingState.Open,
            FindingStep.AskAgain or FindingStep.Accept => State is FindingState.Answered,
            FindingStep.Withdraw => IsUnsettled,
        };

        if (!fits)
        {
            return new FindingStandsOtherwise(State);
        }

        State = step switch
        {
            FindingStep.Answer => FindingState.Answered,
            FindingStep.AskAgain => FindingState.Open,
            FindingStep.Accept => FindingState.Accepted,
            FindingStep.Withdraw => FindingState.Withdrawn,
        };
        Revision++;

        return null;
    }
}

/// <summary>What somebody said of a finding; never changed.</summary>
public sealed class FindingWord
{
    public required short Owner { get; init; }

    public required FindingId FindingId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required FindingStep Step { get; init; }

    /// <summary>Empty where nothing need be said: who accepts may be silent.</summary>
    public required string Words { get; init; }

    /// <summary>The new last day, of who asks again; null otherwise.</summary>
    public required DateOnly? DueOn { get; init; }

    /// <summary>True where the visitor took down an answer that came on paper.</summary>
    public required bool OnBehalf { get; init; }

    public required PersonId? SaidBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime SaidAt { get; init; }
}
