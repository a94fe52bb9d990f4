using HieuHoc.Platform;

namespace HieuHoc.Tests.Platform;

public sealed class IsoDayTests
{
    [Theory]
    [InlineData("2026-11-21", true)]
    [InlineData("2024-02-29", true)]
    [InlineData("2026-02-29", false)]
    [InlineData("21/11/2026", false)]
    [InlineData("2026-1-2", false)]
    [InlineData(" 2026-11-21", false)]
    [InlineData("", false)]
    public void Only_a_day_of_the_calendar_in_full_digits_is_read(string text, bool isDay) =>
        Assert.Equal(isDay ? text : null, IsoDay.Read(text) is { } day ? $"{day:yyyy-MM-dd}" : null);
}
