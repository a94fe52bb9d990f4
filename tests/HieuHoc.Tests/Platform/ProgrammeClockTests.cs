using HieuHoc.Platform;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Platform;

public sealed class ProgrammeClockTests
{
    private readonly FixedTime time = new();

    private ProgrammeClock Clock => new(time);

    [Fact]
    public void The_day_begins_at_midnight_in_Vietnam_and_not_in_UTC()
    {
        time.MoveTo(new DateTimeOffset(2026, 11, 29, 16, 59, 59, TimeSpan.Zero));
        var before = Clock.Now.Day;

        time.Pass(TimeSpan.FromSeconds(1));

        Assert.Equal(new DateOnly(2026, 11, 29), before);
        Assert.Equal(new DateOnly(2026, 11, 30), Clock.Now.Day);
    }

    [Fact]
    public void Midnight_in_UTC_changes_no_day()
    {
        time.MoveTo(new DateTimeOffset(2026, 11, 29, 23, 59, 59, TimeSpan.Zero));
        var before = Clock.Now.Day;

        time.Pass(TimeSpan.FromSeconds(1));

        Assert.Equal(before, Clock.Now.Day);
    }

    [Fact]
    public void An_instant_is_UTC_and_no_finer_than_both_engines_keep()
    {
        time.MoveTo(new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.FromHours(7)).AddTicks(19));

        var instant = Clock.Now.Instant;

        Assert.Equal(new DateTime(2026, 11, 20, 1, 0, 0, DateTimeKind.Utc).AddTicks(10), instant);
        Assert.Equal(DateTimeKind.Utc, instant.Kind);
    }
}
