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

/// <summary>The difficulties and proposals that the visitor sees, of reports and raised at any time, those without a reply first.</summary>
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

    /// <summary>True for who raises something outside a report.</summary>
    public bool Raises => actor.May(Capability.RaiseDifficulties);

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
        Rows = await RowsAsync(chosen, ct);
    }

    /// <summary>What a return says comes under its round, the youngest first; what was raised outside one stands by its own day.</summary>
    private async Task<IReadOnlyList<Row>> RowsAsync(IQueryable<Difficulty> chosen, CancellationToken ct)
    {
        var (names, returns, rounds) = (db.SubjectNamesOn(clock.Now.Day), db.Returns, db.Rounds);
        var rows = await (
            from item in chosen
            join said in returns on new { item.Owner, Id = item.ReturnId } equals new { said.Owner, Id = (ReturnId?)said.Id } into saids
            from said in saids.DefaultIfEmpty()
            join of in rounds on new { said.Owner, Id = said.RoundId } equals new { of.Owner, of.Id } into ofs
            from of in ofs.DefaultIfEmpty()
            join name in names on item.SubjectId ?? said.SubjectId equals name.SubjectId
            orderby item.Reply != null, item.RaisedAt == null, item.RaisedAt descending, of.OpensOn descending, name.Name, item.Kind, item.Number, item.Id
            select new { item, name.FullName, Title = of == null ? null : of.Title }).Skip(Pages.Skip).Take(PageSize).ToListAsync(ct);

        return [.. rows.Select(row => new Row(row.item, row.FullName, row.Title))];
    }

    /// <summary>One line: the item and whose it is.</summary>
    /// <param name="Round">Null of what was raised outside a return.</param>
    public sealed record Row(Difficulty Item, string Sender, string? Round);
}
