using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Programmes.Money;
using HieuHoc.Programmes.Tasks;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Demo;

/// <summary>The money of this year: what a few communes got and spent, what agencies got and spent for tasks of the plan, and the book of the Association's fund. All amounts are made up.</summary>
internal sealed class DemoMoney(DbEngine engine, Texts texts, StoryTime time)
{
    private const int Communes = 4;

    private const long Million = 1_000_000;

    /// <summary>What an agency got for the task that a clause of the plan gives it, and spent for it, in millions.</summary>
    private static readonly IReadOnlyList<(string Agency, string Clause, long Allocated, long Spent)> OfTasks =
    [
        ("quang-tri.so-gddt", "IV.1", 1_250, 940),
        (DemoPeople.HomeAffairs, DemoTasks.HomeAffairsClause, 320, 185),
        ("quang-tri.so-khcn", "IV.10", 460, 512),
    ];

    private static readonly DateOnly Allocated = new(2026, 3, 2);

    private static readonly DateOnly Spent = new(2026, 9, 18);

    private readonly ProgrammeClock clock = new(time);

    public async Task RunAsync(Owner owner, CancellationToken ct)
    {
        await using var db = engine.Open();
        time.Morning(StoryTime.Opening);
        var standing = new Actor(owner.Id, null, Role.StandingAgency, owner.PlaceId);
        var communes = (await db.ChildrenAsync(owner.PlaceId, StoryTime.Opening, ct)).OrderBy(commune => commune.Code != DemoPeople.CommuneCode).ThenBy(commune => commune.Code, StringComparer.Ordinal);

        foreach (var (i, commune) in communes.Take(Communes).Index())
        {
            await WriteAsync(db, owner, BudgetEntryKind.Allocation, commune.Id, null, (80 + (10 * i)) * Million, standing, ct);
            await WriteAsync(db, owner, BudgetEntryKind.Spending, commune.Id, null, (30 + (12 * i)) * Million, standing with { Role = Role.CommuneOfficer, PlaceId = commune.Id }, ct);
        }

        foreach (var (code, clause, allocated, spent) in OfTasks)
        {
            var agency = await db.Agencies.Where(agency => agency.Code == code).Select(agency => agency.Id).SingleAsync(ct);
            var task = DemoTasks.IdOf(owner, clause);
            await WriteAsync(db, owner, BudgetEntryKind.Allocation, agency, task, allocated * Million, standing, ct);
            await WriteAsync(db, owner, BudgetEntryKind.Spending, agency, task, spent * Million, standing with { Role = Role.AgencyOfficer, AgencyId = agency }, ct);
        }

        await FundAsync(db, owner, ct);
    }

    private async Task WriteAsync(HieuHocDb db, Owner owner, BudgetEntryKind kind, int subject, TaskId? task, long amount, Actor actor, CancellationToken ct)
    {
        var (day, number) = kind is BudgetEntryKind.Allocation ? (Allocated, texts.In("vi", "demo.number", ("number", 45))) : (Spent, "");
        var what = texts.In("vi", task is null ? $"demo.money.{kind}" : $"demo.money.task.{kind}");
        var stated = new StatedBudgetEntry(kind, StoryTime.Year, task is null ? MoneySource.Local : MoneySource.Province, amount, day, what, number, null, "") { Task = task };
        _ = (await new WriteBudgetEntry(db, clock).RunAsync(new BudgetEntryId(DemoId.Of(owner, $"{kind} {subject}")), subject, stated, actor, ct)).Value;
    }

    private async Task FundAsync(HieuHocDb db, Owner owner, CancellationToken ct)
    {
        var association = await db.Agencies.Where(agency => agency.Code == DemoPeople.Association).Select(agency => agency.Id).SingleAsync(ct);
        var actor = new Actor(owner.Id, null, Role.AssociationOfficer, owner.PlaceId) { AgencyId = association };
        var fund = (await new OpenStudyFund(db, clock).RunAsync(new StudyFundId(DemoId.Of(owner, "fund")), texts.In("vi", "demo.fund"), "", actor, ct)).Value;
        var what = (FundEntryKind kind) => texts.In("vi", $"demo.fund.{kind}");
        IReadOnlyList<StatedFundEntry> lines =
        [
            new(FundEntryKind.Receipt, FundForm.Cash, 150 * Million, new DateOnly(2026, 2, 25), what(FundEntryKind.Receipt)) { Giver = texts.In("vi", "demo.fund.giver"), AgreesToBeNamed = true },
            new(FundEntryKind.Receipt, FundForm.Cash, 62 * Million, new DateOnly(2026, 6, 5), what(FundEntryKind.Receipt)),
            new(FundEntryKind.Allotment, FundForm.Cash, 90 * Million, new DateOnly(2026, 9, 4), what(FundEntryKind.Allotment)) { Purpose = FundPurpose.Scholarship, Group = LearnerGroup.DifficultArea, Learners = 60 },
        ];

        foreach (var (i, line) in lines.Index())
        {
            _ = (await new WriteFundEntry(db, clock).RunAsync(fund.Id, new FundEntryId(DemoId.Of(owner, $"fund {i + 1}")), line, actor, ct)).Value;
        }
    }
}
