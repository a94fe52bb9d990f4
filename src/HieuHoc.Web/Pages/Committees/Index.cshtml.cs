using HieuHoc.Access;
using HieuHoc.Programmes.Committees;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages.Committees;

/// <summary>Who has a steering committee, from when, and who has not renewed it since the merger.</summary>
[For(Capability.SeeCommittees)]
public sealed class IndexModel(ListCommittees listCommittees, Actor actor) : PageModel
{
    private const int MostNames = 10;

    /// <summary>Communes that stand so alone; null for all.</summary>
    [FromQuery]
    public CommitteeStanding? Standing { get; set; }

    /// <summary>How communes can stand: those that ended are no communes of today.</summary>
    public static IReadOnlyList<CommitteeStanding> Choices { get; } = [CommitteeStanding.None, CommitteeStanding.NotRenewed, CommitteeStanding.Renewed];

    public bool Keeps => actor.May(Capability.KeepCommittees);

    public CommitteeList List { get; private set; } = new([], [], []);

    /// <summary>The communes that are shown with their committees.</summary>
    public IReadOnlyList<PlaceOfCommittees> Having => [.. Shown.Where(row => row.Committees.Count > 0)];

    /// <summary>The communes of which there is nothing to show but their names.</summary>
    public IReadOnlyList<PlaceOfCommittees> Lacking => [.. Shown.Where(row => row.Committees.Count == 0)];

    /// <summary>Many names are spelled out only to who asks for them.</summary>
    public bool SpellsOutLacking => Standing is CommitteeStanding.None || Lacking.Count <= MostNames;

    private IEnumerable<PlaceOfCommittees> Shown => List.Communes.Where(row => Standing is null || row.Standing == Standing);

    public async Task OnGetAsync(CancellationToken ct) => List = await listCommittees.RunAsync(actor, ct);

    /// <summary>How many communes stand so.</summary>
    public int Count(CommitteeStanding standing) => List.Communes.Count(row => row.Standing == standing);
}
