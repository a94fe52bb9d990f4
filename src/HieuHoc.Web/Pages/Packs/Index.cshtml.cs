using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Packs;

/// <summary>The loaded packs: on which law the numbers stand, since when, and whether a person has confirmed it.</summary>
[For(Capability.KeepPacks)]
public sealed class IndexModel(HieuHocDb db, PackShelf shelf) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var kinds = shelf.Kinds.ToDictionary(kind => kind.Folder);
        var packs = await db.Packs.AsNoTracking().ToListAsync(ct);
        Rows =
        [
            .. packs.OrderBy(pack => kinds[pack.Kind].Order).ThenBy(pack => pack.Code, StringComparer.Ordinal).ThenByDescending(pack => pack.ValidFrom)
                .Select(pack => new Row(pack, kinds[pack.Kind].Parse(pack.Content))),
        ];
    }

    /// <summary>A pack as stored and as read.</summary>
    public sealed record Row(Pack Pack, PackDocument Document);
}
