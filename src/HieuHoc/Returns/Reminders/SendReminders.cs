using System.Text;
using HieuHoc.Access;
using HieuHoc.Platform;
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
