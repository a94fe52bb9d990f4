using HieuHoc.Access;
using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Reporting;
using HieuHoc.Returns;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Reports;

/// <summary>The yearly report: what it will contain, and its two files.</summary>
[For(Role.StandingAgency)]
public sealed class IndexModel(HieuHocDb db, Actor actor, BuildAnnualReport buildAnnualReport) : PageModel
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public IReadOnlyList<YearRow> Years { get; private set; } = [];

    public override Task OnPageHandlerExecutionAsync(
        Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context,
        Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutionDelegate next) => LoadThenAsync(next, HttpContext.RequestAborted);

    public void OnGet()
    {
    }

    public Task<IActionResult> OnGetPaperAsync(int year, CancellationToken ct) =>
        FileAsync(year, report => (report.PaperName, Word, to => WordPaper.Write(report.Paper, to)), ct);

    public Task<IActionResult> OnGetAppendixAsync(int year, CancellationToken ct) =>
        FileAsync(year, report => (report.AppendixName, Excel, to => ExcelPaper.Write(report.Appendix, to)), ct);

    private async Task<IActionResult> FileAsync(
        int year, Func<AnnualReport, (string Name, string Type, Action<Stream> Write)> choose, CancellationToken ct)
    {
        if (year is < 1 or > 9998)
        {
            return this.Refuse(new RoundOfYearNotFound(year));
        }

        var built = await buildAnnualReport.RunAsync(actor.PlaceId, year, actor, ct);

        if (built.Refusal is { } refusal)
        {
            return this.Refuse(refusal);
        }

        var (name, type, write) = choose(built.Value);
        // Whole in memory before the first byte is sent: a file that breaks off looks like a file.
        var stream = new MemoryStream();
        write(stream);
        stream.Position = 0;

        return File(stream, type, name);
    }

    private async Task LoadThenAsync(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutionDelegate next, CancellationToken ct)
    {
        var rounds = await (
            from round in db.Rounds.AsNoTracking()
            where round.Owner == actor.Owner
            from period in db.Set<Figures.Period>().Where(period => period.Id == round.PeriodId)
            orderby period.LastDay descending
            select new
            {
                period.LastDay,
                All = db.Set<Return>().Count(@return => @return.Owner == round.Owner && @return.RoundId == round.Id),
                Confirmed = db.Set<Return>().Count(@return =>
                    @return.Owner == round.Owner && @return.RoundId == round.Id && @return.State == ReturnState.Confirmed),
            }).ToListAsync(ct);
        Years = [.. rounds.Select(round => new YearRow(round.LastDay.Year, round.Confirmed, round.All)).DistinctBy(row => row.Year)];
        await next();
    }

    /// <summary>A year that can be reported, and how complete it is.</summary>
    public sealed record YearRow(int Year, int Confirmed, int All);
}
