using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages.Places;

/// <summary>Finding a place by a name of today or of old, or by a code. Names are everybody's; pages are within the reader's reach.</summary>
[For(Capability.OwnAccount)]
public sealed class IndexModel(HieuHocDb db, ProgrammeClock clock, Actor actor) : PageModel
{
    /// <summary>Whoever sees more than this types more.</summary>
    private const int Most = 50;

    /// <summary>What is looked for.</summary>
    [FromQuery(Name = "q")]
    public string? Search { get; set; }

    /// <summary>Places of today before ended ones.</summary>
    public IReadOnlyList<FoundPlace> Found { get; private set; } = [];

    /// <summary>True when there are more than are shown.</summary>
    public bool HasMore { get; private set; }

    public IReadOnlyDictionary<int, string> Addresses { get; private set; } = new Dictionary<int, string>();

    public async Task OnGetAsync(CancellationToken ct)
    {
        var found = await db.SearchPlacesAsync((Search ?? "").Replace("\0", "", StringComparison.Ordinal), clock.Now.Day, Most + 1, ct);
        HasMore = found.Count > Most;
        Found = [.. found.Take(Most).OrderBy(place => place.EndedOn is not null)];
        Addresses = await db.AddressesAsync(
            Found.SelectMany(place => place.Successors.Append(place.Place)), actor, clock.Now.Day, ct);
    }
}
