using HieuHoc.Access;
using HieuHoc.Access.Attachments;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;

namespace HieuHoc.Exchange.Lists;

/// <summary>The lists that were uploaded, each seen by who uploaded it: kept as they came, so that it stays known what was taken over.</summary>
public sealed class UploadedLists(IEnumerable<ListKind> kinds) : AttachmentKind
{
    /// <summary>The name of the kind.</summary>
    public const string Kind = "list";

    private readonly ListKinds lists = new(kinds);

    public override string Name => Kind;

    public override IQueryable<Attachment> Visible(HieuHocDb db, string record, Actor actor) =>
        Of(db, ListRecord.Parse(record).Kind, actor).Where(row => row.Record == record);

    public override Task<bool> MayAddAsync(HieuHocDb db, string record, Actor actor, CancellationToken ct) =>
        Task.FromResult(lists.Of(ListRecord.Parse(record).Kind, actor) is not null);

    /// <summary>The uploads of a kind of list that the actor made, whatever period was stated for them.</summary>
    public static IQueryable<Attachment> Of(HieuHocDb db, string list, Actor actor)
    {
        var (within, person) = (list + "/", actor.PersonId?.Value);

        return db.Attachments.Where(row => row.Owner == actor.Owner && row.Kind == Kind && row.AddedBy == person
            && (row.Record == list || row.Record.StartsWith(within)));
    }
}
