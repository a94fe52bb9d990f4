using System.Text;
using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Programmes.Checks;
using HieuHoc.Programmes.Pilots;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Returns;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages;

/// <summary>What knows of days to come.</summary>
public sealed record CalendarKit(ReadRoundCalendar ReadCalendar, ListVisits ListVisits, ReadTasks ReadTasks, ReadReportDays ReadReports, ListPilots ListPilots);

/// <summary>What is coming: the days of the visitor's rounds, of visits, of pilots, of what their agencies have to do and to report, from today on, also as a file for a calendar.</summary>
[For(Capability.SeeReturns)]
public sealed class CalendarModel(HieuHocDb db, Actor actor, CalendarKit kit, Texts texts, ProgrammeClock clock) : PageModel
{
    public IReadOnlyList<CalendarLine> Lines { get; private set; } = [];

    public DateOnly Today => clock.Now.Day;

    public async Task OnGetAsync(CancellationToken ct) =>
        Lines =
        [
            .. CalendarLine.Of(await RoundsAsync(ct), texts, namesRounds: true)
                .Concat(CalendarLine.Of(await kit.ListVisits.ComingAsync(actor, ct), texts, Today))
                .Concat(CalendarLine.Of(await kit.ReadTasks.ComingAsync(actor, ct), texts))
                .Concat(CalendarLine.Of(await kit.ReadReports.ComingAsync(actor, ct), texts, actor.May(Capability.KeepPlans)))
                .Concat(CalendarLine.Of(await kit.ListPilots.ComingAsync(actor, ct), texts)).OrderBy(line => line.Day),
        ];

    public async Task<IActionResult> OnGetFileAsync(CancellationToken ct)
    {
        var entries = CalendarFile.EntriesOf(await RoundsAsync(ct), texts)
            .Concat(CalendarLine.EntriesOf(await kit.ListVisits.ComingAsync(actor, ct), texts))
            .Concat(CalendarLine.EntriesOf(await kit.ReadTasks.ComingAsync(actor, ct), texts))
            .Concat(CalendarLine.EntriesOf(await kit.ReadReports.ComingAsync(actor, ct), texts))
            .Concat(CalendarLine.EntriesOf(await kit.ListPilots.ComingAsync(actor, ct), texts));

        return File(Encoding.UTF8.GetBytes(CalendarFile.Write(entries, clock.Now)), "text/calendar; charset=utf-8", "lich-bao-cao.ics");
    }

    private async Task<IReadOnlyList<CalendarDay>> RoundsAsync(CancellationToken ct)
    {
        // What is closed, and what is over for long, has no day to come.
        var rounds = await db.RoundsVisibleTo(actor).AsNoTracking().Where(round => round.ClosedAt == null).ToListAsync(ct);

        return [.. (await kit.ReadCalendar.RunAsync(rounds, actor, ct)).Where(day => day.Day >= Today)];
    }
}
