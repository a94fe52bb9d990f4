using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Programmes.Money;
using HieuHoc.Web.Hosting;
using HieuHoc.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Money;

/// <summary>The papers behind an allocation or a spending.</summary>
[For(Capability.SeeMoney)]
public sealed class AttachmentsModel(AttachmentsKit kit) : AttachmentsPage(kit)
{
    public BudgetEntry Entry { get; private set; } = null!;

    public override string Address => $"/money/entries/{Id}/attachments";

    protected override string Kind => BudgetEntryFiles.Kind;

    protected override string Record => Id.ToString();

    protected override async Task<Refusal?> FindAsync(CancellationToken ct)
    {
        var id = new BudgetEntryId(Id);

        if (await Kit.Db.BudgetEntriesVisibleTo(Kit.Actor).AsNoTracking().SingleOrDefaultAsync(entry => entry.Id == id, ct) is not { } entry)
        {
            return new MoneyEntryNotFound();
        }

        Entry = entry;

        return null;
    }
}
