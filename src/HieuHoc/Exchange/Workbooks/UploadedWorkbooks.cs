using HieuHoc.Access.Attachments;
using HieuHoc.Access;
using HieuHoc.Papers;
using HieuHoc.Places;
using HieuHoc.Platform.Attachments;
using HieuHoc.Platform.Packs;
using HieuHoc.Platform;
using HieuHoc.Returns;

namespace HieuHoc.Exchange.Workbooks;

/// <summary>
/// The workbooks that were uploaded for returns, by those who type them: kept as they came, so that it stays known from which
/// file a figure was taken.
/// </summary>
public sealed class UploadedWorkbooks(PackShelf shelf, ProgrammeClock clock) : AttachmentKind
{
    /// <summary>The name of the kind.</summary>
    public const string Kind = "workbook";

    private const string Ending = ".xlsx";

    public override string Name => Kind;

    /// <summary>Why a file is not looked into, by its size and its name; null for a workbook without programs.</summary>
    public static Refusal? RefusalOf(string name, Stream content) => content.Length > AttachmentTypes.MostBytes ? new AttachmentTooLarge(AttachmentTypes.MostBytes / 1_048_576)
        : name.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) ? null
        : new WorkbookUnreadable(name.EndsWith(".xlsm", StringComparison.OrdinalIgnoreCase) ? WorkbookFault.HasMacros : WorkbookFault.Unreadable);

    public override IQueryable<Attachment> Visible(HieuHocDb db, string record, Actor actor)
    {
        var uploads = db.Attachments.Where(row => row.Owner == actor.Owner && row.Kind == Kind && row.Record == record);
        var returns = Of(db, WorkbookRecord.Parse(record), actor);
        var person = actor.PersonId is { } own ? own.Value : (Guid?)null;

        // What a sender uploads is a draft: whoever types in its place sees their own uploads alone.
        return actor.Rule.IsSender
            ? uploads.Where(_ => returns.Any())
            : uploads.Where(row => person != null && row.AddedBy == person && returns.Any());
    }

    public override async Task<bool> MayAddAsync(HieuHocDb db, string record, Actor actor, CancellationToken ct) =>
        (await db.WorkbookScopeAsync(shelf, WorkbookRecord.Parse(record), actor, clock.Now.Day, ct)).Refusal is null;

    private static IQueryable<Return> Of(HieuHocDb db, WorkbookRecord record, Actor actor)
    {
        var visible = db.ReturnsVisibleTo(actor);

        if (record is WorkbookRecord.OfReturn one)
        {
            return visible.Where(@return => @return.Id == one.Id);
        }

        var (round, code) = record is WorkbookRecord.OfVillages villages ? (villages.Round, villages.Commune) : default;
        var communes = db.PlaceCodes.Where(held => held.Code == code).Select(held => held.PlaceId);
        var reaches = db.PlaceReaches.Where(reach => communes.Contains(reach.AncestorId));

        return visible.Where(@return => @return.RoundId == round && reaches.Any(reach => reach.PlaceId == @return.SubjectId));
    }
}
