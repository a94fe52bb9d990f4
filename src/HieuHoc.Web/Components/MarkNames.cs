using HieuHoc.Platform.Jobs;
using HieuHoc.Platform.Mail;
using HieuHoc.Programmes;
using HieuHoc.Programmes.Checks;
using HieuHoc.Programmes.Committees;
using HieuHoc.Programmes.Money;
using HieuHoc.Programmes.Pilots;
using HieuHoc.Programmes.Plans;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Reporting.Records;
using HieuHoc.Returns;

namespace HieuHoc.Web.Components;

/// <summary>Which mark of site.css stands for which state.</summary>
public static class MarkNames
{
    public static string Of(ReturnState state) => state switch
    {
        ReturnState.Entering => "draft",
        ReturnState.AwaitingLeader => "waiting",
        ReturnState.Approved => "approved",
        ReturnState.Sent => "sent",
        ReturnState.Checking => "sent",
        ReturnState.ToMend => "to-mend",
        ReturnState.Correcting => "to-mend",
        ReturnState.Confirmed => "confirmed",
    };

    public static string Of(JobState state) => state switch
    {
        JobState.Waiting => "draft",
        JobState.Running => "waiting",
        JobState.Done => "confirmed",
        JobState.Refused => "to-mend",
        JobState.Cancelled => "cannot-say",
        JobState.Failed => "late",
    };

    public static string Of(MailState state) => state switch
    {
        MailState.Waiting => "waiting",
        MailState.Sent => "confirmed",
        MailState.NotTaken => "late",
    };

    public static string Of(ReportState state) => state switch
    {
        ReportState.Draft => "draft",
        ReportState.Locked => "confirmed",
    };

    public static string Of(PlanState state) => state switch
    {
        PlanState.Confirming => "draft",
        PlanState.Confirmed => "confirmed",
    };

    public static string Of(PlanItemState state) => state switch
    {
        PlanItemState.Open => "draft",
        PlanItemState.Accepted => "confirmed",
        PlanItemState.Corrected => "approved",
        PlanItemState.Dropped => "not-met",
        PlanItemState.Added => "approved",
    };

    public static string Of(RowState state) => state switch
    {
        RowState.NotBegun => "draft",
        RowState.UnderWay => "waiting",
        RowState.Done => "confirmed",
    };

    public static string Of(TaskLineState state) => state switch
    {
        TaskLineState.Overdue => "late",
        TaskLineState.DueSoon => "behind",
        TaskLineState.UnderWay => "waiting",
        TaskLineState.NotBegun => "draft",
        TaskLineState.NotPlanned => "to-mend",
        TaskLineState.NotGiven => "cannot-say",
        TaskLineState.Done => "confirmed",
        TaskLineState.Dropped => "not-met",
    };

    public static string Of(CommitteeStanding standing) => standing switch
    {
        CommitteeStanding.None => "cannot-say",
        CommitteeStanding.NotRenewed => "late",
        CommitteeStanding.Renewed => "confirmed",
        CommitteeStanding.Ended => "draft",
    };

    public static string Of(VisitState state) => state switch
    {
        VisitState.Planned => "waiting",
        VisitState.CarriedOut => "sent",
        VisitState.Closed => "confirmed",
        VisitState.Cancelled => "cannot-say",
    };

    public static string Of(PilotState state) => state switch
    {
        PilotState.Preparing => "draft",
        PilotState.Running => "waiting",
        PilotState.Evaluated => "sent",
        PilotState.Replicated => "confirmed",
        PilotState.Stopped => "not-met",
        PilotState.Cancelled => "cannot-say",
    };

    public static string Of(PointSeen seen) => seen switch
    {
        PointSeen.NotLookedAt => "cannot-say",
        PointSeen.Met => "met",
        PointSeen.NotMet => "not-met",
    };

    public static string Of(FindingState state) => state switch
    {
        FindingState.Open => "to-mend",
        FindingState.Answered => "sent",
        FindingState.Accepted => "confirmed",
        FindingState.Withdrawn => "cannot-say",
    };

    public static string Of(BudgetRequestState state) => state switch
    {
        BudgetRequestState.Asked => "cannot-say",
        BudgetRequestState.Drafting => "draft",
        BudgetRequestState.Sent => "sent",
        BudgetRequestState.Returned => "to-mend",
    };

    public static string Of(Progress progress) => progress switch
    {
        Progress.Met => "met",
        Progress.NotMet => "not-met",
        Progress.OnTrack => "on-track",
        Progress.Behind => "behind",
        Progress.CannotSay => "cannot-say",
    };
}
