using HieuHoc.Access;
using HieuHoc.Documents;
using HieuHoc.Platform;
using HieuHoc.Programmes.Checks;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Visits;

/// <summary>The visits that the visitor sees, and above them what of their findings is not settled, overdue first.</summary>
[For(Capability.SeeVisits)]
public sealed class IndexModel(ListVisits listVisits, ProgrammeClock clock, Actor actor) : PageModel
{
    private const int PageSize = 50;

    /// <summary>The rest is on the pages of the visits.</summary>
    private const int MostFindings = 20;

    /// <summary>Visits that stand so alone; null for all.</summary>
    [FromQuery]
    public VisitState? State { get; set; }

    /// <summary>Which page of the list, from 1.</summary>
    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public bool Keeps => actor.May(Capability.KeepVisits);

    public DateOnly Today => clock.Now.Day;

    public Paging Pages { get; private set; } = Paging.Of(1, 0, PageSize, "/visits");

    public IReadOnlyList<VisitLine> Rows { get; private set; } = [];

    public int Unsettled { get; private set; }

    public int Overdue { get; private set; }

    public IReadOnlyList<FindingLine> Findings { get; private set; } = [];

    /// <summary>Coordination regulations that nobody reviews this year; of who plans visits alone.</summary>
    public IReadOnlyList<OfficialDocument> Unreviewed { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (unsettled, today) = (listVisits.Unsettled(actor), Today);
        Unsettled = await unsettled.CountAsync(ct);
        Overdue = await unsettled.CountAsync(finding => finding.State == FindingState.Open && finding.DueOn < today, ct);
        Findings = await listVisits.LinesAsync(unsettled.Take(MostFindings), ct);
        Unreviewed = Keeps ? await listVisits.UnreviewedAsync(actor, ct) : [];
        var visits = listVisits.In(State, actor);
        Pages = Paging.Of(Number, await visits.CountAsync(ct), PageSize, State is { } state ? $"/visits?state={state}" : "/visits");
        Rows = await listVisits.LinesAsync(visits.Skip(Pages.Skip).Take(PageSize), actor, ct);
    }
}
