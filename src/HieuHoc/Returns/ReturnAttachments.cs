using HieuHoc.Access;
using HieuHoc.Access.Attachments;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using HieuHoc.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns;

/// <summary>
/// The signed paper and the proofs of a return. Whoever types it, and the leader, add until the figures are confirmed, the clerk
/// also later; the receiver sees what lay with the return when it was sent, as with the answers, the signed paper, and what they
/// added themselves.
/// </summary>
public sealed class ReturnAttachments(PackShelf shelf) : AttachmentKind
{
    /// <summary>The name of the kind.</summary>
    public const string Kind = "return";

    public override string Name => Kind;

    public override IQueryable<Attachment> Visible(HieuHocDb db, string record, Actor actor)
    {
        var id = IdOf(record);
        var returns = db.ReturnsVisibleTo(actor).Where(@return => @return.Id == id);
        var ofReturn = AttachmentsOf(db, record, actor);
        // A signed file may come after the figures: it belongs to what was sent.
        var signed = db.PapersOf(returns.Where(@return => ReturnSteps.Arrived.Contains(@return.State)));
        var person = actor.PersonId is { } own ? own.Value : (Guid?)null;

        return actor.Rule.IsSender
            ? ofReturn.Where(_ => returns.Any())
            : ofReturn.Where(row => returns.Any(@return => row.AddedAt <= @return.SentAt || (person != null && row.AddedBy == person))
                || signed.Any(paper => paper.AttachmentId == row.Id));
    }

    public override async Task<bool> MayAddAsync(HieuHocDb db, string record, Actor actor, CancellationToken ct)
    {
        var id = IdOf(record);

        if (await db.ReturnsVisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(@return => @return.Id == id && @return.TakenOverBy == null, ct) is not { } @return)
        {
            return false;
        }

        var form = await db.FormAsync(shelf, @return.FormPackId, ct);

        // The clerk attaches what was signed, and that may be after the figures were confirmed.
        return (@return.State is not ReturnState.Confirmed && ReturnSteps.Prepares(actor.Role, form.Way))
            || (actor.Role is Role.Clerk && form.OwesPaper && await db.PapersKeptBy(actor).AnyAsync(kept => kept.Id == id, ct));
    }

    public override async Task<IReadOnlySet<AttachmentId>> EndableAsync(HieuHocDb db, string record, Actor actor, CancellationToken ct)
    {
        if (!await MayAddAsync(db, record, actor, ct))
        {
            return new HashSet<AttachmentId>();
        }

        var id = IdOf(record);
        var @return = await db.Returns.AsNoTracking().SingleAsync(@return => @return.Owner == actor.Owner && @return.Id == id, ct);
        var signed = db.ReturnPapers.Where(paper => paper.Owner == actor.Owner && paper.ReturnId == id).Select(paper => paper.AttachmentId);
        var person = actor.PersonId?.Value;
        // What lay with the return when it was handed in stays with it while the receiver has it: a scan is what was typed from.
        var handedIn = ReturnSteps.Held.Contains(@return.State);

        return await db.AttachmentsOf(@return)
            .Where(row => !signed.Contains(row.Id) && !(handedIn && row.AddedAt <= @return.SentAt) && (actor.Role != Role.Clerk || row.AddedBy == person))
            .Select(row => row.Id)
            .ToHashSetAsync(ct);
    }

    /// <summary>The record under which a return's attachments and changes are kept.</summary>
    public static string RecordOf(ReturnId id) => id.Value.ToString();

    private static ReturnId IdOf(string record) => new(Guid.Parse(record));
}
