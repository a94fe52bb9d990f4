using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Programmes.Money;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Money;

/// <summary>The money of the programme, as far as the visitor sees it.</summary>
[For(Capability.SeeMoney)]
public sealed class IndexModel(HieuHocDb db, ReadMoneyTotals readTotals, ProgrammeClock clock, Actor actor) : PageModel
{
    [FromQuery]
    public int? Year { get; set; }

    public int ShownYear => MoneyForms.YearOr(Year, clock.Now.Day.Year);

    /// <summary>The place or agency whose money the visitor writes down; null for who writes none.</summary>
    public int? Own => actor.May(Capability.KeepMoney) ? actor.OwnSubject : null;

    public MoneyTotals Totals { get; private set; } = null!;

    /// <summary>True for who opens rounds of budget requests.</summary>
    public bool Runs => actor.May(Capability.RunMoney);

    public IReadOnlyList<RoundLine> Rounds { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Totals = await readTotals.RunAsync(ShownYear, actor, ct);
        var requests = db.BudgetRequestsVisibleTo(actor);
        Rounds = await db.BudgetRoundsVisibleTo(actor).AsNoTracking().OrderByDescending(round => round.Year)
            .Select(round => new RoundLine(
                round.Id.Value, round.Year, round.DueOn,
                requests.Count(request => request.RoundId == round.Id && request.State == BudgetRequestState.Sent), requests.Count(request => request.RoundId == round.Id)))
            .ToListAsync(ct);
    }

    /// <summary>A round, with how many of those that the visitor sees have sent.</summary>
    public sealed record RoundLine(Guid Id, int Year, DateOnly DueOn, int Sent, int Asked);
}
