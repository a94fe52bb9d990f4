using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using HieuHoc.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns;

/// <summary>A signed paper as the clerk reads it off the document system.</summary>
public sealed record SignedPaper(string? Number, DateOnly SignedOn, AttachmentId? AttachmentId);

/// <summary>
/// Takes down number, day and file of the paper that a sender signed. The product never numbers, signs or stamps: that was done
/// in the document system.
/// </summary>
public sealed class RecordReturnPaper(HieuHocDb db, PackShelf shelf, ProgrammeClock clock)
{
    /// <summary>Takes down the paper of the version that the leader approved, or that was sent last.</summary>
    public async Task<Outcome<ReturnPaper>> RunAsync(ReturnId id, SignedPaper signed, Actor actor, CancellationToken ct)
    {
        if (await db.ReturnsVisibleTo(actor).SingleOrDefaultAsync(@return => @return.Id == id, ct) is not { } @return)
        {
            return new ReturnNotFound();
        }

        if (!await db.PapersKeptBy(actor).AnyAsync(kept => kept.Id == id, ct) || !(await db.FormAsync(shelf, @return.FormPackId, ct)).OwesPaper)
        {
            return new PaperNotYoursToRecord();
        }

        if (@return.TakenOverBy is not null)
        {
            return new ReturnTakenOver();
        }

        if (@return.PaperVersion is not { } version)
        {
            return new PaperBeforeApproval();
        }

        return await RecordAsync(@return, version, signed, actor, ct);
    }

    private async Task<Outcome<ReturnPaper>> RecordAsync(Return @return, int version, SignedPaper signed, Actor actor, CancellationToken ct)
    {
        if (signed.AttachmentId is not { } file || !await db.AttachmentsOf(@return).AnyAsync(row => row.Id == file, ct))
        {
            return new PaperFileMissing();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var (paper, number) = (await db.PaperOrNewAsync(@return, version, ct), TypedText.Line(signed.Number));

        // The same request again changes nothing.
        if ((paper.Number, paper.SignedOn, paper.AttachmentId) == (number, signed.SignedOn, file))
        {
            return paper;
        }

        if (paper.Sign(number, signed.SignedOn, file, await db.FirstDayAsync(@return, ct), actor.PersonId, clock.Now) is { } refusal)
        {
            return refusal;
        }

        db.Record(new ReturnPaperRecorded(@return.Id, version, number, signed.SignedOn, file), @return.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return paper;
    }
}
