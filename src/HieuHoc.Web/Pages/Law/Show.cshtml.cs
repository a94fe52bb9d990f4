using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages.Law;

/// <summary>The law behind a number: every version that defines a code here, what it is made of, and what is made of it.</summary>
[For(Capability.SeeLaw)]
public sealed class ShowModel(HieuHocDb db, PackShelf shelf, Actor actor) : PageModel
{
    [FromRoute]
    public string Code { get; set; } = "";

    /// <summary>The versions that define it, the newest first.</summary>
    public IReadOnlyList<Definition> Definitions { get; private set; } = [];

    /// <summary>What the newest definition reads.</summary>
    public IReadOnlyList<PackItem> MadeOf { get; private set; } = [];

    /// <summary>What reads it.</summary>
    public IReadOnlyList<PackItem> UsedBy { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var whose = await db.JurisdictionAsync(actor.Owner, ct);
        var all = (await shelf.EverythingAsync(db, ct))
            .Where(pack => whose.Knows(pack.Document))
            .SelectMany(pack => pack.Document.Items.Select(item => new Definition(pack, item)))
            .ToList();
        Definitions = [.. all.Where(definition => definition.Item.Code == Code)];

        if (Definitions.Count == 0)
        {
            return this.Refuse(new LawUnknown());
        }

        var items = all.Select(definition => definition.Item).DistinctBy(item => item.Code).ToList();
        MadeOf = [.. items.Where(item => Definitions[0].Item.Uses.Contains(item.Code))];
        UsedBy = [.. items.Where(item => item.Uses.Contains(Code))];

        return Page();
    }

    /// <summary>What one pack says of it.</summary>
    public sealed record Definition(LoadedPack Pack, PackItem Item);
}

/// <summary>No loaded pack defines this code.</summary>
public sealed record LawUnknown() : Refusal(RefusalKind.NotFound);
