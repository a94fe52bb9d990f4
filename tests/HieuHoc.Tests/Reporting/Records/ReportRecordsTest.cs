using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using HieuHoc.Reporting.Records;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Reporting.Records;

/// <summary>A province whose programme has several reports, and a folder for their files.</summary>
public abstract class ReportRecordsTest : ReportTest
{
    private readonly string folder = Directory.CreateTempSubdirectory("hieuhoc-reports-").FullName;

    protected AttachmentFiles Files => new(folder, Clock);

    protected Actor Association => new(1, new PersonId(Guid.Parse("01900000-0000-7000-8000-000000000021")), Role.AssociationOfficer, Province);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await GivenVariantsAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    protected async Task<Outcome<Report>> BeginAsync(NewReport wanted, Actor? actor = null)
    {
        var db = Stored();

        return await new BeginReport(db, ReadAnnualFacts(db), Clock).RunAsync(wanted, actor ?? Agency, Ct);
    }

    protected async Task<Report> BegunAsync(string variant = "department", int year = 2026) =>
        (await BeginAsync(new NewReport(new ReportId(Guid.CreateVersion7()), variant, year))).Value;

    protected async Task<Outcome<ReportText>> WriteAsync(ReportId id, string section, int startedFrom, string? text, string seen = "", Actor? actor = null)
    {
        var db = Stored();

        return await new WriteReportText(db, ReadAnnualFacts(db), Clock).RunAsync(id, new WrittenSection(section, startedFrom, text, seen), actor ?? Agency, Ct);
    }

    protected async Task<Outcome<Report>> LockAsync(ReportId id, int startedFrom = 0, Actor? actor = null)
    {
        var db = Stored();

        return await new LockReport(db, BuildOn(db), Files, Clock).RunAsync(id, startedFrom, actor ?? Agency, Ct);
    }

    protected Task<Outcome<Report>> ContinueAsync(ReportId from, ReportId id, Actor? actor = null) =>
        new ContinueReport(Stored(), Clock).RunAsync(from, id, actor ?? Agency, Ct);

    protected async Task<IReadOnlyList<ReportSectionText>> SectionsAsync(Report report)
    {
        var db = Stored();

        return (await new ReadReport(db, ReadAnnualFacts(db), new Texts()).RunAsync(report, Agency, Ct)).Value;
    }

    protected Task<List<Attachment>> FilesOfAsync(ReportId id)
    {
        var record = ReportFiles.RecordOf(id);

        return Stored().Attachments.Where(row => row.Kind == ReportFiles.Kind && row.Record == record).OrderBy(row => row.Name).ToListAsync(Ct);
    }
}
