using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Rounds;

/// <summary>The rounds of the visitor's part, the youngest first, and how far each has come there.</summary>
[For(Capability.SeeReturns)]
public sealed class IndexModel(HieuHocDb db, PackShelf shelf, Texts texts, ProgrammeClock clock, Actor actor) : PageModel
{
    private const int PageSize = 50;

    /// <summary>Which page of the list, from 1.</summary>
    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public Paging Pages { get; private set; } = Paging.Of(1, 0, PageSize, "/rounds");

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>True for who opens rounds.</summary>
    public bool MayOpen => actor.May(Capability.OpenRounds);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var visible = db.RoundsVisibleTo(actor).AsNoTracking();
        Pages = Paging.Of(Number, await visible.CountAsync(ct), PageSize, "/rounds");
        var rounds = await visible
            .OrderByDescending(round => round.OpensOn).ThenByDescending(round => round.Code).Skip(Pages.Skip).Take(PageSize)
            .Join(db.Periods, round => round.PeriodId, period => period.Id, (round, period) => new { round, period.Code })
            .ToListAsync(ct);
        var ids = rounds.Select(row => row.round.Id).ToList();
        var today = clock.Now.Day;
        var counts = (await db.ReturnsVisibleTo(actor).Owed().Where(@return => ids.Contains(@return.RoundId))
            .GroupBy(@return => new { @return.RoundId, @return.State })
            .Select(group => new { group.Key.RoundId, group.Key.State, Count = group.Count(), Over = group.Count(@return => @return.DueOn < today) })
            .ToListAsync(ct)).ToLookup(row => row.RoundId);
        var asked = (await db.RoundForms.AsNoTracking().Where(form => form.Owner == actor.Owner && ids.Contains(form.RoundId)).ToListAsync(ct))
            .ToLookup(form => form.RoundId, form => form.FormPackId);
        var forms = (await shelf.AllAsync<FormsPack>(db, await db.JurisdictionAsync(actor.Owner, ct), ct)).ToDictionary(form => form.PackId, form => form.Document);
        Rows =
        [
            .. rounds.OrderByDescending(row => row.round.OpensOn).ThenByDescending(row => row.round.Code, StringComparer.Ordinal).Select(row => new Row(
                Titles(asked[row.round.Id].Select(pack => forms[pack])),
                row.Code,
                new RoundProgress(
                    row.round,
                    counts[row.round.Id].ToDictionary(count => count.State, count => count.Count),
                    counts[row.round.Id].Where(count => !ReturnSteps.Arrived.Contains(count.State)).Sum(count => count.Over)))),
        ];
    }

    /// <summary>The form, or the first of several and how many more.</summary>
    private string Titles(IEnumerable<FormsPack> asked)
    {
        var titles = asked.OrderBy(form => form.Level).ThenBy(form => form.Id, StringComparer.Ordinal).Select(form => form.Title.Here).ToList();

        return titles is [var only] ? only : texts["rounds.forms", ("first", titles[0]), ("others", titles.Count - 1)];
    }

    /// <summary>One round of the list.</summary>
    public sealed record Row(string Form, string Period, RoundProgress Progress);
}
