using HieuHoc.Figures;
using HieuHoc.Programmes;
using HieuHoc.Reporting.Records;

namespace HieuHoc.Testing;

public sealed partial class Given
{
    /// <summary>A report of 2026 of the first programme's province that is being written.</summary>
    public ReportId Report(string variant = "department", ReportWriter writer = ReportWriter.StandingAgency)
    {
        using var db = engine.Open();

        return Add(new Report
        {
            Owner = 1,
            Id = new ReportId(Guid.CreateVersion7()),
            Programme = "quang-tri-2021-2030",
            Variant = variant,
            Writer = writer,
            PlaceId = db.Set<HieuHoc.Places.Owner>().Single(owner => owner.Id == 1).PlaceId,
            PeriodId = Period(),
            Boundaries = Boundaries.Today,
            Number = 1,
            CreatedBy = null,
            CreatedAt = new DateTime(2026, 11, 1, 1, 0, 0, DateTimeKind.Utc),
        }).Id;
    }
}
