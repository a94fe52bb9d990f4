using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using HieuHoc.Programmes.Money;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Programmes.Money;

/// <summary>A province with two communes, a department, the Association and the union, and the people who write and read their money.</summary>
public abstract class MoneyTest : DatabaseTest
{
    protected static BudgetRoundId Round { get; } = new(Guid.CreateVersion7());

    protected int Province { get; private set; }

    protected int HaiLang { get; private set; }

    protected int VinhDinh { get; private set; }

    protected int Department { get; private set; }

    protected int Union { get; private set; }

    protected Actor Standing { get; private set; } = null!;

    protected Actor Officer { get; private set; } = null!;

    protected Actor Neighbour { get; private set; } = null!;

    /// <summary>Of the department, and of nothing else.</summary>
    protected Actor OfDepartment { get; private set; } = null!;

    protected Actor OfUnion { get; private set; } = null!;

    protected Actor OfAssociation { get; private set; } = null!;

    protected Actor Leader { get; private set; } = null!;

    protected static DateOnly Due => new(2026, 12, 15);

    protected static TypedBudgetLine Classes => new("Lớp xóa mù chữ", MoneySource.Province, 15_000_000, "3 lớp");

    protected static TypedBudgetLine Week => new("Tuần lễ học tập suốt đời", MoneySource.Mobilised, 4_500_000, "");

    protected OpenBudgetRound OpenRound => new(Db, Clock);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Time.MoveTo(new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.FromHours(7)));
        Province = Given.Place();
        HaiLang = Given.Place("Hải Lăng", under: Province);
        VinhDinh = Given.Place("Vĩnh Định", under: Province);
        Given.Owner(Province);
        Department = Given.Agency(Province, "Sở Văn hóa, Thể thao và Du lịch");
        Union = Given.Agency(Province, "Liên đoàn Lao động tỉnh", AgencyKind.MassOrganisation);
        var association = Given.Agency(Province, "Hội Khuyến học tỉnh", AgencyKind.StudyPromotion);
        Standing = Given.Person(Role.StandingAgency, Province);
        Officer = Given.Person(Role.CommuneOfficer, HaiLang);
        Neighbour = Given.Person(Role.CommuneOfficer, VinhDinh);
        OfDepartment = Given.Person(Role.AgencyOfficer, Province) with { AgencyId = Department };
        OfUnion = Given.Person(Role.AgencyOfficer, Province) with { AgencyId = Union };
        OfAssociation = Given.Person(Role.AssociationOfficer, Province) with { AgencyId = association };
        Leader = Given.Person(Role.Leader, Province);
    }

    protected async Task OpenAsync() => Assert.Null((await OpenRound.RunAsync(Round, 2027, Due, Standing, Ct)).Refusal);

    protected async Task<Outcome<BudgetRequest>> StateAsync(Actor actor, int from, bool send, params IReadOnlyList<TypedBudgetLine> lines) =>
        await new StateBudgetRequest(Stored(), Clock).RunAsync(Round, actor.OwnSubject, from, lines, send, actor, Ct);

    protected async Task<Outcome<BudgetRequest>> ReturnAsync(int subject, int from, string? reason, Actor? by = null) =>
        await new ReturnBudgetRequest(Stored(), Clock).RunAsync(Round, subject, from, reason, by ?? Standing, Ct);

    protected async Task<BudgetConsolidation> ReadAsync(Actor actor) => (await new ReadBudgetRound(Stored()).RunAsync(Round, actor, Ct)).Value;

    protected Task<BudgetRequest> RequestOfAsync(int subject) => Stored().BudgetRequests.SingleAsync(request => request.SubjectId == subject, Ct);

    /// <summary>How often the audit tells of a kind of change.</summary>
    protected Task<int> ToldAsync<T>()
        where T : Change
    {
        var change = typeof(T).Name;

        return Stored().AuditEntries.CountAsync(entry => entry.Change == change, Ct);
    }
}
