using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using HieuHoc.Platform.Jobs;
using HieuHoc.Platform.Keys;
using HieuHoc.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access;

/// <summary>
/// Writes down the jobs that nobody asks for: the daily sweep, mails that could not be sent, and rows to be written again
/// under a new key. Asked as often as one likes, it makes each of them once.
/// </summary>
public sealed class PlanJobs(HieuHocDb db, KeyRing keys, ProgrammeClock clock)
{
    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);
    private static readonly TimeSpan Hourly = TimeSpan.FromHours(1);

    public async Task RunAsync(CancellationToken ct)
    {
        var owners = await db.Owners.OrderBy(owner => owner.Id).Select(owner => owner.Id).ToListAsync(ct);
        var now = clock.Now;
        var rotated = await RotatedAtAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Engine.LockAsync(db, "plan-jobs", ct);

        foreach (var owner in owners)
        {
            if (rotated is { } at && !await IsMadeAsync<RewriteProtected>(owner, at, ct))
            {
                await db.EnqueueOnceAsync<RewriteProtected>(owner, $"{keys.CurrentId}", new RewriteUnder(keys.CurrentId), null, now, ct);
            }

            if (await db.OutgoingMails.AnyAsync(mail => mail.Owner == owner && mail.State == MailState.Waiting, ct)
                && !await IsMadeAsync<SendMails>(owner, now.Instant - Hourly, ct))
            {
                await db.EnqueueOnceAsync<SendMails>(owner, "", new { }, null, now, ct);
            }
        }

        // The folder is the installation's: one programme sweeps for all.
        if (owners.Count > 0 && !await IsMadeAsync<SweepAttachments>(owners[0], now.Instant - Daily, ct))
        {
            await db.EnqueueOnceAsync<SweepAttachments>(owners[0], "", new { }, null, now, ct);
        }

        await transaction.CommitAsync(ct);
    }

    /// <summary>When the key that this server writes with was added; null while it is the only one.</summary>
    private async Task<DateTime?> RotatedAtAsync(CancellationToken ct) => keys.Ids.Count == 1
        ? null
        : await db.KeyChecks.Where(check => check.KeyId == keys.CurrentId).Select(check => (DateTime?)check.AddedAt).SingleOrDefaultAsync(ct);

    private Task<bool> IsMadeAsync<THandler>(short owner, DateTime since, CancellationToken ct)
        where THandler : JobHandler
    {
        var kind = typeof(THandler).Name;

        return db.Jobs.AnyAsync(job => job.Owner == owner && job.Kind == kind && job.CreatedAt >= since && job.State != JobState.Cancelled, ct);
    }
}
