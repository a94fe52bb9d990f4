using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using HieuHoc.Programmes.Money;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Money;

/// <summary>What one place or agency was given and spent in a year, and what is left of it.</summary>
[For(Capability.SeeMoney)]
public sealed class UnitModel(HieuHocDb db, ProgrammeClock clock, Actor actor, Texts texts) : PageModel
{
    [FromRoute]
    public int Subject { get; set; }

    [FromQuery]
    public int? Year { get; set; }

    [TempData(Key = "money.done")]
    public string? Done { get; set; }

    /// <summary>The sources of which money is allocated; what is mobilised stands in fund books.</summary>
    public static IReadOnlyList<MoneySource> Sources { get; } = [.. Enum.GetValues<MoneySource>().Except([MoneySource.Mobilised])];

    public int ShownYear => MoneyForms.YearOr(Year, clock.Now.Day.Year);

    public string Unit { get; private set; } = "";

    public BudgetLedger Ledger { get; private set; } = null!;

    /// <summary>The tasks that entries name, as far as the visitor sees them.</summary>
    public IReadOnlyDictionary<TaskId, string> Tasks { get; private set; } = null!;

    /// <summary>The files of each entry.</summary>
    public ILookup<string, AttachmentId> Files { get; private set; } = null!;

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public bool Allocates => MayWrite(BudgetEntryKind.Allocation);

    public bool Spends => MayWrite(BudgetEntryKind.Spending);

    public bool MayWrite(BudgetEntryKind kind) => WriteBudgetEntry.MayWrite(kind, Subject, actor);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await db.BudgetsVisibleTo(actor).ContainsAsync(Subject, ct))
        {
            return this.Refuse(new MoneyUnitNotFound());
        }

        var (year, subject) = (ShownYear, Subject);
        Unit = await db.SubjectNameAsync(Subject, clock.Now.Day, ct) ?? "";
        Ledger = new BudgetLedger(year, await db.BudgetEntriesOf(year, actor).Where(entry => entry.SubjectId == subject).ToListAsync(ct));
        var tasks = Ledger.Entries.Select(entry => entry.TaskId).OfType<TaskId>().Distinct().ToList();
        Tasks = await db.TasksVisibleTo(actor).AsNoTracking().Where(task => EF.Parameter(tasks).Contains(task.Id)).ToDictionaryAsync(task => task.Id, task => task.Text, ct);
        var records = Ledger.Entries.Select(entry => entry.Id.Value.ToString()).ToList();
        Files = (await db.Attachments.AsNoTracking()
            .Where(file => file.Owner == actor.Owner && file.Kind == BudgetEntryFiles.Kind && file.EndedAt == null && EF.Parameter(records).Contains(file.Record))
            .Select(file => new { file.Record, file.Id }).ToListAsync(ct)).ToLookup(file => file.Record, file => file.Id);
        History = await db.HistoryAsync(texts, actor.Owner, MoneyRecords.Of(Subject), ToldChanges.OfBudget, ct);

        return Page();
    }
}
