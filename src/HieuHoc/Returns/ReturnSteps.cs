using HieuHoc.Access;
using HieuHoc.Figures;

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

    /// <summary>Nhập thay: who receives hands in what a village or an agency gave on paper.</summary>
    OnBehalf,

    /// <summary>Kế thừa: what villages answered went to the one that took them over. No form has it, and nobody takes it by hand.</summary>
    TakeOver,
}

/// <summary>The way of a form's returns: who answers, and by which steps. A commune or an agency answers to the standing agency, a village to its commune.</summary>
public sealed record ReturnWay(SubjectLevel Level, IReadOnlyList<ReturnStep> Steps);

/// <summary>Who takes a step of what a commune owes, of what a village owes and of what an agency owes; nobody where there is no such step.</summary>
public sealed record ReturnParty(IReadOnlyList<Role> Communes, IReadOnlyList<Role> Villages, IReadOnlyList<Role> Agencies)
{
    /// <summary>The roles that take it of what is owed at a level.</summary>
    public IReadOnlyList<Role> At(SubjectLevel level) => level switch
    {
        SubjectLevel.Village => Villages,
        SubjectLevel.Agency => Agencies,
        _ => Communes,
    };

    /// <summary>These, and others too.</summary>
    public ReturnParty And(ReturnParty others) =>
        new([.. Communes, .. others.Communes], [.. Villages, .. others.Villages], [.. Agencies, .. others.Agencies]);
}

/// <summary>One line of the table of steps.</summary>
/// <param name="BeginsVersion">True when what was sent stays as it was, and work goes on in a copy.</param>
/// <param name="Unless">The step of a form that makes this way too short for its returns.</param>
public sealed record ReturnTransition(
    ReturnStep Step,
    ReturnState From,
    ReturnState To,
    ReturnParty Who,
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
    private static readonly ReturnParty Officers = OfSenders(RoleTable.WhoMay(Capability.FillReturns));
    private static readonly ReturnParty Leaders = OfSenders(RoleTable.WhoMay(Capability.LeadReturns));
    // A village has nobody above its head: what they wrote, they send.
    private static readonly ReturnParty Heads = new([], RoleTable.WhoMay(Capability.FillVillageReturns), []);
    private static readonly ReturnParty Receivers =
        new(RoleTable.WhoMay(Capability.CheckReturns), RoleTable.WhoMay(Capability.CheckVillageReturns), RoleTable.WhoMay(Capability.CheckReturns));
    // Villages have paper and no signal, and some agencies no account: who receives the paper types it.
    private static readonly ReturnParty Typists =
        new([], RoleTable.WhoMay(Capability.CheckVillageReturns), RoleTable.WhoMay(Capability.CheckReturns));

    public static IReadOnlyList<ReturnTransition> All { get; } =
    [
        new(ReturnStep.Submit, ReturnState.Entering, ReturnState.AwaitingLeader, Officers),
        new(ReturnStep.Submit, ReturnState.ToMend, ReturnState.AwaitingLeader, Officers),
        new(ReturnStep.Submit, ReturnState.Correcting, ReturnState.AwaitingLeader, Officers),
        new(ReturnStep.SendBack, ReturnState.AwaitingLeader, ReturnState.Entering, Leaders, NeedsReason: true),
        new(ReturnStep.Approve, ReturnState.AwaitingLeader, ReturnState.Approved, Leaders),
        new(ReturnStep.Send, ReturnState.Approved, ReturnState.Sent, Officers.And(Leaders)),
        new(ReturnStep.Send, ReturnState.Entering, ReturnState.Sent, Heads),
        new(ReturnStep.Send, ReturnState.ToMend, ReturnState.Sent, Heads),
        new(ReturnStep.Send, ReturnState.Correcting, ReturnState.Sent, Heads),
        new(ReturnStep.OnBehalf, ReturnState.Entering, ReturnState.Sent, Typists, NeedsReason: true),
        new(ReturnStep.OnBehalf, ReturnState.ToMend, ReturnState.Sent, Typists, NeedsReason: true),
        new(ReturnStep.OnBehalf, ReturnState.Correcting, ReturnState.Sent, Typists, NeedsReason: true),
        new(ReturnStep.Recall, ReturnState.Sent, ReturnState.Entering, Officers.And(Leaders).And(Heads), BeginsVersion: true),
        new(ReturnStep.Receive, ReturnState.Sent, ReturnState.Checking, Receivers),
        new(ReturnStep.AskToMend, ReturnState.Sent, ReturnState.ToMend, Receivers, NeedsReason: true, BeginsVersion: true, ReturnStep.Receive),
        new(ReturnStep.AskToMend, ReturnState.Checking, ReturnState.ToMend, Receivers, NeedsReason: true, BeginsVersion: true),
        new(ReturnStep.Confirm, ReturnState.Sent, ReturnState.Confirmed, Receivers, Unless: ReturnStep.Receive),
        new(ReturnStep.Confirm, ReturnState.Checking, ReturnState.Confirmed, Receivers),
        new(ReturnStep.Correct, ReturnState.Confirmed, ReturnState.Correcting, Officers.And(Heads).And(Receivers), NeedsReason: true, BeginsVersion: true),
    ];

    /// <summary>The states in which the officer may type.</summary>
    public static IReadOnlyList<ReturnState> Editable { get; } = [ReturnState.Entering, ReturnState.ToMend, ReturnState.Correcting];

    /// <summary>The states in which the standing agency has the return, or has had it.</summary>
    public static IReadOnlyList<ReturnState> Arrived { get; } =
        [ReturnState.Sent, ReturnState.Checking, ReturnState.ToMend, ReturnState.Confirmed, ReturnState.Correcting];

    /// <summary>The states in which the standing agency has the current version.</summary>
    public static IReadOnlyList<ReturnState> Held { get; } = [ReturnState.Sent, ReturnState.Checking, ReturnState.Confirmed];

    /// <summary>The states in which the sender has the return.</summary>
    private static IReadOnlyList<ReturnState> Unsent { get; } = [.. Editable, ReturnState.AwaitingLeader, ReturnState.Approved];

    /// <summary>The steps that both sides see; what a sender's leader gives back, and why, stays inside.</summary>
    public static IReadOnlyList<ReturnStep> Shared { get; } =
        [ReturnStep.Send, ReturnStep.OnBehalf, ReturnStep.Recall, ReturnStep.Receive, ReturnStep.AskToMend, ReturnStep.Confirm, ReturnStep.Correct, ReturnStep.TakeOver];

    /// <summary>The steps that nobody waits for.</summary>
    private static IReadOnlyList<ReturnStep> AtWill { get; } = [ReturnStep.Recall, ReturnStep.Correct, ReturnStep.OnBehalf];

    /// <summary>The lines of the table that hold for returns of this way.</summary>
    public static IEnumerable<ReturnTransition> Of(ReturnWay way) =>
        All.Where(move => way.Steps.Contains(move.Step)
            && move.Who.At(way.Level).Count > 0
            && !(move.Unless is { } step && way.Steps.Contains(step)));

    /// <summary>True when a step says why.</summary>
    public static bool NeedsReason(ReturnStep step) => All.Any(move => move.Step == step && move.NeedsReason);

    /// <summary>The transition that a step makes from a state; null when it cannot be taken there, or not by this form.</summary>
    public static ReturnTransition? Find(ReturnState from, ReturnStep step, ReturnWay way) =>
        Of(way).FirstOrDefault(move => move.From == from && move.Step == step);

    /// <summary>What a person in this role can do now, of the steps that the form takes.</summary>
    public static IReadOnlyList<ReturnTransition> Open(ReturnState from, Role role, ReturnWay way) =>
        [.. Of(way).Where(move => move.From == from && move.Who.At(way.Level).Contains(role))];

    /// <summary>True when whoever is in this role types the answers: they take a step with what stands there.</summary>
    public static bool MayType(Role role, ReturnWay way) => Editable.Any(state => Open(state, role, way).Count > 0);

    /// <summary>True when whoever is in this role has a hand in a return before it is sent: the sender's side, or who types for it.</summary>
    public static bool Prepares(Role role, ReturnWay way) => Of(way).Any(move => Unsent.Contains(move.From) && move.Who.At(way.Level).Contains(role));

    /// <summary>True when whoever is in this role checks what is sent.</summary>
    public static bool Checks(Role role, ReturnWay way) => Of(way).Any(move => move.Step is ReturnStep.AskToMend && move.Who.At(way.Level).Contains(role));

    /// <summary>True when a return in this state waits for whoever is in this role.</summary>
    public static bool IsTurnOf(Role role, ReturnState state, ReturnWay way) => Open(state, role, way).Any(move => !AtWill.Contains(move.Step));

    /// <summary>True when these steps alone lead from typing to figures that count, and each of them is somebody's.</summary>
    public static bool Lead(ReturnWay way)
    {
        var reached = new HashSet<ReturnState> { ReturnState.Entering };

        while (Of(way).FirstOrDefault(move => reached.Contains(move.From) && !reached.Contains(move.To)) is { } next)
        {
            reached.Add(next.To);
        }

        return reached.Contains(ReturnState.Confirmed) && way.Steps.All(step => Of(way).Any(move => move.Step == step));
    }

    // A post and its agency come with the role; both kinds of senders have officers and leaders of their own.
    private static ReturnParty OfSenders(IReadOnlyList<Role> roles) => new(roles, [], roles);
}
