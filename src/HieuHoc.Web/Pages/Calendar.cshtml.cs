using System.Text;
using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Returns;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages;

/// <summary>What is coming: the days of the visitor's rounds and of what their agencies have to do, from today on; also as a file for a calendar.</summary>
[For(Capability.SeeReturns)]
public sealed class CalendarModel(HieuHocDb db, Actor actor, ReadRoundCalendar readCalendar, ReadTasks readTasks, Texts texts, ProgrammeClock clock) : PageModel
{
    /// <summary>The most signs of a task that a calendar shows on one line.</summary>
    private const int LongestSummary = 120;

    public IReadOnlyList<CalendarDay> Days { get; private set; } = [];

    public IReadOnlyList<TaskDay> Tasks { get; private set; } = [];

    public DateOnly Today => clock.Now.Day;

    public async Task OnGetAsync(CancellationToken ct) => (Days, Tasks) = (await ComingAsync(ct), await readTasks.ComingAsync(actor, ct));

    public async Task<IActionResult> OnGetFileAsync(CancellationToken ct)
    {
        var tasks = (await readTasks.ComingAsync(actor, ct))
            .Select(day => new CalendarEvent($"{day.Row.Value:D}-task", day.Day, texts["tasks.calendar", ("task", Short(day.Text))]));
        var file = CalendarFile.Write([.. CalendarFile.Events(await ComingAsync(ct), texts), .. tasks], clock.Now);

        return File(Encoding.UTF8.GetBytes(file), "text/calendar; charset=utf-8", "lich-bao-cao.ics");
    }

    private static string Short(string text) => text.Length <= LongestSummary ? text : $"{text[..LongestSummary]}…";

    private async Task<IReadOnlyList<CalendarDay>> ComingAsync(CancellationToken ct)
    {
        // What is closed, and what is over for long, has no day to come.
        var rounds = await db.RoundsVisibleTo(actor).AsNoTracking().Where(round => round.ClosedAt == null).ToListAsync(ct);

        return [.. (await readCalendar.RunAsync(rounds, actor, ct)).Where(day => day.Day >= Today)];
    }
}
