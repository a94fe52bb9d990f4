using HieuHoc.Access;
using HieuHoc.Access.Attachments;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Checks;

/// <summary>The evidence beside a finding: from who answers and from who visited, for whoever sees it, as long as it is not settled.</summary>
public sealed class FindingFiles : AttachmentKind
{
    /// <summary>The name of the kind.</summary>
    public const string Kind = "finding";

    public override string Name => Kind;

    public override IQueryable<Attachment> Visible(HieuHocDb db, string record, Actor actor)
    {
        var id = IdOf(record);
        var findings = db.FindingsVisibleTo(actor).Where(finding => finding.Id == id);

        return db.Attachments.Where(row => row.Owner == actor.Owner && row.Kind == Kind && row.Record == record && findings.Any());
    }

    public override async Task<bool> MayAddAsync(HieuHocDb db, string record, Actor actor, CancellationToken ct)
    {
        var id = IdOf(record);
        var (answered, kept) = (db.FindingsAnsweredBy(actor).Select(finding => finding.Id), db.VisitsKeptBy(actor).Select(visit => visit.Id));

        return await db.FindingsVisibleTo(actor).AnyAsync(
            finding => finding.Id == id && (finding.State == FindingState.Open || finding.State == FindingState.Answered)
                && (answered.Contains(finding.Id) || kept.Contains(finding.VisitId)), ct);
    }

    public override async Task<IReadOnlySet<AttachmentId>> EndableAsync(HieuHocDb db, string record, Actor actor, CancellationToken ct)
    {
        var person = actor.PersonId?.Value;

        // What another showed is theirs to take back.
        return await MayAddAsync(db, record, actor, ct)
            ? await db.Attachments.Where(row => row.Owner == actor.Owner && row.Kind == Kind && row.Record == record && row.EndedAt == null && row.AddedBy == person)
                .Select(row => row.Id).ToHashSetAsync(ct)
            : new HashSet<AttachmentId>();
    }

    /// <summary>The record under which a finding's files are kept.</summary>
    public static string RecordOf(FindingId id) => id.Value.ToString();

    private static FindingId IdOf(string record) => new(Guid.Parse(record));
}
