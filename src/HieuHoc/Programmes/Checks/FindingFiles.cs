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

        return AttachmentsOf(db, record, actor).Where(_ => findings.Any());
    }

    public override async Task<bool> MayAddAsync(HieuHocDb db, string record, Actor actor, CancellationToken ct)
    {
        var id = IdOf(record);
        var (answered, kept) = (db.FindingsAnsweredBy(actor).Select(finding => finding.Id), db.VisitsKeptBy(actor).Select(visit => visit.Id));

        return await db.FindingsVisibleTo(actor).AnyAsync(
            finding => finding.Id == id && (finding.State == FindingState.Open || finding.State == FindingState.Answered)
                && (answered.Contains(finding.Id) || kept.Contains(finding.VisitId)), ct);
    }

    // What another showed is theirs to take back, and nobody's where it is not known who did.
    public override Task<IReadOnlySet<AttachmentId>> EndableAsync(HieuHocDb db, string record, Actor actor, CancellationToken ct) =>
        EndableByWhoAddsAsync(db, record, actor.PersonId?.Value ?? Guid.Empty, actor, ct);

    /// <summary>The record under which a finding's files are kept.</summary>
    public static string RecordOf(FindingId id) => id.Value.ToString();

    private static FindingId IdOf(string record) => new(Guid.Parse(record));
}
