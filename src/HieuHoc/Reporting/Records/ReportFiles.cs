using HieuHoc.Access;
using HieuHoc.Access.Attachments;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;

namespace HieuHoc.Reporting.Records;

/// <summary>The files of a locked report: for whoever sees the report, and for nobody to change.</summary>
public sealed class ReportFiles : AttachmentKind
{
    /// <summary>The name of the kind.</summary>
    public const string Kind = "report";

    public override string Name => Kind;

    public override IQueryable<Attachment> Visible(HieuHocDb db, string record, Actor actor)
    {
        var id = new ReportId(Guid.Parse(record));
        var reports = db.ReportsVisibleTo(actor).Where(report => report.Id == id);

        return db.Attachments.Where(row => row.Owner == actor.Owner && row.Kind == Kind && row.Record == record && reports.Any());
    }

    public override Task<bool> MayAddAsync(HieuHocDb db, string record, Actor actor, CancellationToken ct) => Task.FromResult(false);

    /// <summary>The record under which a report's files and changes are kept.</summary>
    public static string RecordOf(ReportId id) => id.Value.ToString();
}
