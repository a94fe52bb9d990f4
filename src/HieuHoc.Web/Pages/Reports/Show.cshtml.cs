using HieuHoc.Access;
using HieuHoc.Access.Attachments;
using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using HieuHoc.Reporting;
using HieuHoc.Reporting.Records;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Reports;

/// <summary>One version of a report: written section by section until it is locked, then its files and what changed since, for readers too.</summary>
[For(Capability.SeeReports)]
public sealed class ShowModel(
    HieuHocDb db, AttachmentKinds kinds, AttachmentFiles files, Actor actor, Texts texts, ReadReport readReport, ListReports listReports,
    ReadChangesSinceLock readChanges) : PageModel
{
    /// <summary>The most changed figures that are listed; of the others their number is said.</summary>
    public const int MostChanged = 50;

    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The section that was written.</summary>
    [BindProperty]
    public string? Section { get; set; }

    /// <summary>What was typed in it.</summary>
    [BindProperty]
    public string? Text { get; set; }

    [TempData(Key = "report.done")]
    public string? Done { get; set; }

    public Report Report { get; private set; } = null!;

    public ReportLine Line { get; private set; } = null!;

    /// <summary>True when the visitor's role writes reports; others read locked ones.</summary>
    public bool Writes => actor.May(Capability.BuildReports);

    /// <summary>The newest version that the visitor sees; null where this is it.</summary>
    public Report? Newer { get; private set; }

    public IReadOnlyList<ReportSectionText> Sections { get; private set; } = [];

    public IReadOnlyList<Attachment> Files { get; private set; } = [];

    public IReadOnlyList<ChangedFigure> Changed { get; private set; } = [];

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    /// <summary>The id of the next version: asked for twice it is one.</summary>
    public Guid NewId { get; } = Guid.CreateVersion7();

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;
        var id = new ReportId(Id);

        if (await db.ReportsVisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(report => report.Id == id, ct) is not { } report)
        {
            context.Result = this.Refuse(new ReportNotFound());

            return;
        }

        // No page of ours leaves out what it started from; without it somebody's text could be overwritten.
        if (!ModelState.IsValid)
        {
            context.Result = BadRequest();

            return;
        }

        Report = report;
        var executed = await next();

        // What is shown is read after what was done.
        if (executed.Result is PageResult && await LoadAsync(ct) is { } refusal)
        {
            executed.Result = this.Refuse(refusal);
        }
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostWriteAsync(
        int startedFrom, string? seen, [FromServices] WriteReportText writeReportText, CancellationToken ct)
    {
        var written = new WrittenSection(Section ?? "", startedFrom, Text, seen ?? "");
        var outcome = await writeReportText.RunAsync(Report.Id, written, actor, ct);

        return outcome.Refusal is { } refusal ? this.Refuse(refusal, $"section_{Section}") : Again(Report.Id, "reportPage.written", $"section_{Section}_title");
    }

    public async Task<IActionResult> OnPostLockAsync(int startedFrom, [FromServices] LockReport lockReport, CancellationToken ct)
    {
        var outcome = await lockReport.RunAsync(Report.Id, startedFrom, actor, ct);

        return outcome.Refusal is { } refusal ? this.Refuse(refusal) : Again(Report.Id, "reportPage.lockedDone");
    }

    public async Task<IActionResult> OnPostContinueAsync(Guid newId, [FromServices] ContinueReport continueReport, CancellationToken ct)
    {
        var outcome = await continueReport.RunAsync(Report.Id, new ReportId(newId), actor, ct);

        return outcome.Refusal is { } refusal ? this.Refuse(refusal) : Again(outcome.Value.Id, "reportPage.begun");
    }

    /// <summary>A file of the locked report, byte for byte.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid attachment, CancellationToken ct)
    {
        var id = new AttachmentId(attachment);
        var found = await kinds[ReportFiles.Kind].Visible(db, ReportFiles.RecordOf(Report.Id), actor).AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct);

        return found is null ? this.Refuse(new AttachmentNotFound()) : File(files.Open(found.Sha256), found.MediaType, found.Name);
    }

    public Task<IActionResult> OnGetPaperAsync([FromServices] BuildAnnualReport build, CancellationToken ct) =>
        DraftAsync(build, report => (report.PaperName, PaperFiles.Word, to => WordPaper.Write(report.Paper, to)), ct);

    public Task<IActionResult> OnGetAppendixAsync([FromServices] BuildAnnualReport build, CancellationToken ct) =>
        DraftAsync(build, report => (report.AppendixName, PaperFiles.Excel, to => ExcelPaper.Write(report.Appendix, to)), ct);

    /// <summary>What stands in the field of a section: what was typed, else what was written, else what the figures say.</summary>
    public string Typed(ReportSectionText section) => Section == section.Code && Request.Method == HttpMethods.Post
        ? Text ?? ""
        : section.Written?.Text ?? section.Drafted;

    private async Task<IActionResult> DraftAsync(
        BuildAnnualReport build, Func<AnnualReport, (string Name, string Type, Action<Stream> Write)> choose, CancellationToken ct)
    {
        if (Report.State is ReportState.Locked)
        {
            return this.Refuse(new ReportIsLocked());
        }

        var built = await build.RunAsync(await db.AskedByAsync(Report, null, ct), actor, ct);

        return built.Refusal is { } refusal ? this.Refuse(refusal) : this.Download(choose(built.Value));
    }

    private RedirectResult Again(ReportId id, string done, string? part = null)
    {
        Done = done;

        return Redirect($"/reports/{id.Value}{(part is null ? "" : $"#{part}")}");
    }

    private async Task<Refusal?> LoadAsync(CancellationToken ct)
    {
        Line = (await listReports.RunAsync(db.ReportsVisibleTo(actor).Where(report => report.Id == Report.Id), actor, ct)).Single();
        Report = Line.Report;
        var seen = db.ReportsVisibleTo(actor).Select(report => report.Id);
        Newer = await db.VersionsOf(Report).AsNoTracking().FirstOrDefaultAsync(other => other.Number > Report.Number && seen.Contains(other.Id), ct);
        History = await db.HistoryAsync(texts, Report.Owner, ReportFiles.RecordOf(Report.Id), ToldChanges.OfReport, ct);

        if (Report.State is ReportState.Locked)
        {
            Files = await kinds[ReportFiles.Kind].Visible(db, ReportFiles.RecordOf(Report.Id), actor).AsNoTracking().OrderBy(file => file.Name).ToListAsync(ct);
            Changed = await readChanges.RunAsync(Report, actor, ct);

            return null;
        }

        var read = await readReport.RunAsync(Report, actor, ct);
        Sections = read.Refusal is null ? read.Value : [];

        return read.Refusal;
    }
}
