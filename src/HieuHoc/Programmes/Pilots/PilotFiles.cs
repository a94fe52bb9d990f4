using HieuHoc.Access;
using HieuHoc.Access.Attachments;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Pilots;

/// <summary>The papers and the evidence of a pilot: for whoever sees it, added by who keeps it as long as it is not decided.</summary>
public sealed class PilotFiles : AttachmentKind
{
    /// <summary>The name of the kind.</summary>
    public const string Kind = "pilot";

    public override string Name => Kind;

    public override IQueryable<Attachment> Visible(HieuHocDb db, string record, Actor actor)
    {
        var id = IdOf(record);
        var pilots = db.PilotsVisibleTo(actor).Where(pilot => pilot.Id == id);

        return AttachmentsOf(db, record, actor).Where(_ => pilots.Any());
    }

    public override async Task<bool> MayAddAsync(HieuHocDb db, string record, Actor actor, CancellationToken ct)
    {
        var id = IdOf(record);

        return await db.PilotsKeptBy(actor).AsNoTracking().SingleOrDefaultAsync(pilot => pilot.Id == id, ct) is { IsOpen: true };
    }

    // What another showed is theirs to take back, and nobody's where it is not known who did.
    public override Task<IReadOnlySet<AttachmentId>> EndableAsync(HieuHocDb db, string record, Actor actor, CancellationToken ct) =>
        EndableByWhoAddsAsync(db, record, actor.PersonId?.Value ?? Guid.Empty, actor, ct);

    /// <summary>The record under which a pilot's files are kept.</summary>
    public static string RecordOf(PilotId id) => id.Value.ToString();

    private static PilotId IdOf(string record) => new(Guid.Parse(record));
}
