using HieuHoc.Programmes.Committees;

namespace HieuHoc.Testing;

public sealed partial class Given
{
    /// <summary>A steering committee of a place, set up in 2025 and renewed in 2026 with another member.</summary>
    public CommitteeId Committee(int placeId, short owner = 1)
    {
        var committee = new Committee { Owner = owner, Id = new CommitteeId(Guid.CreateVersion7()), PlaceId = placeId, Revision = 2 };
        Add(committee);
        Decide(committee, "12/QĐ-UBND", new DateOnly(2025, 7, 10), "Nguyễn Văn Mẫu");
        Decide(committee, "34/QĐ-UBND", new DateOnly(2026, 3, 2), "Trần Thị Mẫu");

        return committee.Id;
    }

    private void Decide(Committee committee, string number, DateOnly day, string head)
    {
        var decision = new CommitteeDecision
        {
            Owner = committee.Owner,
            CommitteeId = committee.Id,
            Id = new CommitteeDecisionId(Guid.CreateVersion7()),
            RecordedBy = null,
            RecordedAt = new DateTime(2026, 11, 1, 1, 0, 0, DateTimeKind.Utc),
        };
        decision.Say(new StatedDecision { Name = "Ban Chỉ đạo xây dựng xã hội học tập (minh họa)", Number = number, DecidedOn = day, Members = [] }, null);
        Add(decision, new CommitteeMember
        {
            Owner = committee.Owner,
            CommitteeId = committee.Id,
            DecisionId = decision.Id,
            Position = 1,
            Name = head,
            Post = "Phó Chủ tịch UBND",
            Duty = CommitteeDuty.Head,
            Agency = "",
            AgencyId = null,
        });
    }
}
