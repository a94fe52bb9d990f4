using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Returns;

public sealed class LastDayOfAReturnTests
{
    private readonly FixedTime time = new();

    [Theory]
    [InlineData(2026, 11, 28, 12, 0, false)]
    [InlineData(2026, 11, 29, 16, 59, false)]
    [InlineData(2026, 11, 29, 17, 0, true)]
    [InlineData(2026, 11, 30, 1, 0, true)]
    public void The_last_day_ends_at_midnight_in_Vietnam_and_not_in_UTC(int year, int month, int day, int hour, int minute, bool late)
    {
        time.MoveTo(new DateTimeOffset(year, month, day, hour, minute, 0, TimeSpan.Zero));

        var isLate = Owed().IsLateOn(new ProgrammeClock(time).Now.Day);

        Assert.Equal(late, isLate);
    }

    [Theory]
    [InlineData(29, false)]
    [InlineData(30, true)]
    public void Before_30_November_means_until_the_29th(int day, bool late)
    {
        var isLate = Owed().IsLateOn(new DateOnly(2026, 11, day));

        Assert.Equal(late, isLate);
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void An_extension_moves_the_last_day(int day, bool late)
    {
        var owed = Owed();

        owed.ExtendTo(new DateOnly(2026, 12, 4));

        Assert.Equal(late, owed.IsLateOn(new DateOnly(2026, 12, day)));
    }

    [Fact]
    public void It_never_moves_to_an_earlier_day()
    {
        var owed = Owed();

        owed.ExtendTo(new DateOnly(2026, 11, 20));

        Assert.Equal(new DateOnly(2026, 11, 29), owed.DueOn);
    }

    [Theory]
    [InlineData(WeekendRule.Strict, 27, 27)]
    [InlineData(WeekendRule.Strict, 28, 28)]
    [InlineData(WeekendRule.Strict, 29, 29)]
    [InlineData(WeekendRule.NextWorkingDay, 27, 27)]
    [InlineData(WeekendRule.NextWorkingDay, 28, 30)]
    [InlineData(WeekendRule.NextWorkingDay, 29, 30)]
    [InlineData(WeekendRule.NextWorkingDay, 30, 30)]
    public void A_due_day_on_a_weekend_stays_or_moves_as_the_round_says(WeekendRule rule, int due, int last) =>
        Assert.Equal(new DateOnly(2026, 11, last), rule.LastInTime(new DateOnly(2026, 11, due)));

    [Theory]
    [InlineData(27, 27)]
    [InlineData(28, 27)]
    [InlineData(29, 27)]
    [InlineData(30, 30)]
    public void The_last_working_day_is_the_day_itself_or_the_Friday_before(int day, int working) =>
        Assert.Equal(new DateOnly(2026, 11, working), new DateOnly(2026, 11, day).LastWorkingDay());

    [Theory]
    [InlineData(SubjectLevel.Village, 24)]
    [InlineData(SubjectLevel.Commune, 29)]
    [InlineData(SubjectLevel.Agency, 29)]
    public void A_level_has_its_own_day_or_the_general_one(SubjectLevel level, int day)
    {
        var asked = Given.AskedRound(2026) with { DueOnAt = new Dictionary<SubjectLevel, DateOnly> { [SubjectLevel.Village] = new(2026, 11, 24) } };

        Assert.Equal(new DateOnly(2026, 11, day), asked.LastDayAt(level));
    }

    private static Return Owed() => Return.Of(
        new RoundForm { Owner = 1, RoundId = new RoundId(Guid.CreateVersion7()), FormPackId = 1, DueOn = new DateOnly(2026, 11, 29) }, 1);
}
