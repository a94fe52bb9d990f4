using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Programmes.Tasks;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Programmes.Tasks;

public sealed class SayProgressTests : TasksTest
{
    private readonly Guid act = Guid.CreateVersion7();
    private AnnualRowId row;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        row = Given.AnnualRow(Education);
    }

    [Fact]
    public async Task The_last_that_was_said_holds_and_all_of_it_stays()
    {
        Assert.Equal(1, (await SayAsync(RowState.UnderWay, "Đã mở 2 lớp")).Value.Number);
        Assert.Equal(2, (await SayAsync(RowState.Done, "Đã xong", seen: 1)).Value.Number);
        Assert.Equal(3, (await SayAsync(RowState.UnderWay, "Còn một lớp bù", seen: 2, by: Agency)).Value.Number);

        Assert.Equal(RowState.UnderWay, (await RowAsync(row)).State);
        var said = await Stored().RowProgresses.OrderBy(one => one.Number).ToListAsync(Ct);
        Assert.Equal([RowState.UnderWay, RowState.Done, RowState.UnderWay], said.Select(one => one.State));
        Assert.All(said, one => Assert.Equal((Today.AddDays(-1), Agency.PersonId, Clock.Now.Instant), (one.ActedOn, one.SaidBy, one.SaidAt)));
        Assert.Equal(3, await ToldAsync<ProgressSaid>());
    }

    [Fact]
    public async Task The_same_press_again_changes_nothing()
    {
        await SayAsync(RowState.UnderWay, "Đã mở 2 lớp", press: act);

        Assert.Equal(1, (await SayAsync(RowState.UnderWay, "Đã mở 2 lớp", press: act)).Value.Number);
        Assert.IsType<ProgressSaidMeanwhile>((await SayAsync(RowState.Done, "Đã mở 2 lớp", press: act)).Refusal);
        Assert.Equal(1, await Stored().RowProgresses.CountAsync(Ct));
    }

    [Fact]
    public async Task Of_two_at_one_row_the_second_sees_what_the_first_said_and_chooses()
    {
        await SayAsync(RowState.Done, "Đã xong");

        Assert.IsType<ProgressSaidMeanwhile>((await SayAsync(RowState.UnderWay, "Đang làm")).Refusal);
        Assert.Equal(RowState.Done, (await RowAsync(row)).State);
        Assert.Equal(2, (await SayAsync(RowState.UnderWay, "Đang làm", seen: 1)).Value.Number);
    }

    [Fact]
    public async Task What_cannot_be_is_refused()
    {
        Assert.Equal(new ProgressDayInFuture(Today), (await SayAsync(RowState.Done, "", on: Today.AddDays(1))).Refusal);
        Assert.Equal(new TaskTextTooLong(4_000), (await SayAsync(RowState.Done, new string('a', 4_001))).Refusal);
        Assert.IsType<AnnualRowNotFound>((await SayAsync(RowState.Done, "", by: Of(Finance))).Refusal);
        Assert.IsType<AnnualPlanNotYours>((await SayAsync(RowState.Done, "", by: As(Role.Auditor))).Refusal);
        Assert.Null((await SayAsync(RowState.Done, "", on: Today)).Refusal);
        await KeepRows.DropAsync(row, "Trùng", OfEducation, Ct);
        Assert.IsType<AnnualRowIsDropped>((await SayAsync(RowState.UnderWay, "", seen: 1)).Refusal);
    }

    private Task<Outcome<RowProgress>> SayAsync(RowState state, string words, int seen = 0, Guid? press = null, DateOnly? on = null, Actor? by = null) =>
        SayProgress.RunAsync(row, new ToldProgress(press ?? Guid.CreateVersion7(), seen, state, words, on ?? Today.AddDays(-1)), by ?? OfEducation, Ct);
}
