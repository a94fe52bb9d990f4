using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using HieuHoc.Programmes.Checks;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Programmes.Checks;

/// <summary>A province with two communes, the department that visits, the Front, another department, and their people. It is 20 November 2026.</summary>
public abstract class VisitsTest : DatabaseTest
{
    protected int Province { get; private set; }

    protected int HaiLang { get; private set; }

    protected int VinhDinh { get; private set; }

    protected int FrontAgency { get; private set; }

    protected int Culture { get; private set; }

    protected Actor Standing { get; private set; } = null!;

    protected Actor Front { get; private set; } = null!;

    protected Actor OfCulture { get; private set; } = null!;

    protected Actor Officer { get; private set; } = null!;

    protected Actor Neighbour { get; private set; } = null!;

    protected PlanVisit Plan => new(Db, Clock);

    protected MoveVisit Move => new(Db, Clock);

    protected LookAtPoints Look => new(Db, Clock);

    protected AddFinding Find => new(Db, Clock);

    protected SayOfFinding Say => new(Db, Clock);

    protected DateOnly Today => Clock.Now.Day;

    protected StatedVisit ToHaiLang => new()
    {
        Kind = VisitKind.Check,
        Subject = "Kiểm tra việc xây dựng xã hội học tập năm 2026",
        FirstDay = Today,
        LastDay = Today.AddDays(1),
        VisitedId = HaiLang,
        Team = "Nguyễn Văn Mẫu, Sở GDĐT\nTrần Thị Mẫu, Hội Khuyến học tỉnh",
        Points = "Trung tâm học tập cộng đồng\nHồ sơ công nhận",
    };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Province = Given.Place();
        HaiLang = Given.Place("Hải Lăng", under: Province);
        VinhDinh = Given.Place("Vĩnh Định", under: Province);
        Given.Owner(Province);
        FrontAgency = Given.Agency(Province, "Ủy ban MTTQ Việt Nam tỉnh", AgencyKind.MassOrganisation);
        Culture = Given.Agency(Province, "Sở Văn hóa, Thể thao và Du lịch");
        Standing = Given.Person(Role.StandingAgency, Province);
        Front = Given.Person(Role.AgencyOfficer, Province) with { AgencyId = FrontAgency };
        OfCulture = Given.Person(Role.AgencyLeader, Province) with { AgencyId = Culture };
        Officer = Given.Person(Role.CommuneOfficer, HaiLang);
        Neighbour = Given.Person(Role.CommuneOfficer, VinhDinh);
    }

    protected static VisitId NewId() => new(Guid.CreateVersion7());

    protected async Task<VisitId> PlannedAsync(StatedVisit? stated = null, Actor? by = null) =>
        (await Plan.RunAsync(NewId(), 0, stated ?? ToHaiLang, by ?? Standing, Ct)).Value.Id;

    protected async Task<VisitId> CarriedOutAsync(StatedVisit? stated = null, Actor? by = null)
    {
        var id = await PlannedAsync(stated, by);

        return (await Move.RunAsync(id, 1, VisitStep.CarryOut, null, by ?? Standing, Ct)).Value.Id;
    }

    /// <summary>A finding of a visit, due in ten days, that names a unit.</summary>
    protected async Task<FindingId> FoundAsync(VisitId visit, int? responsible = null, Actor? by = null) =>
        (await Find.RunAsync(visit, new FindingId(Guid.CreateVersion7()), new StatedFinding("Chưa có tủ sách", responsible ?? HaiLang, Today.AddDays(10)), by ?? Standing, Ct)).Value.Id;

    protected async Task<Refusal?> SaidAsync(FindingId id, int startedFrom, FindingStep step, string? words, Actor by, DateOnly? dueOn = null) =>
        (await Say.RunAsync(id, new SaidOfFinding(startedFrom, step, words, dueOn), by, Ct)).Refusal;

    protected Task<Visit> StoredAsync(VisitId id) => Stored().Visits.SingleAsync(visit => visit.Id == id, Ct);

    protected Task<Finding> StoredAsync(FindingId id) => Stored().Findings.SingleAsync(finding => finding.Id == id, Ct);

    /// <summary>How often the audit tells of a kind of change of a visit.</summary>
    protected Task<int> ToldAsync<T>(VisitId id)
        where T : Change
    {
        var (change, record) = (typeof(T).Name, id.Value.ToString());

        return Stored().AuditEntries.CountAsync(entry => entry.Change == change && entry.Record == record, Ct);
    }
}
