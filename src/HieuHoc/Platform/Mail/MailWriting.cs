using HieuHoc.Platform.Jobs;
using HieuHoc.Platform.Keys;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Platform.Mail;

public static class MailWriting
{
    /// <summary>For what the text of a mail is protected.</summary>
    internal const string Purpose = "mail.body";

    extension(HieuHocDb db)
    {
        public DbSet<OutgoingMail> OutgoingMails => db.Set<OutgoingMail>();

        /// <summary>Writes a mail down, and the job that sends it; inside the transaction of the change that causes it.</summary>
        public async Task SendMailAsync(Letter letter, KeyRing keys, short owner, Guid? person, Moment now, CancellationToken ct)
        {
            var id = new MailId(Guid.CreateVersion7());
            var mail = new OutgoingMail
            {
                Owner = owner,
                Id = id,
                Recipient = letter.To,
                Subject = letter.Subject,
                Body = [],
                State = MailState.Waiting,
                AddedAt = now.Instant,
            };
            mail.Body = keys.Protect(Purpose, letter.Text, mail.Identity);
            db.Add(mail);
            await db.EnqueueOnceAsync<SendMails>(owner, "", new { }, person, now, ct);
        }
    }
}

/// <summary>The texts of mails, written again under the newest key.</summary>
public sealed class MailBodies : ProtectedRows
{
    public override async Task<int> RewriteAsync(HieuHocDb db, KeyRing keys, short owner, int most, CancellationToken ct)
    {
        var mails = (await db.OutgoingMails.Where(mail => mail.Owner == owner).OrderBy(mail => mail.AddedAt).ToListAsync(ct))
            .Where(mail => !keys.IsCurrent(mail.Body)).Take(most).ToList();

        foreach (var mail in mails)
        {
            mail.Body = keys.Protect(MailWriting.Purpose, keys.Unprotect(MailWriting.Purpose, mail.Body, mail.Identity), mail.Identity);
        }

        await db.SaveChangesAsync(ct);

        return mails.Count;
    }
}
