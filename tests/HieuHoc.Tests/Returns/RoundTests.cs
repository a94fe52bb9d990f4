using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Returns;

public sealed class RoundTests
{
    private static readonly Round Round = new()
    {
        Owner = 1,
        Id = new RoundId(Guid.CreateVersion7()),
        Code = "2026",
        PeriodId = 1,
        OpensOn = new DateOnly(2026, 10, 1),
        CutOffOn = new DateOnly(2026, 10, 31),
        DueOn = new DateOnly(2026, 11, 29),
    };

    private readonly FixedTime time = new();

    [Theory]
    [InlineData(2026, 11, 28, 12, 0, false)]
    [InlineData(2026, 11, 29, 16, 59, false)]
    [InlineData(2026, 11, 29, 17, 0, true)]
    [InlineData(2026, 11, 30, 1, 0, true)]
    public void The_last_day_ends_at_midnight_in_Vietnam_and_not_in_UTC(int year, int month, int day, int hour, int minute, bool late)
    {
        time.MoveTo(new DateTimeOffset(year, month, day, hour, minute, 0, TimeSpan.Zero));

        var isLate = Round.IsLateOn(new ProgrammeClock(time).Now.Day);

        Assert.Equal(late, isLate);
    }

    [Theory]
    [InlineData(29, false)]
    [InlineData(30, true)]
    public void Before_30_November_means_until_the_29th(int day, bool late)
    {
        var isLate = Round.IsLateOn(new DateOnly(2026, 11, day));

        Assert.Equal(late, isLate);
    }
}
