using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Returns.Narrative;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Difficulties;

/// <summary>The difficulties and proposals of the reports that the visitor sees, those without a reply first.</summary>
[For(Capability.SeeReturns)]
public sealed class IndexModel(HieuHocDb db, ProgrammeClock clock, Actor actor) : PageModel
{
    private const int PageSize = 50;

    /// <summary>True for those without a reply alone, false for those with one, null for all.</summary>
    [FromQuery]
    public bool? Open { get; set; }

    /// <summary>Which page of the list, from 1.</summary>
    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public Paging Pages { get; private set; } = Paging.Of(1, 0, PageSize, "/difficulties");

    public int OpenCount { get; private set; }

    public int RepliedCount { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var all = db.DifficultiesVisibleTo(actor).AsNoTracking();
        OpenCount = await all.CountAsync(item => item.Reply == null, ct);
        RepliedCount = await all.CountAsync(item => item.Reply != null, ct);
        var chosen = all.Where(item => Open == null || (item.Reply == null) == Open);
        Pages = Paging.Of(Number, await chosen.CountAsync(ct), PageSize, Open is { } open ? $"/difficulties?open={(open ? "true" : "false")}" : "/difficulties");
        var names = db.SubjectNamesOn(clock.Now.Day);
        Rows = await (
            from item in chosen
            join @return in db.Returns on new { item.Owner, Id = item.ReturnId } equals new { @return.Owner, @return.Id }
            join round in db.Rounds on new { @return.Owner, Id = @return.RoundId } equals new { round.Owner, round.Id }
            join name in names on @return.SubjectId equals name.SubjectId
            orderby item.Reply != null, round.OpensOn descending, name.Name, item.Kind, item.Number, item.Id
            select new Row(item, name.FullName, round.Title)).Skip(Pages.Skip).Take(PageSize).ToListAsync(ct);
    }

    /// <summary>One line: the item, whose it is, and of which round.</summary>
    public sealed record Row(Difficulty Item, string Sender, string Round);
}
