using HieuHoc.Platform.Jobs;
using HieuHoc.Platform.Mail;
using HieuHoc.Returns;
using HieuHoc.Rules;

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

    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Met => "met",
        Verdict.NotMet => "not-met",
        Verdict.CannotSay => "cannot-say",
    };
}
