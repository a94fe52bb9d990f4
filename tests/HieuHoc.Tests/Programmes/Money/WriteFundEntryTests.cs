using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Programmes.Money;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Programmes.Money;

public sealed class WriteFundEntryTests : FundTest
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await OpenFundAsync(Fund);
    }

    [Fact]
    public async Task What_came_in_is_given_out_by_group_and_what_is_left_is_seen()
    {
        await WrittenAsync(Gift);
        await WrittenAsync(Scholarships);
        await WrittenAsync(Scholarships with { Amount = 1_000_000, Learners = 2 });
        await WrittenAsync(Scholarships with { Amount = 500_000, Learners = 1, Group = LearnerGroup.Other, GroupWords = "Con đoàn viên" });

        var ledger = await LedgerAsync();
        Assert.Equal(2_500_000, ledger.Left(FundForm.Cash));
        Assert.Equal([new(LearnerGroup.Poor, "", 14, 7_000_000), new GroupScholarships(LearnerGroup.Other, "Con đoàn viên", 1, 500_000)], ledger.Scholarships);
        Assert.Equal((4, 1), (await ToldAsync<FundEntryWritten>(), ledger.Unnamed));
    }

    [Fact]
    public async Task A_fund_never_gives_more_than_it_has_neither_money_nor_things()
    {
        await WrittenAsync(Gift);
        Assert.Equal(new FundHasLess(FundForm.Cash, 10_000_000), await RefusedAsync(Scholarships with { Amount = 10_000_001 }));
        Assert.Equal(new FundHasLess(FundForm.InKind, 0), await RefusedAsync(Scholarships with { Form = FundForm.InKind, Amount = 1 }));
        await WrittenAsync(Scholarships with { Amount = 10_000_000 });
        Assert.Equal(new FundHasLess(FundForm.Cash, 0), await RefusedAsync(Scholarships with { Amount = 1 }));

        // Nor by a correction of what came in.
        var gift = (await LedgerAsync()).Entries.Single(entry => entry.Kind is FundEntryKind.Receipt).Id;
        Assert.Equal(new FundHasLess(FundForm.Cash, 0), await RefusedAsync(Gift with { Amount = 9_000_000, Corrects = gift, Reason = "Ghi nhầm" }));
        Assert.Equal("Quỹ không đủ (Bằng tiền): vào ngày ghi còn chi được 1.500.000 đồng. Hãy ghi số tiền nhỏ hơn hoặc ngày sau khi có thu; nếu thiếu khoản thu thì ghi khoản thu trước.", new Texts().In("vi", "refusal.FundHasLess", [("form", FundForm.Cash), ("left", 1_500_000L)]));
    }

    [Fact]
    public async Task A_fund_gives_on_a_day_what_it_has_on_that_day_and_needs_later()
    {
        await WrittenAsync(Gift);
        await WrittenAsync(Scholarships with { Amount = 4_000_000, Day = Gift.Day.AddDays(10) });

        Assert.Equal(new FundHasLess(FundForm.Cash, 0), await RefusedAsync(Scholarships with { Amount = 1, Day = Gift.Day.AddDays(-1) }));
        Assert.Equal(new FundHasLess(FundForm.Cash, 6_000_000), await RefusedAsync(Scholarships with { Amount = 6_000_001, Day = Gift.Day.AddDays(1) }));
        await WrittenAsync(Scholarships with { Amount = 6_000_000, Day = Gift.Day.AddDays(1) });
    }

    [Fact]
    public async Task Things_may_have_no_value_and_money_has_one()
    {
        await WrittenAsync(Gift with { Form = FundForm.InKind, Amount = null });
        await WrittenAsync(Gift with { Form = FundForm.InKind, Amount = 3_000_000 });
        await WrittenAsync(Scholarships with { Form = FundForm.InKind, Amount = null, Purpose = FundPurpose.Materials });

        var ledger = await LedgerAsync();
        Assert.Equal((3_000_000, 0, 1, 1), (ledger.Left(FundForm.InKind), ledger.Left(FundForm.Cash), ledger.Unvalued(FundEntryKind.Receipt), ledger.Unvalued(FundEntryKind.Allotment)));

        foreach (var amount in new long?[] { null, 0, -1, MoneyAmount.Most + 1 })
        {
            Assert.Equal(new MoneyAmountUnfit(MoneyAmount.Most), await RefusedAsync(Gift with { Amount = amount }));
        }
    }

    [Fact]
    public async Task A_giver_is_named_only_who_agreed()
    {
        Assert.Equal(new GiverDidNotAgree(), await RefusedAsync(Gift with { Giver = "Ông Nguyễn Văn Mẫu" }));
        Assert.Equal(new GiverTooLong(200), await RefusedAsync(Gift with { Giver = new string('a', 201), AgreesToBeNamed = true }));
        await WrittenAsync(Gift with { Giver = " Ông Nguyễn Văn Mẫu ", AgreesToBeNamed = true });
        await WrittenAsync(Gift with { AgreesToBeNamed = true });

        Assert.Equal(["", "Ông Nguyễn Văn Mẫu"], (await LedgerAsync()).Entries.Select(entry => entry.Giver).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_scholarship_is_for_a_group_and_a_number_of_learners()
    {
        await WrittenAsync(Gift);
        Assert.Equal(new LearnerGroupMissing(), await RefusedAsync(Scholarships with { Group = null }));
        Assert.Equal(new LearnerGroupMissing(), await RefusedAsync(Scholarships with { Group = LearnerGroup.Other, GroupWords = " " }));
        Assert.Equal(new LearnerGroupMissing(), await RefusedAsync(Scholarships with { Group = LearnerGroup.Other, GroupWords = new string('a', 501) }));
        Assert.Equal(new LearnersUnfit(1_000_000), await RefusedAsync(Scholarships with { Learners = null }));
        Assert.Equal(new LearnersUnfit(1_000_000), await RefusedAsync(Scholarships with { Learners = 0 }));
        Assert.Equal(new LearnersUnfit(1_000_000), await RefusedAsync(Scholarships with { Learners = 1_000_001 }));

        var material = (await WriteAsync(NewId(), Scholarships with { Purpose = FundPurpose.Materials, GroupWords = "x" })).Value;
        Assert.Equal((null, "", null), (material.Group, material.GroupWords, material.Learners));
        Assert.Equal(FundPurpose.Other, (await WriteAsync(NewId(), Scholarships with { Amount = 1, Purpose = null })).Value.Purpose);
    }

    [Fact]
    public async Task The_same_request_again_changes_nothing_and_another_under_its_id_is_told()
    {
        var id = NewId();
        Assert.Null((await WriteAsync(id, Gift)).Refusal);
        Assert.Null((await WriteAsync(id, Gift)).Refusal);

        Assert.Equal(new MoneyEntryDiffers(), (await WriteAsync(id, Gift with { Amount = 1 })).Refusal);
        Assert.Equal((10_000_000, 1), ((await LedgerAsync()).Left(FundForm.Cash), await ToldAsync<FundEntryWritten>()));
    }

    [Fact]
    public async Task A_line_is_corrected_once_by_a_further_line_with_a_reason()
    {
        var wrong = await WrittenAsync(Gift);
        var correction = Gift with { Amount = 0, Corrects = wrong, Reason = "Ghi hai lần" };
        Assert.Equal(new MoneyReasonMissing(500), await RefusedAsync(correction with { Reason = "" }));
        Assert.Equal(new MoneyEntryNotFound(), await RefusedAsync(correction with { Corrects = NewId() }));
        Assert.Equal(new MoneyEntryNotFound(), await RefusedAsync(Scholarships with { Corrects = wrong, Reason = "x" }));
        await WrittenAsync(correction);

        Assert.Equal(new MoneyEntryCorrectedMeanwhile(), await RefusedAsync(correction));
        Assert.Equal((0, 2, 1), ((await LedgerAsync()).Left(FundForm.Cash), (await LedgerAsync()).Entries.Count, await ToldAsync<FundEntryCorrected>()));
    }

    [Fact]
    public async Task A_line_has_words_and_a_day_that_has_come()
    {
        Assert.Equal(new MoneyEntryUnnamed(500), await RefusedAsync(Gift with { What = " " }));
        Assert.Equal(new MoneyDayInFuture(Clock.Now.Day), await RefusedAsync(Gift with { Day = Clock.Now.Day.AddDays(1) }));
    }

    [Fact]
    public async Task The_keeper_writes_and_who_sees_the_book_reads()
    {
        Assert.Equal(new FundNotFound(), (await WriteAsync(NewId(), Gift, Neighbour)).Refusal);
        Assert.Equal(new FundNotFound(), (await WriteAsync(NewId(), Gift, OfDepartment)).Refusal);
        Assert.Equal(new MoneyNotYours(), (await WriteAsync(NewId(), Gift, OfAssociation)).Refusal);
        Assert.Equal(new MoneyNotYours(), (await WriteAsync(NewId(), Gift, Standing)).Refusal);
        Assert.Equal(new MoneyNotYours(), (await WriteAsync(NewId(), Gift, Given.Person(Role.CommuneLeader, HaiLang))).Refusal);
    }

    [Fact]
    public async Task The_year_is_read_by_source_with_what_funds_got_and_gave()
    {
        await WrittenAsync(Gift);
        await WrittenAsync(Gift with { Day = new DateOnly(2025, 9, 5), Form = FundForm.InKind, Amount = 700_000 });
        await WrittenAsync(Scholarships);
        await new WriteBudgetEntry(Stored(), Clock).RunAsync(new(Guid.CreateVersion7()), HaiLang, new(BudgetEntryKind.Spending, 2026, MoneySource.Local, 2_000_000, new DateOnly(2026, 10, 1), "Tài liệu", "", null, ""), Officer, Ct);

        var (totals, before) = (await TotalsAsync(2026, Standing), await TotalsAsync(2025, Standing));

        Assert.Equal([new(MoneySource.Province, 0, 0, 0), new(MoneySource.Local, 0, 2_000_000, null), new(MoneySource.Integrated, 0, 0, 0), new SourceTotal(MoneySource.Mobilised, 10_000_000, 6_000_000, 4_000_000)], totals.Sources);
        Assert.Equal((700_000, 0), (before.OfFunds(FundEntryKind.Receipt, FundForm.InKind), before.OfFunds(FundEntryKind.Receipt, FundForm.Cash)));
        Assert.True((await TotalsAsync(2024, Standing)).IsEmpty);
        Assert.True((await TotalsAsync(2026, Neighbour)).IsEmpty);
        // The Association reads all books, and of budgets its own.
        Assert.Equal([0, 0, 0, 10_000_000], (await TotalsAsync(2026, OfAssociation)).Sources.Select(source => source.Given));
        Assert.Equal(0, (await TotalsAsync(2026, OfAssociation)).Sources.Sum(source => source.Source is MoneySource.Local ? source.Spent : 0));
        Assert.Equal("Xã Hải Lăng", Assert.Single(totals.Funds).Keeper);
    }

    private async Task<MoneyTotals> TotalsAsync(int year, Actor actor)
    {
        var db = Stored();

        return await new ReadMoneyTotals(new ReadBudgets(db), new ReadStudyFunds(db, Clock), new ReadTaskMoney(db)).RunAsync(year, actor, Ct);
    }
}
