using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Places.Maps;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Villages;

/// <summary>A village, which has no code: what it is, where it belonged, what it owes, what is known of it.</summary>
[For(Capability.SeeFigures)]
public sealed class ShowModel(HieuHocDb db, PackShelf shelf, ProgrammeClock clock, Actor actor, ProvinceMaps maps, Texts texts) : PageModel
{
    [FromRoute]
    public int Id { get; set; }

    public PlaceStory Story { get; private set; } = null!;

    /// <summary>The newest of each thing that is counted in villages.</summary>
    public IReadOnlyList<LatestFigure> Figures { get; private set; } = [];

    /// <summary>Who entered, renamed or re-arranged it.</summary>
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var today = clock.Now.Day;
        var visible = await db.PlacesVisibleTo(actor).AnyAsync(place => place.Id == Id && place.Level == PlaceLevel.Village, ct);

        if (!visible || await db.PlaceOnDayAsync(Id, today, ct) is not { } village)
        {
            return this.Refuse(new PlaceNotFound());
        }

        Story = await db.StoryAsync(village, maps, actor, today, ct);
        Figures = await db.LatestFiguresAsync(shelf, actor.Owner, Id, SubjectLevel.Village, today, ct);
        History = await db.PlaceChangesAsync(texts, village, actor, ct);

        return Page();
    }
}
