using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns;

/// <summary>Takes down that the copy on paper of a sender's report arrived at the standing agency.</summary>
public sealed class ReceivePaperCopy(HieuHocDb db, PackShelf shelf, ProgrammeClock clock)
{
    /// <summary>Takes down the arrival of the paper of the version that was sent last.</summary>
    public async Task<Outcome<ReturnPaper>> RunAsync(ReturnId id, DateOnly on, Actor actor, CancellationToken ct)
    {
        if (await db.ReturnsVisibleTo(actor).SingleOrDefaultAsync(@return => @return.Id == id, ct) is not { } @return)
        {
            return new ReturnNotFound();
        }

        if (!actor.May(Capability.CheckReturns) || !(await db.FormAsync(shelf, @return.FormPackId, ct)).OwesPaper)
        {
            return new PaperNotYoursToRecord();
        }

        if (@return.TakenOverBy is not null)
        {
            return new ReturnTakenOver();
        }

        return await ReceiveAsync(@return, on, actor, ct);
    }

    private async Task<Outcome<ReturnPaper>> ReceiveAsync(Return @return, DateOnly on, Actor actor, CancellationToken ct)
    {
        // The copy may come before the figures are sent: it is that of the first version then.
        var version = Math.Max(@return.SentVersion, 1);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var paper = await db.PaperOrNewAsync(@return, version, ct);

        if (paper.CopyReceivedOn == on)
        {
            return paper;
        }

        if (paper.Receive(on, await db.FirstDayAsync(@return, ct), actor.PersonId, clock.Now) is { } refusal)
        {
            return refusal;
        }

        db.Record(new PaperCopyReceived(@return.Id, version, on), @return.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return paper;
    }
}
