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

    /// <summary>With the standing agency; where the form has a step for receiving, not received yet.</summary>
    Sent,

    /// <summary>Received by the standing agency and being checked: its sender can no longer recall it.</summary>
    Checking,

    /// <summary>Back with the officer, to be completed or explained.</summary>
    ToMend,

    /// <summary>Its figures count.</summary>
    Confirmed,

    /// <summary>Back with the officer after it was confirmed; the version that was confirmed counts on.</summary>
    Correcting,
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

    /// <summary>Tiếp nhận.</summary>
    Receive,

    /// <summary>Thu hồi báo cáo.</summary>
    Recall,

    /// <summary>Đính chính.</summary>
    Correct,

    /// <summary>Kế thừa: what villages answered went to the one that took them over. No form has it, and nobody takes it by hand.</summary>
    TakeOver,
}

/// <summary>One line of the table of steps.</summary>
/// <param name="BeginsVersion">True when what was sent stays as it was, and work goes on in a copy.</param>
/// <param name="Unless">The step of a form that makes this way too short for its returns.</param>
public sealed record ReturnTransition(
    ReturnStep Step,
    ReturnState From,
    ReturnState To,
    IReadOnlyList<Role> Roles,
    bool NeedsReason = false,
    bool BeginsVersion = false,
    ReturnStep? Unless = null);

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
        new(ReturnStep.Submit, ReturnState.Correcting, ReturnState.AwaitingLeader, Officers),
        new(ReturnStep.SendBack, ReturnState.AwaitingLeader, ReturnState.Entering, Leaders, NeedsReason: true),
        new(ReturnStep.Approve, ReturnState.AwaitingLeader, ReturnState.Approved, Leaders),
        new(ReturnStep.Send, ReturnState.Approved, ReturnState.Sent, [.. Officers, .. Leaders]),
        new(ReturnStep.Recall, ReturnState.Sent, ReturnState.Entering, [.. Officers, .. Leaders], BeginsVersion: true),
        new(ReturnStep.Receive, ReturnState.Sent, ReturnState.Checking, Receivers),
        new(ReturnStep.AskToMend, ReturnState.Sent, ReturnState.ToMend, Receivers, NeedsReason: true, BeginsVersion: true, ReturnStep.Receive),
        new(ReturnStep.AskToMend, ReturnState.Checking, ReturnState.ToMend, Receivers, NeedsReason: true, BeginsVersion: true),
        new(ReturnStep.Confirm, ReturnState.Sent, ReturnState.Confirmed, Receivers, Unless: ReturnStep.Receive),
        new(ReturnStep.Confirm, ReturnState.Checking, ReturnState.Confirmed, Receivers),
        new(ReturnStep.Correct, ReturnState.Confirmed, ReturnState.Correcting, [.. Officers, .. Receivers], NeedsReason: true, BeginsVersion: true),
    ];

    /// <summary>The states in which the officer may type.</summary>
    public static IReadOnlyList<ReturnState> Editable { get; } = [ReturnState.Entering, ReturnState.ToMend, ReturnState.Correcting];

    /// <summary>The states in which the standing agency has the return, or has had it.</summary>
    public static IReadOnlyList<ReturnState> Arrived { get; } =
        [ReturnState.Sent, ReturnState.Checking, ReturnState.ToMend, ReturnState.Confirmed, ReturnState.Correcting];

    /// <summary>The steps that both sides see; what a sender's leader gives back, and why, stays inside.</summary>
    public static IReadOnlyList<ReturnStep> Shared { get; } =
        [ReturnStep.Send, ReturnStep.Recall, ReturnStep.Receive, ReturnStep.AskToMend, ReturnStep.Confirm, ReturnStep.Correct, ReturnStep.TakeOver];

    /// <summary>The lines of the table that hold for a form that takes these steps.</summary>
    public static IEnumerable<ReturnTransition> Of(IReadOnlyList<ReturnStep> steps) =>
        All.Where(move => steps.Contains(move.Step) && !(move.Unless is { } step && steps.Contains(step)));

    /// <summary>True when a step says why.</summary>
    public static bool NeedsReason(ReturnStep step) => All.Any(move => move.Step == step && move.NeedsReason);

    /// <summary>The transition that a step makes from a state; null when it cannot be taken there, or not by this form.</summary>
    public static ReturnTransition? Find(ReturnState from, ReturnStep step, IReadOnlyList<ReturnStep> steps) =>
        Of(steps).FirstOrDefault(move => move.From == from && move.Step == step);

    /// <summary>What a person in this role can do now, of the steps that the form takes.</summary>
    public static IReadOnlyList<ReturnTransition> Open(ReturnState from, Role role, IReadOnlyList<ReturnStep> steps) =>
        [.. Of(steps).Where(move => move.From == from && move.Roles.Contains(role))];

    /// <summary>True when these steps alone lead from typing to figures that count.</summary>
    public static bool Lead(IReadOnlyList<ReturnStep> steps)
    {
        var reached = new HashSet<ReturnState> { ReturnState.Entering };

        while (Of(steps).FirstOrDefault(move => reached.Contains(move.From) && !reached.Contains(move.To)) is { } next)
        {
            reached.Add(next.To);
        }

        return reached.Contains(ReturnState.Confirmed);
    }
}
