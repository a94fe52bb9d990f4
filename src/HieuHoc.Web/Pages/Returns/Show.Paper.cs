using HieuHoc.Returns;
using HieuHoc.Returns.Narrative;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Returns;

/// <summary>The sender's own report beside its figures: what of it has arrived, and what was replied to it.</summary>
public sealed partial class ShowModel
{
    /// <summary>What the standing agency has of the report.</summary>
    public PaperTicks Ticks { get; private set; } = new(false, false, false);

    /// <summary>The difficulties and proposals that were replied to, the youngest reply first.</summary>
    public IReadOnlyList<Difficulty> Replies { get; private set; } = [];

    private async Task ReadPaperAsync(CancellationToken ct)
    {
        var id = new ReturnId(Id);
        Ticks = (await db.TicksAsync(db.ReturnsVisibleTo(actor).Where(@return => @return.Id == id), ct))[id];
        Replies = await db.DifficultiesVisibleTo(actor).AsNoTracking()
            .Where(item => item.ReturnId == id && item.Reply != null)
            .OrderByDescending(item => item.AnsweredAt).ThenBy(item => item.Number)
            .ToListAsync(ct);
    }
}
