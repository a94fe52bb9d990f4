using HieuHoc.Platform;
using HieuHoc.Returns.Reminders;

namespace HieuHoc.Tests.Returns;

public sealed class RemindersPackTests
{
    private static readonly DateOnly Sunday = new(2026, 11, 29);

    private static readonly RemindersPack Usual = new()
    {
        Id = "usual", Version = "1", Title = new LocalText("Nhắc", "Reminders"), LegalBasis = [], ValidFrom = Sunday, Confirmed = false,
        DaysBefore = [7, 3, 1], OnTheDay = true, EveryDaysAfter = 3, QuietFromHour = 21, QuietToHour = 7, QuietWeekends = true,
    };

    [Fact]
    public void What_would_fall_on_a_weekend_comes_on_the_working_day_before_and_the_last_day_stays() =>
        Assert.Equal([new(2026, 11, 20), new(2026, 11, 26), new(2026, 11, 27), Sunday], Usual.UpTo(Sunday));

    [Fact]
    public void Without_quiet_weekends_the_days_are_counted_back() =>
        Assert.Equal([new(2026, 11, 22), new(2026, 11, 26), new(2026, 11, 28)], (Usual with { QuietWeekends = false, OnTheDay = false }).UpTo(Sunday));

    [Theory]
    [InlineData("2026-11-19", null)]
    [InlineData("2026-11-20", "2026-11-20")]
    [InlineData("2026-11-25", "2026-11-20")]
    [InlineData("2026-11-28", "2026-11-27")]
    [InlineData("2026-11-29", "2026-11-29")]
    [InlineData("2026-12-01", "2026-11-29")]
    [InlineData("2026-12-02", "2026-12-02")]
    [InlineData("2026-12-04", "2026-12-02")]
    // The second falls on a Saturday, and is put off to Monday.
    [InlineData("2026-12-05", "2026-12-02")]
    [InlineData("2026-12-06", "2026-12-02")]
    [InlineData("2026-12-07", "2026-12-07")]
    [InlineData("2026-12-08", "2026-12-08")]
    public void The_latest_reminder_is_the_one_that_should_have_come_last(string today, string? latest) =>
        Assert.Equal(IsoDay.Read(latest ?? ""), Usual.Latest(Sunday, IsoDay.Read(today)!.Value));

    [Fact]
    public void Who_is_not_reminded_afterwards_was_reminded_last_on_the_day() =>
        Assert.Equal(Sunday, (Usual with { EveryDaysAfter = null }).Latest(Sunday, Sunday.AddDays(30)));

    [Theory]
    [InlineData(6, 59, true)]
    [InlineData(7, 0, false)]
    [InlineData(20, 59, false)]
    [InlineData(21, 0, true)]
    [InlineData(23, 59, true)]
    [InlineData(0, 0, true)]
    public void The_night_is_quiet_by_the_clock_in_Vietnam(int hour, int minute, bool quiet) =>
        Assert.Equal(quiet, Usual.IsQuietAt(new DateTimeOffset(2026, 11, 20, hour, minute, 0, TimeSpan.FromHours(7)).UtcDateTime));

    [Fact]
    public void Quiet_hours_within_a_day_are_quiet_too()
    {
        var noon = Usual with { QuietFromHour = 11, QuietToHour = 13 };

        Assert.True(noon.IsQuietAt(new DateTime(2026, 11, 20, 5, 0, 0, DateTimeKind.Utc)));
        Assert.False(noon.IsQuietAt(new DateTime(2026, 11, 20, 6, 0, 0, DateTimeKind.Utc)));
    }

    [Theory]
    [InlineData(28, true)]
    [InlineData(29, false)]
    [InlineData(27, false)]
    public void A_weekend_is_quiet_unless_it_is_the_last_day(int day, bool quiet) =>
        Assert.Equal(quiet, Usual.IsQuietOn(new DateOnly(2026, 11, day), Sunday));

    [Fact]
    public void Days_and_hours_that_are_none_are_mistakes()
    {
        var wrong = Usual with { DaysBefore = [0], EveryDaysAfter = -1, QuietFromHour = 24, QuietToHour = -1 };

        var mistakes = new RemindersPackKind().Check(wrong, null!, null!).ToList();

        Assert.Equal(
            ["pack.mistake.reminder-days", "pack.mistake.reminder-days", "pack.mistake.reminder-hour", "pack.mistake.reminder-hour"], mistakes.Select(mistake => mistake.Key));
        Assert.Empty(new RemindersPackKind().Check(Usual, null!, null!));
    }
}
