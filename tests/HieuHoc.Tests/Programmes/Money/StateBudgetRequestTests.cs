using HieuHoc.Access;
using HieuHoc.Programmes.Money;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Programmes.Money;

public sealed class StateBudgetRequestTests : MoneyTest
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await OpenAsync();
    }

    [Fact]
    public async Task A_commune_saves_and_sends_and_every_step_stays()
    {
        Assert.Equal(BudgetRequestState.Drafting, (await StateAsync(Officer, 0, false, Classes)).Value.State);
        Assert.Equal(BudgetRequestState.Sent, (await StateAsync(Officer, 1, true, Classes, Week)).Value.State);

        var request = await RequestOfAsync(HaiLang);
        Assert.Equal(
            [new BudgetLine("Lớp xóa mù chữ", MoneySource.Province, 15_000_000, "3 lớp"), new BudgetLine("Tuần lễ học tập suốt đời", MoneySource.Mobilised, 4_500_000, "")], request.Stated);
        Assert.Equal((2, Clock.Now.Instant), (request.Revision, request.SentAt));
        Assert.Equal([1, 2], await Stored().BudgetRequestSteps.OrderBy(step => step.Revision).Select(step => BudgetLine.Parse(step.Lines).Count).ToListAsync(Ct));
        Assert.Equal((1, 1), (await ToldAsync<BudgetRequestSaved>(), await ToldAsync<BudgetRequestSent>()));
    }

    [Fact]
    public async Task The_same_again_changes_nothing()
    {
        await StateAsync(Officer, 0, false, Classes);
        Assert.Null((await StateAsync(Officer, 0, false, Classes)).Refusal);
        await StateAsync(Officer, 1, true, Classes);
        Assert.Null((await StateAsync(Officer, 1, true, Classes)).Refusal);

        Assert.Equal((2, 1), ((await RequestOfAsync(HaiLang)).Revision, await ToldAsync<BudgetRequestSent>()));
    }

    [Fact]
    public async Task Whoever_was_not_asked_may_state_too_and_an_empty_page_makes_nothing()
    {
        var unasked = Given.Person(Role.AgencyOfficer, Province) with { AgencyId = Given.Agency(Province, "Thư viện tỉnh", HieuHoc.Agencies.AgencyKind.Centre) };

        Assert.Null((await StateAsync(unasked, 0, true, Week)).Refusal);
        Assert.Equal(BudgetRequestState.Sent, (await RequestOfAsync(unasked.OwnSubject)).State);
    }

    [Fact]
    public async Task Two_of_one_office_do_not_overwrite_each_other()
    {
        await StateAsync(Officer, 0, false, Classes);

        Assert.Equal(new BudgetRequestChangedMeanwhile(), (await StateAsync(Officer, 0, false, Week)).Refusal);
        Assert.Equal("Lớp xóa mù chữ", (await RequestOfAsync(HaiLang)).Stated[0].What);
    }

    [Fact]
    public async Task What_was_sent_is_changed_only_after_it_was_given_back()
    {
        await StateAsync(Officer, 0, true, Classes);
        Assert.Equal(new BudgetRequestIsSent(), (await StateAsync(Officer, 1, false, Week)).Refusal);

        await ReturnAsync(HaiLang, 1, "Thiếu căn cứ");
        Assert.Equal(BudgetRequestState.Returned, (await StateAsync(Officer, 2, false, Week)).Value.State);
        Assert.Equal(BudgetRequestState.Sent, (await StateAsync(Officer, 3, true, Week)).Value.State);
    }

    [Fact]
    public async Task Nothing_is_sent_that_is_empty_and_what_was_given_back_may_be_sent_as_it_was()
    {
        Assert.Equal(new BudgetRequestEmpty(), (await StateAsync(Officer, 0, true)).Refusal);
        await StateAsync(Officer, 0, true, Classes);
        await ReturnAsync(HaiLang, 1, "Xem lại");

        Assert.Equal(BudgetRequestState.Sent, (await StateAsync(Officer, 2, true, Classes)).Value.State);
    }

    [Fact]
    public async Task A_line_says_what_for_and_how_much()
    {
        Assert.Equal(new BudgetLineUnnamed(2), (await StateAsync(Officer, 0, false, Classes, Classes with { What = " " })).Refusal);
        Assert.Equal(new BudgetLineTooLong(1, 500), (await StateAsync(Officer, 0, false, Classes with { Basis = new string('a', 501) })).Refusal);
        Assert.Equal(new BudgetLinesTooMany(50), (await StateAsync(Officer, 0, false, [.. Enumerable.Repeat(Classes, 51)])).Refusal);

        foreach (var amount in new long?[] { null, 0, -1, MoneyAmount.Most + 1 })
        {
            Assert.Equal(new BudgetAmountUnfit(1, MoneyAmount.Most), (await StateAsync(Officer, 0, false, Classes with { Amount = amount })).Refusal);
        }

        Assert.Equal(0, (await RequestOfAsync(HaiLang)).Revision);
        Assert.Null((await StateAsync(Officer, 0, false, Classes with { Amount = MoneyAmount.Most, What = new string('a', 500) })).Refusal);
    }

    [Theory]
    [InlineData("15.000.000", 15_000_000L)]
    [InlineData(" 15 000 000 ", 15_000_000L)]
    [InlineData("15000000", 15_000_000L)]
    [InlineData("-1", null)]
    [InlineData("năm triệu", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("99.999.999.999.999.999.999.999", null)]
    public void An_amount_is_read_as_people_type_it(string? typed, long? expected) => Assert.Equal(expected, MoneyAmount.Read(typed));

    [Fact]
    public async Task Nobody_writes_the_request_of_another_and_who_does_not_see_it_finds_none()
    {
        var state = new StateBudgetRequest(Db, Clock);

        Assert.Equal(new BudgetRequestNotFound(), (await state.RunAsync(Round, VinhDinh, 0, [Classes], false, Officer, Ct)).Refusal);
        Assert.Equal(new BudgetRequestNotFound(), (await state.RunAsync(Round, Union, 0, [Classes], false, OfAssociation, Ct)).Refusal);
        Assert.Equal(new BudgetRequestNotFound(), (await state.RunAsync(new(Guid.CreateVersion7()), HaiLang, 0, [Classes], false, Officer, Ct)).Refusal);
        Assert.Equal(new MoneyNotYours(), (await state.RunAsync(Round, HaiLang, 0, [Classes], false, Standing, Ct)).Refusal);
        Assert.Equal(new MoneyNotYours(), (await state.RunAsync(Round, HaiLang, 0, [Classes], false, Given.Person(Role.CommuneLeader, HaiLang), Ct)).Refusal);
    }
}
