using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Web.Hosting;
using HieuHoc.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Returns;

/// <summary>The signed paper and the proofs of a return.</summary>
[For(Capability.SeeReturns)]
public sealed class AttachmentsModel(AttachmentsKit kit, ProgrammeClock clock) : AttachmentsPage(kit)
{
    public string PlaceName { get; private set; } = "";

    public override string Address => $"/returns/{Id}/attachments";

    protected override string Kind => ReturnAttachments.Kind;

    protected override string Record => ReturnAttachments.RecordOf(new ReturnId(Id));

    protected override async Task<Refusal?> FindAsync(CancellationToken ct)
    {
        var (db, id) = (Kit.Db, new ReturnId(Id));

        if (await db.ReturnsVisibleTo(Kit.Actor).AsNoTracking().SingleOrDefaultAsync(@return => @return.Id == id, ct) is not { } @return)
        {
            return new ReturnNotFound();
        }

        PlaceName = await db.SubjectNameAsync(@return.SubjectId, clock.Now.Day, ct) ?? "";

        return null;
    }
}
