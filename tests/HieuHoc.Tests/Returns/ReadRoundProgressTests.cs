using HieuHoc.Access;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

public sealed class ReadRoundProgressTests : ReturnsTest
{
    private static readonly IReadOnlyDictionary<string, long> Answers = new Dictionary<string, long> { ["family.total"] = 3 };

    private ReturnId own;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        own = Given.Return(Round, Commune, ReturnState.Approved, Answers);
    }

    [Theory]
    [InlineData(29, 11, 0)]
    [InlineData(30, 11, 1)]
    [InlineData(2, 12, 3)]
    public async Task What_has_not_arrived_is_late_by_the_days_since_its_last_day(int day, int month, int late)
    {
        MoveTo(day, month);

        Assert.Equal((null, late), ((await LineAsync()).ArrivedAt, (await LineAsync()).LateDays));
    }

    [Theory]
    [InlineData(29, 11, 0)]
    [InlineData(1, 12, 2)]
    public async Task What_arrived_is_late_by_the_day_on_which_it_came(int day, int month, int late)
    {
        MoveTo(day, month);
        await TakeAsync(ReturnStep.Send, Officer, 0);
        var arrived = Clock.Now.Instant;
        MoveTo(20, 12);

        Assert.Equal((arrived, late), ((await LineAsync()).ArrivedAt!.Value, (await LineAsync()).LateDays));
    }

    [Fact]
    public async Task What_is_mended_after_the_last_day_arrived_in_time()
    {
        MoveTo(28, 11);
        await TakeAsync(ReturnStep.Send, Officer, 0);
        await TakeAsync(ReturnStep.AskToMend, Agency, 1);
        MoveTo(5, 12);
        await TakeAsync(ReturnStep.Submit, Officer, 2);
        await TakeAsync(ReturnStep.Approve, Leader, 3);
        await TakeAsync(ReturnStep.Send, Officer, 4);

        Assert.Equal(0, (await LineAsync()).LateDays);
    }

    [Fact]
    public async Task What_its_sender_took_back_has_not_arrived()
    {
        MoveTo(28, 11);
        await TakeAsync(ReturnStep.Send, Officer, 0);
        await TakeAsync(ReturnStep.Recall, Officer, 1);
        MoveTo(1, 12);

        Assert.Equal((null, 2), ((await LineAsync()).ArrivedAt, (await LineAsync()).LateDays));
    }

    [Fact]
    public async Task What_arrives_after_the_closing_is_marked()
    {
        MoveTo(1, 12);
        await new CloseRound(Stored(), Clock).RunAsync(Round.Id, Agency, Ct);
        Assert.False((await LineAsync()).IsAfterClosing);
        MoveTo(2, 12);
        await TakeAsync(ReturnStep.Send, Officer, 0);

        Assert.True((await LineAsync()).IsAfterClosing);
    }

    [Fact]
    public async Task The_posts_that_answer_for_it_are_named()
    {
        Given.Person(Role.CommuneOfficer, Commune, userName: "Cán bộ xã Hải Lăng");
        Given.Person(Role.CommuneLeader, Commune, userName: "Lãnh đạo xã Hải Lăng");
        MoveTo(1, 12);

        Assert.Equal(["Cán bộ xã Hải Lăng"], (await LineAsync()).Contacts);
    }

    [Fact]
    public async Task A_sender_sees_its_own_line_alone()
    {
        Given.Return(Round, Given.Place("Vĩnh Định", under: Province));

        Assert.Equal([Commune], (await new ReadRoundProgress(Stored(), Clock).RunAsync(await RoundAsync(), Officer, Ct)).Select(line => line.SubjectId));
    }

    private async Task<ProgressLine> LineAsync() =>
        Assert.Single(await new ReadRoundProgress(Stored(), Clock).RunAsync(await RoundAsync(), Agency, Ct));

    private Task<Round> RoundAsync() => Stored().Rounds.AsNoTracking().SingleAsync(Ct);

    private async Task TakeAsync(ReturnStep step, Actor actor, int revision) =>
        Assert.Null((await new TakeReturnStep(Stored(), Shelf, Clock).RunAsync(own, revision, step, "Đối chiếu lại", actor, Ct)).Refusal);

    private void MoveTo(int day, int month) => Time.MoveTo(new DateTimeOffset(2026, month, day, 9, 0, 0, TimeSpan.FromHours(7)));
}
