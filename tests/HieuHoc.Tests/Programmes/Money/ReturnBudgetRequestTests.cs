using HieuHoc.Programmes.Money;

namespace HieuHoc.Tests.Programmes.Money;

public sealed class ReturnBudgetRequestTests : MoneyTest
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await OpenAsync();
        await StateAsync(Officer, 0, true, Classes);
    }

    [Fact]
    public async Task What_is_given_back_keeps_its_lines_and_its_reason_and_the_same_press_again_changes_nothing()
    {
        Assert.Null((await ReturnAsync(HaiLang, 1, " Thiếu căn cứ ")).Refusal);
        Assert.Null((await ReturnAsync(HaiLang, 1, "Thiếu căn cứ")).Refusal);

        var request = await RequestOfAsync(HaiLang);
        Assert.Equal((BudgetRequestState.Returned, "Thiếu căn cứ", 1, null), (request.State, request.Reason, request.Stated.Count, request.SentAt));
        Assert.Equal(1, await ToldAsync<BudgetRequestReturned>());
    }

    [Fact]
    public async Task A_reason_is_asked_and_is_not_longer_than_people_read()
    {
        Assert.Equal(new BudgetReasonMissing(500), (await ReturnAsync(HaiLang, 1, " ")).Refusal);
        Assert.Equal(new BudgetReasonMissing(500), (await ReturnAsync(HaiLang, 1, new string('a', 501))).Refusal);
    }

    [Fact]
    public async Task Only_what_was_sent_and_was_looked_at_is_given_back()
    {
        Assert.Equal(new BudgetRequestIsNotSent(), (await ReturnAsync(VinhDinh, 0, "Xem lại")).Refusal);
        Assert.Equal(new BudgetRequestChangedMeanwhile(), (await ReturnAsync(HaiLang, 0, "Xem lại")).Refusal);
        Assert.Equal(new BudgetRequestNotFound(), (await ReturnAsync(Province, 0, "Xem lại")).Refusal);
    }

    [Fact]
    public async Task Only_the_standing_agency_gives_back()
    {
        Assert.Equal(new MoneyNotYours(), (await ReturnAsync(HaiLang, 1, "Xem lại", Leader)).Refusal);
        Assert.Equal(new MoneyNotYours(), (await ReturnAsync(HaiLang, 1, "Xem lại", Officer)).Refusal);
        Assert.Equal(new BudgetRequestNotFound(), (await ReturnAsync(HaiLang, 1, "Xem lại", Neighbour)).Refusal);
    }
}
