using HieuHoc.Access;
using HieuHoc.Returns.Narrative;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Difficulties;

/// <summary>The difficulties and proposals that the visitor sees, of reports and raised at any time, those without a reply first.</summary>
[For(Capability.SeeReturns)]
public sealed class IndexModel(ListDifficulties list, Actor actor) : PageModel
{
    private const int PageSize = 50;

    /// <summary>True for those without a reply alone, false for those with one, null for all.</summary>
    [FromQuery]
    public bool? Open { get; set; }

    /// <summary>Which page of the list, from 1.</summary>
    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public Paging Pages { get; private set; } = Paging.Of(1, 0, PageSize, "/difficulties");

    /// <summary>True for who raises something outside a report.</summary>
    public bool Raises => actor.May(Capability.RaiseDifficulties);

    public int OpenCount { get; private set; }

    public int RepliedCount { get; private set; }

    public IReadOnlyList<DifficultyLine> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        OpenCount = await list.In(open: true, actor).CountAsync(ct);
        RepliedCount = await list.In(open: false, actor).CountAsync(ct);
        Pages = Paging.Of(Number, Open switch { true => OpenCount, false => RepliedCount, null => OpenCount + RepliedCount }, PageSize, Open is { } open ? $"/difficulties?open={(open ? "true" : "false")}" : "/difficulties");
        Rows = await list.LinesAsync(list.In(Open, actor), Pages.Skip, PageSize, ct);
    }
}
