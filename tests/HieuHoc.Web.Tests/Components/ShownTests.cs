using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using HieuHoc.Platform;
using HieuHoc.Web.Components;
using Microsoft.AspNetCore.Html;

namespace HieuHoc.Web.Tests.Components;

public sealed class ShownTests
{
    private static readonly DateOnly Today = new(2026, 11, 27);

    private readonly Shown shown = new(new Texts());

    [Theory]
    [InlineData("vi-VN", "1.845.335", "37,9\u00a0%", "-0,5")]
    [InlineData("en-GB", "1,845,335", "37.9%", "-0.5")]
    public void Numbers_are_written_as_the_reader_writes_them(string culture, string number, string percent, string negative)
    {
        Read(culture);

        Assert.Equal(number, Html(shown.Number(1845335)));
        Assert.Equal(percent, WebUtility.HtmlDecode(Html(shown.Percent(37.85m))));
        Assert.Equal(negative, Html(shown.Number(-0.45m, 1)));
    }

    [Fact]
    public void What_is_missing_is_a_dash_that_can_be_heard()
    {
        Read("vi-VN");

        Assert.Equal("<span aria-hidden=\"true\">—</span><span class=\"visually-hidden\">chưa có</span>", Html(shown.Number(null)));
        Assert.Equal("0", Html(shown.Number(0)));
        Assert.Equal(Html(shown.Number(null)), Html(shown.Text(" ")));
    }

    [Fact]
    public void Days_and_instants_are_those_of_Vietnam()
    {
        Read("en-GB");

        Assert.Equal("29/11/2026", Html(shown.Day(new DateOnly(2026, 11, 29))));
        Assert.Equal("30/11/2026 00:30", Html(shown.Instant(new DateTime(2026, 11, 29, 17, 30, 0, DateTimeKind.Utc))));
    }

    [Theory]
    [InlineData(3, "còn 3 ngày", "3 days left")]
    [InlineData(1, "còn 1 ngày", "1 day left")]
    [InlineData(0, "hôm nay", "today")]
    [InlineData(-1, "quá hạn 1 ngày", "1 day overdue")]
    [InlineData(-2, "quá hạn 2 ngày", "2 days overdue")]
    public void Days_left_are_said_as_people_say_them(int days, string vietnamese, string english)
    {
        Read("vi-VN");
        var inVietnamese = shown.DaysLeft(Today.AddDays(days), Today);
        Read("en-GB");

        Assert.Equal(vietnamese, inVietnamese);
        Assert.Equal(english, shown.DaysLeft(Today.AddDays(days), Today));
    }

    [Theory]
    [InlineData("2026-11-29", "2026-11-19", "Hạn 29/11/2026 là Chủ nhật: nên gửi trước hết ngày làm việc cuối cùng, thứ Sáu 27/11/2026.")]
    [InlineData("2026-11-28", "2026-11-27", "Hạn 28/11/2026 là thứ Bảy: nên gửi trước hết ngày làm việc cuối cùng, thứ Sáu 27/11/2026.")]
    [InlineData("2026-11-29", "2026-11-18", null)]
    [InlineData("2026-11-29", "2026-11-28", null)]
    [InlineData("2026-11-30", "2026-11-27", null)]
    public void Near_a_due_day_on_a_weekend_the_last_working_day_is_named(string due, string today, string? said)
    {
        Read("vi-VN");

        Assert.Equal(said, shown.Weekend(DateOnly.Parse(due, CultureInfo.InvariantCulture), DateOnly.Parse(today, CultureInfo.InvariantCulture)));
    }

    private static void Read(string culture) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

    private static string Html(IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, HtmlEncoder.Create(UnicodeRanges.All));

        return writer.ToString();
    }
}
