using HieuHoc.Access;
using HieuHoc.Access.Attachments;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using HieuHoc.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns;

/// <summary>
/// The signed paper and the proofs of a return. Whoever types it, and the leader, add until the figures are confirmed; the
/// receiver sees what lay with the return when it was sent, as with the answers, and what they added themselves.
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
        var ofReturn = db.Attachments.Where(row => row.Owner == actor.Owner && row.Kind == Kind && row.Record == record);

        var person = actor.PersonId is { } own ? own.Value : (Guid?)null;

        return actor.Rule.IsSender
            ? ofReturn.Where(_ => returns.Any())
            : ofReturn.Where(row => returns.Any(@return => row.AddedAt <= @return.SentAt || (person != null && row.AddedBy == person)));
    }

    public override async Task<bool> MayChangeAsync(HieuHocDb db, string record, Actor actor, CancellationToken ct)
    {
        var id = IdOf(record);
        var open = db.ReturnsVisibleTo(actor).Where(@return => @return.Id == id && @return.State != ReturnState.Confirmed && @return.TakenOverBy == null);

        return await open.Select(@return => (int?)@return.FormPackId).SingleOrDefaultAsync(ct) is { } form
            && ReturnSteps.Prepares(actor.Role, (await db.FormAsync(shelf, form, ct)).Way);
    }

    /// <summary>The record under which a return's attachments and changes are kept.</summary>
    public static string RecordOf(ReturnId id) => id.Value.ToString();

    private static ReturnId IdOf(string record) => new(Guid.Parse(record));
}
