using HieuHoc.Access;

namespace HieuHoc.Returns;

/// <summary>Where a return stands.</summary>
public enum ReturnState
{
    /// <summary>Being typed by the officer.</summary>
    Entering,

    /// <summary>Before the sender's own leader.</summary>
    AwaitingLeader,

    /// <summary>Approved by the leader, not sent yet.</summary>
    Approved,

    /// <summary>With the standing agency, being checked.</summary>
    Sent,

    /// <summary>Back with the officer, to be completed or explained.</summary>
    ToMend,

    /// <summary>Its figures count.</summary>
    Confirmed,
}

/// <summary>What can be done to a return.</summary>
public enum ReturnStep
{
    /// <summary>Trình lãnh đạo.</summary>
    Submit,

    /// <summary>Trả lại, inside.</summary>
    SendBack,

    /// <summary>Duyệt.</summary>
    Approve,

    /// <summary>Gửi báo cáo.</summary>
    Send,

    /// <summary>Đề nghị bổ sung, làm rõ.</summary>
    AskToMend,

    /// <summary>Xác nhận số liệu.</summary>
    Confirm,
}

/// <summary>One line of the table of steps.</summary>
public sealed record ReturnTransition(
    ReturnStep Step, ReturnState From, ReturnState To, IReadOnlyList<Role> Roles, bool NeedsReason = false);

/// <summary>
/// All that can happen to a return, on one screen. A receiver never approves a sender's report: approval belongs to the
/// sender's own leader, and the receiver confirms the figures or asks to mend them.
/// </summary>
public static class ReturnSteps
{
    // Which roles these are is said once, by the table of roles.
    private static readonly IReadOnlyList<Role> Officers = RoleTable.WhoMay(Capability.FillReturns);
    private static readonly IReadOnlyList<Role> Leaders = RoleTable.WhoMay(Capability.LeadReturns);
    private static readonly IReadOnlyList<Role> Receivers = RoleTable.WhoMay(Capability.CheckReturns);

    public static IReadOnlyList<ReturnTransition> All { get; } =
    [
        new(ReturnStep.Submit, ReturnState.Entering, ReturnState.AwaitingLeader, Officers),
        new(ReturnStep.Submit, ReturnState.ToMend, ReturnState.AwaitingLeader, Officers),
        new(ReturnStep.SendBack, ReturnState.AwaitingLeader, ReturnState.Entering, Leaders, NeedsReason: true),
        new(ReturnStep.Approve, ReturnState.AwaitingLeader, ReturnState.Approved, Leaders),
        new(ReturnStep.Send, ReturnState.Approved, ReturnState.Sent, [.. Officers, .. Leaders]),
        new(ReturnStep.AskToMend, ReturnState.Sent, ReturnState.ToMend, Receivers, NeedsReason: true),
        new(ReturnStep.Confirm, ReturnState.Sent, ReturnState.Confirmed, Receivers),
    ];

    /// <summary>The states in which the officer may type.</summary>
    public static IReadOnlyList<ReturnState> Editable { get; } = [ReturnState.Entering, ReturnState.ToMend];

    /// <summary>The states in which the standing agency has the return, or has had it.</summary>
    public static IReadOnlyList<ReturnState> Arrived { get; } = [ReturnState.Sent, ReturnState.ToMend, ReturnState.Confirmed];

    /// <summary>The steps that both sides see; what a sender's leader gives back, and why, stays inside.</summary>
    public static IReadOnlyList<ReturnStep> Shared { get; } = [ReturnStep.Send, ReturnStep.AskToMend, ReturnStep.Confirm];

    /// <summary>The transition that a step makes from a state; null when it cannot be taken there.</summary>
    public static ReturnTransition? Find(ReturnState from, ReturnStep step) =>
        All.FirstOrDefault(move => move.From == from && move.Step == step);

    /// <summary>What a person in this role can do now, of the steps that the form takes.</summary>
    public static IReadOnlyList<ReturnTransition> Open(ReturnState from, Role role, IReadOnlyList<ReturnStep> steps) =>
        [.. All.Where(move => move.From == from && move.Roles.Contains(role) && steps.Contains(move.Step))];

    /// <summary>True when these steps alone lead from typing to figures that count.</summary>
    public static bool Lead(IReadOnlyList<ReturnStep> steps)
    {
        var reached = new HashSet<ReturnState> { ReturnState.Entering };

        while (All.FirstOrDefault(move => steps.Contains(move.Step) && reached.Contains(move.From) && !reached.Contains(move.To)) is { } next)
        {
            reached.Add(next.To);
        }

        return reached.Contains(ReturnState.Confirmed);
    }
}
