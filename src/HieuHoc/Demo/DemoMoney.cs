using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Programmes.Money;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Demo;

/// <summary>The money of this year: what a few communes got and spent, and the book of the Association's fund. All amounts are made up.</summary>
internal sealed class DemoMoney(DbEngine engine, Texts texts, StoryTime time)
{
    private const int Communes = 4;

    private const long Million = 1_000_000;

    private static readonly DateOnly Allocated = new(2026, 3, 2);

    private static readonly DateOnly Spent = new(2026, 9, 18);

    private readonly ProgrammeClock clock = new(time);

    public async Task RunAsync(Owner owner, CancellationToken ct)
    {
        await using var db = engine.Open();
        time.Morning(StoryTime.Opening);
        var communes = (await db.ChildrenAsync(owner.PlaceId, StoryTime.Opening, ct)).OrderBy(commune => commune.Code != DemoPeople.CommuneCode).ThenBy(commune => commune.Code, StringComparer.Ordinal);

        foreach (var (i, commune) in communes.Take(Communes).Index())
        {
            await WriteAsync(db, owner, BudgetEntryKind.Allocation, commune.Id, (80 + (10 * i)) * Million, Allocated, new Actor(owner.Id, null, Role.StandingAgency, owner.PlaceId), ct);
            await WriteAsync(db, owner, BudgetEntryKind.Spending, commune.Id, (30 + (12 * i)) * Million, Spent, new Actor(owner.Id, null, Role.CommuneOfficer, commune.Id), ct);
        }

        await FundAsync(db, owner, ct);
    }

    private async Task WriteAsync(HieuHocDb db, Owner owner, BudgetEntryKind kind, int commune, long amount, DateOnly day, Actor actor, CancellationToken ct)
    {
        var stated = new StatedBudgetEntry(kind, StoryTime.Year, MoneySource.Local, amount, day, texts.In("vi", $"demo.money.{kind}"), kind is BudgetEntryKind.Allocation ? texts.In("vi", "demo.number", ("number", 45)) : "", null, "");
        _ = (await new WriteBudgetEntry(db, clock).RunAsync(new BudgetEntryId(DemoId.Of(owner, $"{kind} {commune}")), commune, stated, actor, ct)).Value;
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
