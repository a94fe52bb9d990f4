using HieuHoc.Access;
using HieuHoc.Papers;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Programmes.Money;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Money;

/// <summary>A round of budget requests: what is asked for together, and who has not sent.</summary>
[For(Capability.SeeMoney)]
public sealed class RoundModel(HieuHocDb db, ReadBudgetRound readRound, ProgrammeClock clock, Actor actor, Texts texts) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public BudgetConsolidation Read { get; private set; } = null!;

    public DateOnly Today => clock.Now.Day;

    /// <summary>The place or agency whose request the visitor writes; null for who writes none.</summary>
    public int? Own => actor.May(Capability.KeepMoney) ? actor.OwnSubject : null;

    public IReadOnlyList<BudgetUnit> Owing => [.. Read.Units.Where(unit => unit.State is not BudgetRequestState.Sent)];

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var read = await readRound.RunAsync(new BudgetRoundId(Id), actor, ct);

        if (read.Refusal is { } refusal)
        {
            return this.Refuse(refusal);
        }

        Read = read.Value;
        History = await db.HistoryAsync(texts, actor.Owner, Id.ToString(), ToldChanges.OfBudgetRound, ct);

        return Page();
    }

    public async Task<IActionResult> OnGetExcelAsync([FromServices] BuildBudgetWorkbook build, [FromServices] ReadTaskMoney readTasks, CancellationToken ct)
    {
        var read = await readRound.RunAsync(new BudgetRoundId(Id), actor, ct);

        if (read.Refusal is { } refusal)
        {
            return this.Refuse(refusal);
        }

        var demo = await db.Owners.Where(owner => owner.Id == actor.Owner).Select(owner => owner.Demo).SingleAsync(ct);
        var workbook = build.Build(read.Value, await readTasks.RunAsync(read.Value.Round.Year, null, actor, ct), demo);

        return this.Download((FormattableString.Invariant($"du-toan-{read.Value.Round.Year}.xlsx"), PaperFiles.Excel, to => ExcelPaper.Write(workbook, to)));
    }
}
