using HieuHoc.Programmes.Checks;

namespace HieuHoc.Tests.Programmes.Checks;

public sealed class MoveVisitTests : VisitsTest
{
    [Fact]
    public async Task A_visit_takes_place_from_its_first_day_on()
    {
        var (today, tomorrow) = (await PlannedAsync(), await PlannedAsync(ToHaiLang with { FirstDay = Today.AddDays(1) }));

        Assert.Null((await Move.RunAsync(today, 1, VisitStep.CarryOut, null, Standing, Ct)).Refusal);
        Assert.Equal(new VisitNotYet(Today.AddDays(1)), (await Move.RunAsync(tomorrow, 1, VisitStep.CarryOut, null, Standing, Ct)).Refusal);

        Assert.Equal((VisitState.CarriedOut, VisitState.Planned), ((await StoredAsync(today)).State, (await StoredAsync(tomorrow)).State));
    }

    [Fact]
    public async Task The_same_step_again_changes_nothing_and_another_from_an_older_page_is_told()
    {
        var id = await PlannedAsync();
        await Move.RunAsync(id, 1, VisitStep.Cancel, "Mưa lũ", Standing, Ct);

        Assert.Null((await Move.RunAsync(id, 1, VisitStep.Cancel, " Mưa lũ ", Standing, Ct)).Refusal);
        Assert.IsType<VisitChangedMeanwhile>((await Move.RunAsync(id, 1, VisitStep.Cancel, "Khác", Standing, Ct)).Refusal);
        Assert.IsType<VisitChangedMeanwhile>((await Move.RunAsync(id, 1, VisitStep.CarryOut, null, Standing, Ct)).Refusal);

        Assert.Equal((2, "Mưa lũ", 1), ((await StoredAsync(id)).Revision, (await StoredAsync(id)).Reason, await ToldAsync<VisitMoved>(id)));
    }

    [Fact]
    public async Task Who_cancels_says_why()
    {
        var id = await PlannedAsync();

        Assert.IsType<VisitReasonMissing>((await Move.RunAsync(id, 1, VisitStep.Cancel, " ", Standing, Ct)).Refusal);
        Assert.IsType<VisitTextTooLong>((await Move.RunAsync(id, 1, VisitStep.Cancel, new string('a', StatedVisit.LongestText + 1), Standing, Ct)).Refusal);
    }

    [Theory]
    [InlineData(VisitStep.CarryOut)]
    [InlineData(VisitStep.Cancel)]
    public async Task What_took_place_neither_takes_place_again_nor_is_cancelled(VisitStep step)
    {
        var id = await CarriedOutAsync();

        Assert.Equal(new VisitStandsOtherwise(VisitState.CarriedOut), (await Move.RunAsync(id, 2, step, "Vì", Standing, Ct)).Refusal);
    }

    [Fact]
    public async Task It_is_closed_once_it_took_place_and_each_finding_is_settled()
    {
        var planned = await PlannedAsync();
        Assert.Equal(new VisitStandsOtherwise(VisitState.Planned), (await Move.RunAsync(planned, 1, VisitStep.Close, null, Standing, Ct)).Refusal);
        var id = await CarriedOutAsync();
        var (answered, withdrawn) = (await FoundAsync(id), await FoundAsync(id));

        Assert.Equal(new VisitFindingsUnsettled(2), (await Move.RunAsync(id, 2, VisitStep.Close, null, Standing, Ct)).Refusal);
        await SaidAsync(withdrawn, 0, FindingStep.Withdraw, "Ghi nhầm", Standing);
        await SaidAsync(answered, 0, FindingStep.Answer, "Đã mở tủ sách", Officer);
        Assert.Equal(new VisitFindingsUnsettled(1), (await Move.RunAsync(id, 2, VisitStep.Close, null, Standing, Ct)).Refusal);
        await SaidAsync(answered, 1, FindingStep.Accept, null, Standing);
        Assert.Null((await Move.RunAsync(id, 2, VisitStep.Close, null, Standing, Ct)).Refusal);

        Assert.Equal(VisitState.Closed, (await StoredAsync(id)).State);
    }

    [Fact]
    public async Task Its_own_office_alone_moves_it()
    {
        var id = await PlannedAsync();

        Assert.IsType<VisitNotYoursToChange>((await Move.RunAsync(id, 1, VisitStep.CarryOut, null, Officer, Ct)).Refusal);
        Assert.IsType<VisitNotFound>((await Move.RunAsync(id, 1, VisitStep.CarryOut, null, Neighbour, Ct)).Refusal);
        Assert.IsType<VisitNotFound>((await Move.RunAsync(NewId(), 1, VisitStep.CarryOut, null, Standing, Ct)).Refusal);
    }
}
