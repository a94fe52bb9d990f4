using HieuHoc.Access;
using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Reporting.Records;

/// <summary>
/// Chốt và khóa bản: makes the Word and the Excel file once, as of this instant, and keeps them byte for byte. The files are on
/// disk before the report says that it is locked.
/// </summary>
public sealed class LockReport(HieuHocDb db, BuildAnnualReport buildAnnualReport, AttachmentFiles files, ProgrammeClock clock)
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";

    /// <param name="startedFrom">The revision of the report that whoever locks it saw.</param>
    public async Task<Outcome<Report>> RunAsync(ReportId id, int startedFrom, Actor actor, CancellationToken ct)
    {
        if (await db.ReportsWrittenBy(actor).SingleOrDefaultAsync(report => report.Id == id, ct) is not { } report)
        {
            return new ReportNotFound();
        }

        if (report.WasLockedFrom(startedFrom))
        {
            return report;
        }

        var now = clock.Now;

        if (report.Lock(startedFrom, actor.PersonId?.Value, now) is { } refusal)
        {
            return refusal;
        }

        var built = await buildAnnualReport.RunAsync(await db.AskedByAsync(report, now.Instant, ct), actor, ct);

        if (built.Refusal is { } unbuilt)
        {
            return unbuilt;
        }

        return await KeepAsync(report, built.Value, actor, now, ct);
    }

    private async Task<Outcome<Report>> KeepAsync(Report report, AnnualReport built, Actor actor, Moment now, CancellationToken ct)
    {
        var paper = await KeepAsync(to => WordPaper.Write(built.Paper, to), ct);
        var appendix = await KeepAsync(to => ExcelPaper.Write(built.Appendix, to), ct);

        if ((paper.Refusal ?? appendix.Refusal) is { } tooLarge)
        {
            return tooLarge;
        }

        db.Add(File(report, paper.Value, built.PaperName, Office + "wordprocessingml.document", now));
        db.Add(File(report, appendix.Value, built.AppendixName, Office + "spreadsheetml.sheet", now));
        db.Record(new ReportLocked(report.Id, paper.Value.Sha256, appendix.Value.Sha256), report.Owner, actor.PersonId?.Value, now);

        return await db.SaveReportAsync(ct) is { } conflict ? conflict : report;
    }

    private async Task<Outcome<KeptFile>> KeepAsync(Action<Stream> write, CancellationToken ct)
    {
        using var memory = new MemoryStream();
        write(memory);
        memory.Position = 0;

        return await files.KeepAsync(memory, AttachmentTypes.MostBytes, ct);
    }

    private static Attachment File(Report report, KeptFile kept, string name, string mediaType, Moment now) => new()
    {
        Owner = report.Owner,
        Id = new AttachmentId(Guid.CreateVersion7()),
        Kind = ReportFiles.Kind,
        Record = ReportFiles.RecordOf(report.Id),
        Sha256 = kept.Sha256,
        Size = kept.Size,
        MediaType = mediaType,
        Name = name,
        AddedBy = report.LockedBy,
        AddedAt = now.Instant,
    };
}
