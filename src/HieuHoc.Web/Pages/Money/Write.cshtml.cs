using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using HieuHoc.Programmes.Money;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Money;

/// <summary>An allocation or a spending that is written down, or put right.</summary>
[For(Capability.KeepMoney)]
public sealed class WriteModel(HieuHocDb db, WriteBudgetEntry writeEntry, ProgrammeClock clock, Actor actor, Texts texts) : PageModel
{
    [FromRoute]
    public int Subject { get; set; }

    [FromQuery]
    public BudgetEntryKind Kind { get; set; } = BudgetEntryKind.Spending;

    /// <summary>The entry that is put right; null for a new one.</summary>
    [FromQuery]
    public Guid? Corrects { get; set; }

    [FromQuery]
    public int? Year { get; set; }

    /// <summary>Sent twice it is one entry.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public int? Budget { get; set; }

    [BindProperty]
    public MoneySource Source { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public string? Amount { get; set; }

    [BindProperty]
    public string? What { get; set; }

    /// <summary>The task that it is for; null where none is named.</summary>
    [BindProperty]
    public Guid? Task { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The tasks of the year that it may be for.</summary>
    public IReadOnlyList<(Guid Id, string Text)> Tasks { get; private set; } = [];

    public string Unit { get; private set; } = "";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;

        if (!await db.BudgetsVisibleTo(actor).ContainsAsync(Subject, ct))
        {
            context.Result = this.Refuse(new MoneyUnitNotFound());

            return;
        }

        Unit = await db.SubjectNameAsync(Subject, clock.Now.Day, ct) ?? "";
        var executed = await next();

        if (executed.Result is PageResult)
        {
            var year = Budget ?? clock.Now.Day.Year;
            Tasks = [.. (await db.TasksToPayFor(year, actor).AsNoTracking().ToListAsync(ct)).OrderBy(task => task.Text, Vietnamese.Order).Select(task => (task.Id.Value, TaskWords.Short(task.Text)))];
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!WriteBudgetEntry.MayWrite(Kind, Subject, actor))
        {
            return this.Refuse(new MoneyNotYours());
        }

        (NewId, Budget, Day) = (Guid.CreateVersion7(), MoneyForms.YearOr(Year, clock.Now.Day.Year), clock.Now.Day);

        if (Corrects is { } wrong)
        {
            var (id, kind, subject) = (new BudgetEntryId(wrong), Kind, Subject);

            if (await db.BudgetEntriesVisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.SubjectId == subject && row.Kind == kind, ct) is not { } entry)
            {
                return this.Refuse(new MoneyEntryNotFound());
            }

            (Budget, Source, Number, Day, Amount, What) = (entry.Year, entry.Source, entry.Number, entry.Day, Shown.NumberText(entry.Amount), entry.What);
            Task = entry.TaskId?.Value;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        this.Require(texts, (nameof(Budget), Budget is null), (nameof(Day), Day is null));

        if (!ModelState.IsValid)
        {
            return this.Unread();
        }

        var stated = new StatedBudgetEntry(
            Kind, Budget!.Value, Source, MoneyAmount.Read(Amount), Day!.Value, What ?? "", Number ?? "", Corrects is { } wrong ? new BudgetEntryId(wrong) : null, Reason ?? "")
        {
            Task = Task is { } task ? new TaskId(task) : null,
        };
        var outcome = await writeEntry.RunAsync(new BudgetEntryId(NewId), Subject, stated, actor, ct);

        if (outcome.Refusal is { } refusal)
        {
            return this.Refuse(refusal, FieldOf(refusal));
        }

        TempData["money.done"] = Corrects is null ? "money.written" : "money.corrected";

        return Redirect(FormattableString.Invariant($"/money/units/{Subject}?year={Budget}"));
    }

    private static string FieldOf(Refusal refusal) => refusal switch
    {
        MoneyYearUnfit => nameof(Budget),
        MobilisedMoneyInFundBooks => nameof(Source),
        AllocationUnnumbered => nameof(Number),
        MoneyDayInFuture => nameof(Day),
        MoneyTaskUnfit => nameof(Task),
        MoneyAmountUnfit => nameof(Amount),
        MoneyEntryUnnamed => nameof(What),
        MoneyReasonMissing => nameof(Reason),
        _ => "",
    };
}
