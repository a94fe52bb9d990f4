using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access.Attachments;

/// <summary>Takes an attachment from what counts; the file and its row stay.</summary>
public sealed class EndAttachment(HieuHocDb db, AttachmentKinds kinds, ProgrammeClock clock)
{
    public async Task<Outcome<Attachment>> RunAsync(AttachmentId id, Actor actor, CancellationToken ct)
    {
        if (await db.AttachmentAsync(kinds, id, actor, ct) is not { } attachment)
        {
            return new AttachmentNotFound();
        }

        if (attachment.EndedAt is null && !(await kinds[attachment.Kind].EndableAsync(db, attachment.Record, actor, ct)).Contains(id))
        {
            return new AttachmentsNotYoursToChange();
        }

        if (attachment.EndedAt is null)
        {
            attachment.End(actor.PersonId?.Value, clock.Now);
            db.Record(new AttachmentEnded(attachment.Record, id), actor.Owner, actor.PersonId?.Value, clock.Now);
            await db.SaveChangesAsync(ct);
        }

        return attachment;
    }
}

public static class AttachmentQueries
{
    extension(HieuHocDb db)
    {
        /// <summary>An attachment that the actor may see, as the kind of its record says; null when there is none.</summary>
        public async Task<Attachment?> AttachmentAsync(AttachmentKinds kinds, AttachmentId id, Actor actor, CancellationToken ct)
        {
            var found = await db.Attachments.AsNoTracking()
                .Where(row => row.Owner == actor.Owner && row.Id == id).Select(row => new { row.Kind, row.Record }).SingleOrDefaultAsync(ct);

            return found is null
                ? null
                : await kinds[found.Kind].Visible(db, found.Record, actor).SingleOrDefaultAsync(row => row.Id == id, ct);
        }
    }
}
