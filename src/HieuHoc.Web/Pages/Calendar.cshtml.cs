using System.Text;
using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages;

/// <summary>What is coming: the days of the visitor's rounds from today on, also as a file for a calendar.</summary>
[For(Capability.SeeReturns)]
public sealed class CalendarModel(HieuHocDb db, Actor actor, ReadRoundCalendar readCalendar, Texts texts, ProgrammeClock clock) : PageModel
{
    public IReadOnlyList<CalendarDay> Days { get; private set; } = [];

    public DateOnly Today => clock.Now.Day;

    public async Task OnGetAsync(CancellationToken ct) => Days = await ComingAsync(ct);

    public async Task<IActionResult> OnGetFileAsync(CancellationToken ct) =>
        File(Encoding.UTF8.GetBytes(CalendarFile.Write(await ComingAsync(ct), texts, clock.Now)), "text/calendar; charset=utf-8", "lich-bao-cao.ics");

    private async Task<IReadOnlyList<CalendarDay>> ComingAsync(CancellationToken ct)
    {
        // What is closed, and what is over for long, has no day to come.
        var rounds = await db.RoundsVisibleTo(actor).AsNoTracking().Where(round => round.ClosedAt == null).ToListAsync(ct);

        return [.. (await readCalendar.RunAsync(rounds, actor, ct)).Where(day => day.Day >= Today)];
    }
}
