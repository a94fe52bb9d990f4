using System.Text;
using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Platform.Jobs;
using HieuHoc.Platform.Keys;
using HieuHoc.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns.Reminders;

/// <summary>No mail goes out at this hour.</summary>
public sealed record RemindersAreQuietNow(int From, int To) : Refusal(RefusalKind.Conflict);

/// <summary>
/// Writes to everybody a mail is due to today, one with all that they owe; asked again on the same day it writes to nobody twice.
/// </summary>
public sealed class SendReminders(HieuHocDb db, ReadReminders readReminders, KeyRing keys, Texts texts, ProgrammeClock clock)
{
    /// <returns>How many mails were written.</returns>
    public async Task<Outcome<int>> RunAsync(short owner, RoundId? round, CancellationToken ct)
    {
        if (await readReminders.PlanAsync(owner, ct) is { } plan && plan.IsQuietAt(clock.Now.Instant))
        {
            return new RemindersAreQuietNow(plan.QuietFromHour, plan.QuietToHour);
        }

        var written = 0;

        foreach (var person in await readReminders.TodayAsync(owner, round, ct))
        {
            written += person.Address is { } address && await WriteAsync(owner, person, address, ct) ? 1 : 0;
        }

        return written;
    }

    private async Task<bool> WriteAsync(short owner, OwedBy person, MailAddress address, CancellationToken ct)
    {
        var now = clock.Now;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // An operator may ask for it while the server does it by itself.
        await db.Engine.LockAsync(db, $"reminders-{owner}", ct);

        if (await db.Reminders.AnyAsync(row => row.Owner == owner && row.PersonId == person.PersonId && row.Day == now.Day, ct))
        {
            return false;
        }

        db.AddRange(person.Returns.Select(row => new Reminder { Owner = owner, PersonId = person.PersonId, ReturnId = row.Id, Day = now.Day }));
        var to = keys.UnprotectText(MailAddress.Purpose, address.Address, MailAddress.RowOf(owner, person.PersonId));
        await db.SendMailAsync(LetterTo(to, address.Language, person, now.Day), keys, owner, null, now, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return true;
    }

    private Letter LetterTo(string to, string language, OwedBy person, DateOnly today)
    {
        var lines = new StringBuilder();

        foreach (var row in person.Returns)
        {
            lines.Append(texts.In(
                language, "remind.mail.line", ("round", row.Round.Title), ("place", row.FullName), ("due", row.DueOn), ("left", texts.DaysLeft(language, row.DueOn, today)))).Append('\n');
        }

        return new Letter(
            to,
            texts.In(language, "remind.mail.subject", ("count", person.Returns.Count), ("due", person.Returns[0].DueOn)),
            texts.In(language, "remind.mail", ("who", person.DisplayName), ("lines", lines.ToString())));
    }
}

/// <summary>Once a day: reminds by mail who owes a return.</summary>
public sealed class RemindOwing(SendReminders sendReminders) : JobHandler
{
    public override async Task<Outcome<JobResult>> RunAsync(JobRun run, CancellationToken ct)
    {
        var written = await sendReminders.RunAsync(run.Owner, null, ct);

        return written.Refusal is { } refusal ? refusal : new JobResult(Said.Of("job.RemindOwing.done", ("count", written.Value)));
    }
}

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
