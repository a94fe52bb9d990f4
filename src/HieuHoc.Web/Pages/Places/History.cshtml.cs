using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Places.Maps;
using HieuHoc.Platform;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Places;

/// <summary>A place of today or of old: what it is, what became of it, what it owes.</summary>
[For(Capability.SeeFigures)]
public sealed class HistoryModel(HieuHocDb db, ProgrammeClock clock, Actor actor, ProvinceMaps maps, Texts texts) : PageModel
{
    /// <summary>A code, or <c>CODE@DAY</c>.</summary>
    [FromRoute]
    public string Code { get; set; } = "";

    public PlaceStory Story { get; private set; } = null!;

    /// <summary>What people changed about it, and of a commune about its villages.</summary>
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    /// <summary>True when the visitor may put in what was counted of this place: it was split.</summary>
    public bool CountsParts => actor.May(Capability.CountParts) && Story.After.Count > 1;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var today = clock.Now.Day;
        var asked = await db.PlaceByCodeAsync(Code, today, ct);
        // As it is now, whatever the day by which it was found.
        var place = asked is null ? null : await db.PlaceOnDayAsync(asked.Id, today, ct);

        if (place is null || !await db.PlacesVisibleTo(actor).AnyAsync(seen => seen.Id == place.Id, ct))
        {
            return this.Refuse(new PlaceNotFound());
        }

        Story = await db.StoryAsync(place, maps, actor, today, ct);
        History = await db.PlaceChangesAsync(texts, place, actor, ct);

        return Page();
    }
}
