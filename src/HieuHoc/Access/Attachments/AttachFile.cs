using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access.Attachments;

/// <summary>A file was attached to a record. Its name is not kept here: it may name a person.</summary>
public sealed record FileAttached(string Record, AttachmentId Attachment, string Sha256) : Change(Record);

/// <summary>An attachment counts no longer.</summary>
public sealed record AttachmentEnded(string Record, AttachmentId Attachment) : Change(Record);

/// <summary>A file on its way to a record.</summary>
/// <param name="Id">Chosen by whoever sends it: sent again it is the same attachment.</param>
public sealed record ArrivingFile(AttachmentId Id, string Kind, string Record, string Name, Stream Content);

/// <summary>Attaches a file to a record: first the file is on disk, then its row is committed.</summary>
public sealed class AttachFile(HieuHocDb db, AttachmentFiles files, AttachmentKinds kinds, ProgrammeClock clock)
{
    private const int LongestName = 120;

    public async Task<Outcome<Attachment>> RunAsync(ArrivingFile arriving, Actor actor, CancellationToken ct)
    {
        if (!await kinds[arriving.Kind].MayAddAsync(db, arriving.Record, actor, ct))
        {
            return new AttachmentsNotYoursToChange();
        }

        var kept = await files.KeepAsync(arriving.Content, AttachmentTypes.MostBytes, ct);

        if (kept.Refusal is { } refusal)
        {
            return refusal;
        }

        var name = NameOf(arriving.Name);

        if (kept.Value.Size == 0)
        {
            return new AttachmentEmpty();
        }

        if (await MediaTypeAsync(name, kept.Value, ct) is not { } mediaType)
        {
            return new AttachmentTypeNotTaken(AttachmentTypes.Endings);
        }

        return await SaveAsync(arriving, kept.Value, name, mediaType, actor, ct);
    }

    private async Task<Outcome<Attachment>> SaveAsync(
        ArrivingFile arriving, KeptFile kept, string name, string mediaType, Actor actor, CancellationToken ct)
    {
        if (await db.Attachments.SingleOrDefaultAsync(row => row.Owner == actor.Owner && row.Id == arriving.Id, ct) is { } before)
        {
            return before.Sha256 == kept.Sha256 && before.Record == arriving.Record ? before : new AttachmentDiffers();
        }

        var attachment = new Attachment
        {
            Owner = actor.Owner,
            Id = arriving.Id,
            Kind = arriving.Kind,
            Record = arriving.Record,
            Sha256 = kept.Sha256,
            Size = kept.Size,
            MediaType = mediaType,
            Name = name,
            AddedBy = actor.PersonId?.Value,
            AddedAt = clock.Now.Instant,
        };
        db.Add(attachment);
        db.Record(new FileAttached(arriving.Record, arriving.Id, kept.Sha256), actor.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);

        return attachment;
    }

    private async Task<string?> MediaTypeAsync(string name, KeptFile kept, CancellationToken ct)
    {
        var begins = new byte[16];
        await using var stream = files.Open(kept.Sha256);
        var read = await stream.ReadAtLeastAsync(begins, begins.Length, throwOnEndOfStream: false, ct);

        return AttachmentTypes.Of(name, begins.AsSpan(0, read));
    }

    /// <summary>The name alone, without folders and signs that nobody sees; its end, which says the type, stays.</summary>
    private static string NameOf(string given)
    {
        var name = string.Concat(given[(given.LastIndexOfAny(['/', '\\']) + 1)..].Where(sign => !char.IsControl(sign))).Trim();

        return name.Length > LongestName ? name[^LongestName..] : name;
    }
}
