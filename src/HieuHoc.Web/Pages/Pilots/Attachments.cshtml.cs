using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Programmes.Pilots;
using HieuHoc.Web.Hosting;
using HieuHoc.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Pilots;

/// <summary>The papers and the evidence of a pilot.</summary>
[For(Capability.SeeTasks)]
public sealed class AttachmentsModel(AttachmentsKit kit) : AttachmentsPage(kit)
{
    public Pilot Pilot { get; private set; } = null!;

    public override string Address => $"/pilots/{Id}/attachments";

    protected override string Kind => PilotFiles.Kind;

    protected override string Record => PilotFiles.RecordOf(new PilotId(Id));

    protected override async Task<Refusal?> FindAsync(CancellationToken ct)
    {
        var id = new PilotId(Id);

        if (await Kit.Db.PilotsVisibleTo(Kit.Actor).AsNoTracking().SingleOrDefaultAsync(pilot => pilot.Id == id, ct) is not { } pilot)
        {
            return new PilotNotFound();
        }

        Pilot = pilot;

        return null;
    }
}
