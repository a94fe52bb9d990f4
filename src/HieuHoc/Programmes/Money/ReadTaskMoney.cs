using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Programmes.Tasks;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Money;

/// <summary>What was allocated to a task in a year, and spent for it.</summary>
public sealed record TaskTotal(TaskId Task, string Text, int Year, long Allocated, long Spent);

/// <summary>Reads the money of tasks as far as the actor sees both the task and the budgets.</summary>
public sealed class ReadTaskMoney(HieuHocDb db)
{
    /// <summary>The tasks that entries of a year name, as they were written by an instant; of null all.</summary>
    public async Task<IReadOnlyList<TaskTotal>> RunAsync(int year, DateTime? asOf, Actor actor, CancellationToken ct)
    {
        var ledger = new BudgetLedger(year, await db.BudgetEntriesOf(year, actor).Where(entry => asOf == null || entry.WrittenAt <= asOf).ToListAsync(ct));
        var ids = ledger.Counting.Where(entry => entry.Amount > 0).Select(entry => entry.TaskId).OfType<TaskId>().Distinct().ToList();
        var tasks = await db.TasksVisibleTo(actor).AsNoTracking().Where(task => EF.Parameter(ids).Contains(task.Id)).ToListAsync(ct);

        return [.. tasks.OrderBy(task => task.Text, Vietnamese.Order).ThenBy(task => task.Id.Value).Select(task => Of(task, ledger, year))];
    }

    /// <summary>One task, year by year, the newest first; only years of which something is written.</summary>
    public async Task<IReadOnlyList<TaskTotal>> OfTaskAsync(ProgrammeTask task, Actor actor, CancellationToken ct)
    {
        var (id, seen) = (task.Id, db.BudgetEntriesVisibleTo(actor).AsNoTracking());
        var entries = await seen.Where(entry => entry.TaskId == id || seen.Any(wrong => wrong.Id == entry.Corrects && wrong.TaskId == id)).ToListAsync(ct);

        return
        [
            .. entries.Select(entry => entry.Year).Distinct().OrderDescending()
                .Select(year => Of(task, new BudgetLedger(year, entries), year))
                .Where(total => total is not { Allocated: 0, Spent: 0 }),
        ];
    }

    private static TaskTotal Of(ProgrammeTask task, BudgetLedger ledger, int year) =>
        new(task.Id, task.Text, year, ledger.Of(task.Id, BudgetEntryKind.Allocation), ledger.Of(task.Id, BudgetEntryKind.Spending));
}
