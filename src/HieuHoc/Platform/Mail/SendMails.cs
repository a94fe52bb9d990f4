using HieuHoc.Platform.Jobs;
using HieuHoc.Platform.Keys;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Platform.Mail;

/// <summary>Sends what waits, the oldest first. A mail may arrive twice when the server is killed just after sending it.</summary>
public sealed class SendMails(HieuHocDb db, KeyRing keys, IMailer mailer, ProgrammeClock clock) : JobHandler
{
    public override async Task<Outcome<JobResult>> RunAsync(JobRun run, CancellationToken ct)
    {
        var waiting = await db.OutgoingMails.Where(mail => mail.Owner == run.Owner && mail.State == MailState.Waiting)
            .OrderBy(mail => mail.AddedAt).ThenBy(mail => mail.Id).ToListAsync(ct);
        var (sent, seen) = (0, 0);

        foreach (var mail in waiting)
        {
            ct.ThrowIfCancellationRequested();
            var text = keys.UnprotectText(MailWriting.Purpose, mail.Body, mail.Identity);
            var refusal = await mailer.SendAsync(new Letter(mail.Recipient, mail.Subject, text), ct);

            if (refusal is MailServerNotNamed or MailServerUnwilling)
            {
                return refusal;
            }

            (mail.State, mail.SentAt) = refusal is null ? (MailState.Sent, clock.Now.Instant) : (MailState.NotTaken, (DateTime?)null);
            await db.SaveChangesAsync(ct);
            sent += refusal is null ? 1 : 0;
            await run.ReportAsync(++seen, waiting.Count, Said.Of("job.SendMails.done", ("count", sent)));
        }

        return new JobResult(Said.Of("job.SendMails.done", ("count", sent)));
    }
}
