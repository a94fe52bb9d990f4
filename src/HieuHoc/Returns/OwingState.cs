namespace HieuHoc.Returns;

/// <summary>Where a return stands with whoever waits for it, in the order of urgency.</summary>
public enum OwingState
{
    /// <summary>Not sent although its last day is over.</summary>
    Overdue,

    /// <summary>Not sent, and in time.</summary>
    ToSend,

    /// <summary>Back with its sender, to be completed, explained or corrected.</summary>
    ToMend,

    /// <summary>Sent and not confirmed.</summary>
    Checking,

    Confirmed,
}

/// <summary>Which returns somebody still has to act on, and which they are.</summary>
public static class OwingStates
{
    /// <summary>What is open: somebody has still to send, or to mend.</summary>
    public static IReadOnlyList<OwingState> Open { get; } = [OwingState.Overdue, OwingState.ToSend, OwingState.ToMend];

    /// <summary>What is not sent.</summary>
    public static IReadOnlyList<OwingState> Unsent { get; } = [OwingState.Overdue, OwingState.ToSend];

    public static OwingState Of(ReturnState state, DateOnly dueOn, DateOnly day) => state switch
    {
        ReturnState.Entering or ReturnState.AwaitingLeader or ReturnState.Approved => day > dueOn ? OwingState.Overdue : OwingState.ToSend,
        ReturnState.ToMend or ReturnState.Correcting => OwingState.ToMend,
        ReturnState.Sent or ReturnState.Checking => OwingState.Checking,
        ReturnState.Confirmed => OwingState.Confirmed,
    };
}
