using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Packs;

/// <summary>One version of a pack: its head, what it defines with the mark of each item, and its text word for word.</summary>
[For(Capability.SeeLaw)]
public sealed class ShowModel(HieuHocDb db, PackShelf shelf, Texts texts, Actor actor) : PageModel
{
    [FromRoute]
    public string Kind { get; set; } = "";

    [FromRoute]
    public string Code { get; set; } = "";

    [FromRoute]
    public string Version { get; set; } = "";

    public LoadedPack Pack { get; private set; } = null!;

    /// <summary>The values that provinces have put into what it leaves open.</summary>
    public IReadOnlyList<LoadedPack> Overlays { get; private set; } = [];

    /// <summary>The file as it was loaded.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Who loaded it by hand; empty where it came with the product.</summary>
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var packs = await shelf.EverythingAsync(db, ct);

        if (packs.FirstOrDefault(pack => pack.Name == $"{Kind}/{Code}/{Version}") is not { } found)
        {
            return this.Refuse(new PackNotFound());
        }

        Pack = found;
        Overlays = [.. packs.Where(pack => pack.Kind == Kind && pack.Document.Extends == $"{Code}@{Version}")];
        Text = await db.Packs.Where(pack => pack.Id == found.PackId).Select(pack => pack.Content).SingleAsync(ct);
        History = await db.HistoryAsync(texts, actor.Owner, found.Name, ToldChanges.OfPack, ct);

        return Page();
    }
}
