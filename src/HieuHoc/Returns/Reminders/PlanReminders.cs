using HieuHoc.Platform;
using HieuHoc.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns.Reminders;

/// <summary>Writes the job of the day down for every programme with an open round, once the hours begin at which mails go out.</summary>
public sealed class PlanReminders(HieuHocDb db, ReadReminders readReminders, ProgrammeClock clock)
{
    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.Now;
        var owners = await db.Rounds.Where(round => round.ClosedAt == null && round.OpensOn <= now.Day)
            .Select(round => round.Owner).Distinct().Order().ToListAsync(ct);
        var since = ProgrammeClock.StartOf(now.Day);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Engine.LockAsync(db, "plan-reminders", ct);

        foreach (var owner in owners)
        {
            if (await readReminders.PlanAsync(owner, ct) is { } plan && !plan.IsQuietAt(now.Instant)
                && !await db.Jobs.AnyAsync(job => job.Owner == owner && job.Kind == nameof(RemindOwing) && job.CreatedAt >= since, ct))
            {
                await db.EnqueueOnceAsync<RemindOwing>(owner, "", new { }, null, now, ct);
            }
        }

        await transaction.CommitAsync(ct);
    }
}
