using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Programmes.Committees;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Programmes.Committees;

/// <summary>A province with two communes and a district that ended, and the people who keep and read its committees.</summary>
public abstract class CommitteesTest : DatabaseTest
{
    protected int Province { get; private set; }

    protected int HaiLang { get; private set; }

    protected int VinhDinh { get; private set; }

    /// <summary>Ended on 30 June 2025.</summary>
    protected int District { get; private set; }

    protected int Department { get; private set; }

    protected Actor Standing { get; private set; } = null!;

    protected Actor Officer { get; private set; } = null!;

    protected Actor Neighbour { get; private set; } = null!;

    protected RecordCommitteeDecision Record => new(Db, Clock);

    protected static StatedMember Head { get; } = new("Nguyễn Văn Mẫu", "Phó Chủ tịch UBND", CommitteeDuty.Head);

    protected static StatedDecision First { get; } = new()
    {
        Name = "Ban Chỉ đạo xây dựng xã hội học tập",
        Number = "123/QĐ-UBND",
        DecidedOn = new DateOnly(2025, 8, 15),
        StandingAgency = "Sở Giáo dục và Đào tạo",
        Members = [Head, new("Trần Thị Mẫu", "Giám đốc", CommitteeDuty.StandingDeputy, "Sở Giáo dục và Đào tạo"), new("Lê Văn Mẫu", "Chủ tịch", CommitteeDuty.Member, "Hội Khuyến học")],
    };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Province = Given.Place(from: new DateOnly(1989, 7, 1));
        HaiLang = Given.Place("Hải Lăng", under: Province);
        VinhDinh = Given.Place("Vĩnh Định", under: Province);
        District = Given.Place("Hải Lăng cũ", under: Province, level: PlaceLevel.District, from: new DateOnly(1990, 1, 1));
        await using var db = Engine.Open();
        var ended = new DateOnly(2025, 6, 30);
        await db.Places.Where(place => place.Id == District).ExecuteUpdateAsync(set => set.SetProperty(place => place.ValidTo, ended), Ct);
        await db.PlaceNames.Where(fact => fact.PlaceId == District).ExecuteUpdateAsync(set => set.SetProperty(fact => fact.ValidTo, ended), Ct);
        await db.PlaceCodes.Where(fact => fact.PlaceId == District).ExecuteUpdateAsync(set => set.SetProperty(fact => fact.ValidTo, ended), Ct);
        await db.PlaceParents.Where(fact => fact.PlaceId == District).ExecuteUpdateAsync(set => set.SetProperty(fact => fact.ValidTo, ended), Ct);
        Given.Owner(Province);
        Department = Given.Agency(Province, "Sở Giáo dục và Đào tạo", AgencyKind.Department);
        Standing = Given.Person(Role.StandingAgency, Province);
        Officer = Given.Person(Role.CommuneOfficer, HaiLang);
        Neighbour = Given.Person(Role.CommuneOfficer, VinhDinh);
    }

    protected static CommitteeId NewId() => new(Guid.CreateVersion7());

    /// <summary>A decision on its way to a new committee of a place.</summary>
    protected static ArrivingDecision Arriving(int place, StatedDecision? stated = null) =>
        new(NewId(), place, new CommitteeDecisionId(Guid.CreateVersion7()), 0, stated ?? First);

    /// <summary>A renewal of a committee that has one decision.</summary>
    protected static ArrivingDecision Renewing(CommitteeId id, StatedDecision stated, int startedFrom = 1) =>
        new(id, 0, new CommitteeDecisionId(Guid.CreateVersion7()), startedFrom, stated);

    /// <summary>A committee that is known.</summary>
    protected async Task<CommitteeId> RecordedAsync(int place, Actor? by = null, StatedDecision? stated = null) =>
        (await Record.RunAsync(Arriving(place, stated), by ?? Standing, Ct)).Value.Id;

    protected async Task<CommitteeRead> ReadAsync(CommitteeId id, Actor? by = null) => (await new ReadCommittee(Stored(), Clock).RunAsync(id, by ?? Standing, Ct)).Value;

    /// <summary>How often the audit tells of a kind of change of a committee.</summary>
    protected Task<int> ToldAsync<T>(CommitteeId id)
        where T : Change
    {
        var (change, record) = (typeof(T).Name, id.Value.ToString());

        return Stored().AuditEntries.CountAsync(entry => entry.Change == change && entry.Record == record, Ct);
    }
}
