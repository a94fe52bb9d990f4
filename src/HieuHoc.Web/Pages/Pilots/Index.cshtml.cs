using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Programmes.Pilots;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Pilots;

/// <summary>The pilots that the visitor sees, with what of each is to be done next.</summary>
[For(Capability.SeeTasks)]
public sealed class IndexModel(HieuHocDb db, ListPilots listPilots, ProgrammeClock clock, Actor actor) : PageModel
{
    private const int PageSize = 50;

    /// <summary>Pilots that stand so alone; null for all.</summary>
    [FromQuery]
    public PilotState? State { get; set; }

    /// <summary>Which page of the list, from 1.</summary>
    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    /// <summary>True for who sets pilots up.</summary>
    public bool Keeps { get; private set; }

    public DateOnly Today => clock.Now.Day;

    public Paging Pages { get; private set; } = Paging.Of(1, 0, PageSize, "/pilots");

    public IReadOnlyList<PilotListLine> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var pilots = listPilots.In(State, actor);
        Keeps = await db.KeepsTasksAsync(actor, ct);
        Pages = Paging.Of(Number, await pilots.CountAsync(ct), PageSize, State is { } state ? $"/pilots?state={state}" : "/pilots");
        Rows = await listPilots.LinesAsync(pilots.Skip(Pages.Skip).Take(PageSize), actor, ct);
    }
}
