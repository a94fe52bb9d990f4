using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Programmes.Checks;
using HieuHoc.Web.Hosting;
using HieuHoc.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Findings;

/// <summary>The evidence beside a finding.</summary>
[For(Capability.SeeVisits)]
public sealed class AttachmentsModel(AttachmentsKit kit) : AttachmentsPage(kit)
{
    public Finding Finding { get; private set; } = null!;

    public override string Address => $"/findings/{Id}/attachments";

    protected override string Kind => FindingFiles.Kind;

    protected override string Record => FindingFiles.RecordOf(new FindingId(Id));

    protected override async Task<Refusal?> FindAsync(CancellationToken ct)
    {
        var id = new FindingId(Id);

        if (await Kit.Db.FindingsVisibleTo(Kit.Actor).AsNoTracking().SingleOrDefaultAsync(finding => finding.Id == id, ct) is not { } finding)
        {
            return new FindingNotFound();
        }

        Finding = finding;

        return null;
    }
}
