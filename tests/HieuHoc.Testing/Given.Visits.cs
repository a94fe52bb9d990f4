using HieuHoc.Programmes.Checks;

namespace HieuHoc.Testing;

public sealed partial class Given
{
    /// <summary>A visit of the province's office on 10 November 2026, planned still or carried out; it looks at two lines.</summary>
    /// <param name="keeper">The place whose people keep it.</param>
    /// <param name="visited">The place or agency that is visited.</param>
    public VisitId Visit(int keeper, int visited, bool carriedOut = true, short owner = 1)
    {
        var day = new DateOnly(2026, 11, 10);
        var visit = new Visit
        {
            Owner = owner, Id = new VisitId(Guid.CreateVersion7()), PlaceId = keeper, AgencyId = null, PlannedBy = null, PlannedAt = new DateTime(2026, 11, 1, 1, 0, 0, DateTimeKind.Utc),
        };
        visit.Say(new StatedVisit
        {
            Kind = VisitKind.Check, Subject = "Kiểm tra xây dựng xã hội học tập (minh họa)", FirstDay = day, LastDay = day, VisitedId = visited, Team = "Nguyễn Văn Mẫu, Sở GDĐT",
        });

        if (carriedOut)
        {
            visit.Take(VisitStep.CarryOut, "", 0, day);
        }

        Add(visit, Point(1, "Trung tâm học tập cộng đồng"), Point(2, "Hồ sơ công nhận danh hiệu"));

        return visit.Id;

        VisitPoint Point(int number, string text) => new() { Owner = owner, VisitId = visit.Id, Number = number, Text = text };
    }

    /// <summary>A finding that nobody has answered.</summary>
    public FindingId Finding(VisitId visit, int responsible, int number = 1, DateOnly? dueOn = null, short owner = 1) => Add(new Finding
    {
        Owner = owner,
        Id = new FindingId(Guid.CreateVersion7()),
        VisitId = visit,
        Number = number,
        Text = "Chưa có tủ sách ở nhà văn hóa thôn (minh họa)",
        ResponsibleId = responsible,
        DueOn = dueOn ?? new DateOnly(2026, 12, 10),
        FoundBy = null,
        FoundAt = new DateTime(2026, 11, 10, 9, 0, 0, DateTimeKind.Utc),
    }).Id;
}
