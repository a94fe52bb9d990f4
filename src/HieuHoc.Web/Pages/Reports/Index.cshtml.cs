using HieuHoc.Access;
using HieuHoc.Papers;
using HieuHoc.Reporting;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages.Reports;

/// <summary>The yearly report: what it will contain, and its two files.</summary>
[For(Capability.BuildReports)]
public sealed class IndexModel(Actor actor, BuildAnnualReport buildAnnualReport) : PageModel
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public IReadOnlyList<ReportableYear> Years { get; private set; } = [];

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
        Years = await buildAnnualReport.YearsAsync(actor, ct);
        await next();
    }
}
