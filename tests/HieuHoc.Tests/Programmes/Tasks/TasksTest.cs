using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.PlanReading;
using HieuHoc.Platform;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Returns.Reminders;
using HieuHoc.Testing;
using HieuHoc.Tests.Programmes.Plans;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Programmes.Tasks;

/// <summary>A province with two departments, the committee of a commune, and those who plan for them. It is 20 November 2026.</summary>
public abstract class TasksTest : PlansTest
{
    protected static DateOnly Today => new(2026, 11, 20);

    protected int Education { get; private set; }

    protected int Finance { get; private set; }

    protected int Committee { get; private set; }

    protected Actor OfEducation => Of(Education);

    protected Actor Association => Agency with { Role = Role.AssociationOfficer };

    protected KeepTasks KeepTasks => new(Db, Clock);

    protected DrawUpAnnualPlan DrawUp => new(Db, Clock);

    protected KeepAnnualRows KeepRows => new(Db, Clock);

    protected SayProgress SayProgress => new(Db, Clock);

    protected NameTaskSuccessor NameSuccessor => new(Db, Clock);

    protected ReadTasks ReadTasks => new(Stored(), new ReadReminders(Stored(), Shelf, Clock), Clock);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Education = Given.Agency(Province, "Sở Giáo dục và Đào tạo");
        Finance = Given.Agency(Province, "Sở Tài chính");
        Committee = Given.Agency(Commune, "Ủy ban nhân dân xã Hải Lăng", AgencyKind.PeoplesCommittee, level: AgencyLevel.Commune);
    }

    protected Actor Of(int agency, Role role = Role.AgencyOfficer) => Agency with { Role = role, AgencyId = agency };

    protected static GivenAgencies Led(params IReadOnlyList<string> names) => new(new Dictionary<AgencyRole, IReadOnlyList<string>> { [AgencyRole.Lead] = names });

    protected async Task<DrawnUp> DrawnUpAsync(int agency, int year = 2026) => (await DrawUp.RunAsync(agency, year, Agency, Ct)).Value;

    /// <summary>Accepts what nobody looked at, and confirms the plan.</summary>
    protected async Task ConfirmAsync()
    {
        await AcceptRestAsync();
        Assert.Null((await ConfirmPlan.RunAsync(Id, "", Agency, Ct)).Refusal);
    }

    protected Task<AnnualRow> RowAsync(AnnualRowId id) => Stored().AnnualRows.SingleAsync(row => row.Id == id, Ct);

    protected Task<AnnualRow> RowOfAsync(TaskId task) => Stored().AnnualRows.SingleAsync(row => row.TaskId == task, Ct);

    /// <summary>How often the audit tells of a kind of change.</summary>
    protected Task<int> ToldAsync<T>()
        where T : Change
    {
        var change = typeof(T).Name;

        return Stored().AuditEntries.CountAsync(entry => entry.Change == change, Ct);
    }
}
