using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages.Agencies;

/// <summary>The agencies of the visitor's part of the hierarchy as they were on a day, found by any word of their names.</summary>
[For(Capability.SeeAgencies)]
public sealed class IndexModel(HieuHocDb db, Actor actor, ProgrammeClock clock) : PageModel
{
    private const int PageSize = 50;

    /// <summary>The day; today when none is named.</summary>
    [FromQuery]
    public DateOnly? Day { get; set; }

    /// <summary>What is looked for.</summary>
    [FromQuery(Name = "q")]
    public string? Search { get; set; }

    /// <summary>Which page of the list, from 1.</summary>
    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public DateOnly On => Day ?? clock.Now.Day;

    /// <summary>True when the visitor adds agencies by a list.</summary>
    public bool TakesLists => actor.May(Capability.KeepAgencies);

    public int Count { get; private set; }

    public Paging Pages { get; private set; } = Paging.Of(1, 0, PageSize, "/agencies");

    public IReadOnlyList<AgencyOnDay> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var found = await db.SearchAgenciesAsync(db.AgenciesUnder(actor.PlaceId), Search ?? "", On, ct);
        Count = found.Count;
        Pages = Paging.Of(Number, Count, PageSize, $"/agencies?day={On:yyyy-MM-dd}&q={Uri.EscapeDataString(Search ?? "")}");
        Rows = [.. found.Skip(Pages.Skip).Take(PageSize)];
    }
}
