using HieuHoc.Access;
using HieuHoc.Access.Attachments;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns;

/// <summary>
/// The signed paper and the proofs of a return. The sender's side adds until the figures are confirmed; the receiver sees
/// what lay with the return when it was sent, as with the answers.
/// </summary>
public sealed class ReturnAttachments : AttachmentKind
{
    /// <summary>The name of the kind.</summary>
    public const string Kind = "return";

    public override string Name => Kind;

    public override IQueryable<Attachment> Visible(HieuHocDb db, string record, Actor actor)
    {
        var id = IdOf(record);
        var returns = db.ReturnsVisibleTo(actor).Where(@return => @return.Id == id);
        var ofReturn = db.Attachments.Where(row => row.Owner == actor.Owner && row.Kind == Kind && row.Record == record);

        return actor.Role is Role.StandingAgency
            ? ofReturn.Where(row => returns.Any(@return => row.AddedAt <= @return.SentAt))
            : ofReturn.Where(_ => returns.Any());
    }

    public override async Task<bool> MayChangeAsync(HieuHocDb db, string record, Actor actor, CancellationToken ct)
    {
        var id = IdOf(record);
        var villages = db.Places.Where(place => place.Level == PlaceLevel.Village).Select(place => place.Id);
        var open = db.ReturnsVisibleTo(actor).Where(@return => @return.Id == id && @return.State != ReturnState.Confirmed && @return.TakenOverBy == null);

        return actor.Role switch
        {
            Role.VillageOfficer or Role.CommuneOfficer => await open.AnyAsync(ct),
            // What a village sends does not go through the commune's leader.
            Role.CommuneLeader => await open.AnyAsync(@return => !villages.Contains(@return.SubjectId), ct),
            _ => false,
        };
    }

    /// <summary>The record under which a return's attachments and changes are kept.</summary>
    public static string RecordOf(ReturnId id) => id.Value.ToString();

    private static ReturnId IdOf(string record) => new(Guid.Parse(record));
}
