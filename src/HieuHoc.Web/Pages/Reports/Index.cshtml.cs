using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using HieuHoc.Reporting;
using HieuHoc.Reporting.Records;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HieuHoc.Web.Pages.Reports;

/// <summary>The reports upward: for who writes them what they will contain, with their files; for others those that are locked.</summary>
[For(Capability.SeeReports)]
public sealed class IndexModel(HieuHocDb db, Actor actor, BuildAnnualReport buildAnnualReport, ListReports listReports) : PageModel
{
    public IReadOnlyList<Row> Years { get; private set; } = [];

    /// <summary>True when the visitor's role writes reports.</summary>
    public bool Writes => actor.May(Capability.BuildReports);

    /// <summary>The versions that are being written or are locked; for who writes none, the locked ones.</summary>
    public IReadOnlyList<ReportLine> Written { get; private set; } = [];

    public override Task OnPageHandlerExecutionAsync(
        Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context,
        Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutionDelegate next) => LoadThenAsync(next, HttpContext.RequestAborted);

    public void OnGet()
    {
    }

    /// <summary>Begins to write a report in the browser.</summary>
    public async Task<IActionResult> OnPostAsync(
        Guid newId, string? programme, string? variant, int year, Boundaries boundaries, [FromServices] BeginReport beginReport, CancellationToken ct)
    {
        if (!ModelState.IsValid || variant is null || year is < 1 or > 9998)
        {
            return BadRequest();
        }

        var outcome = await beginReport.RunAsync(new NewReport(new ReportId(newId), variant, year) { Programme = programme, Boundaries = boundaries }, actor, ct);

        return outcome.Refusal is { } refusal ? this.Refuse(refusal) : Redirect($"/reports/{outcome.Value.Id.Value}");
    }

    public Task<IActionResult> OnGetPaperAsync(int year, string? programme, string? variant, CancellationToken ct) =>
        FileAsync(year, programme, variant, report => (report.PaperName, PaperFiles.Word, to => WordPaper.Write(report.Paper, to)), ct);

    public Task<IActionResult> OnGetAppendixAsync(int year, string? programme, string? variant, CancellationToken ct) =>
        FileAsync(year, programme, variant, report => (report.AppendixName, PaperFiles.Excel, to => ExcelPaper.Write(report.Appendix, to)), ct);

    private async Task<IActionResult> FileAsync(
        int year, string? programme, string? variant, Func<AnnualReport, (string Name, string Type, Action<Stream> Write)> choose, CancellationToken ct)
    {
        if (year is < 1 or > 9998)
        {
            return this.Refuse(new RoundOfYearNotFound(year));
        }

        var built = await buildAnnualReport.RunAsync(new ReportAsked(actor.PlaceId, year) { Programme = programme, Variant = variant }, actor, ct);

        if (built.Refusal is { } refusal)
        {
            return this.Refuse(refusal);
        }

        return this.Download(choose(built.Value));
    }

    private async Task LoadThenAsync(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutionDelegate next, CancellationToken ct)
    {
        Years = Writes ? await YearsAsync(ct) : [];
        Written = await listReports.RunAsync(db.ReportsVisibleTo(actor), actor, ct);
        await next();
    }

    /// <summary>The years of each programme; who answers for one alone need not be told which.</summary>
    private async Task<IReadOnlyList<Row>> YearsAsync(CancellationToken ct)
    {
        var programmes = await buildAnnualReport.ProgrammesAsync(actor, ct);
        var rows = new List<Row>();

        foreach (var programme in programmes)
        {
            rows.AddRange(await YearsAsync(programmes.Count == 1 ? null : programme, actor with { Programme = programme.BaseId }, ct));
        }

        return rows;
    }

    private async Task<IEnumerable<Row>> YearsAsync(ProgrammePack? named, Actor writer, CancellationToken ct)
    {
        var coverage = (await buildAnnualReport.YearsAsync(writer, ct)).ToDictionary(year => year.Year);
        var rows = new List<Row>();

        foreach (var year in coverage.Keys.Union(await buildAnnualReport.ReviewYearsAsync(writer, ct)).OrderDescending())
        {
            var asked = coverage.GetValueOrDefault(year);
            var reports = (await buildAnnualReport.VariantsAsync(year, writer, ct)).Where(report => asked is not null || report.Review is not null).ToList();
            rows.AddRange(reports.Count == 0 ? [] : [new Row(named, year, asked, reports)]);
        }

        return rows;
    }

    /// <summary>A year, how complete it is where a round asked for it, and the reports that can be made of it.</summary>
    /// <param name="Programme">Whose reports they are; null where there is no other.</param>
    public sealed record Row(ProgrammePack? Programme, int Year, ReportableYear? Coverage, IReadOnlyList<ReportDefinition> Reports);
}
