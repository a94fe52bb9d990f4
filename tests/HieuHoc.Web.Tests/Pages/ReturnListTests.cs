using System.Net;
using HieuHoc.Access;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Pages;

public sealed class ReturnListTests : WalkTest
{
    [Fact]
    public async Task The_standing_agency_sees_every_commune_and_every_agency_in_the_order_of_the_alphabet()
    {
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PageAsync(browser, "/returns");

        var rows = Rows(page);
        Assert.Equal(78 + 26, rows.Count);
        Assert.StartsWith("Xã A Dơi", rows[0], StringComparison.Ordinal);
        Assert.StartsWith("Xã Vĩnh Thủy", rows[^1], StringComparison.Ordinal);
        Assert.Contains("Số liệu tính đến 25/11/2026, hạn gửi 29/11/2026 · còn 8 ngày", page.Main, StringComparison.Ordinal);
        Assert.Equal(
            ["Tất cả (104)", "Đang nhập (9)", "Đang trình lãnh đạo (3)", "Lãnh đạo đã duyệt, chưa gửi (2)", "Đã gửi, đang kiểm tra (7)", "Đang bổ sung, làm rõ (3)", "Đã xác nhận số liệu (80)"],
            page.Document.QuerySelectorAll("nav.filters a").Select(PageView.Words));
    }

    [Theory]
    [InlineData(ReturnState.Entering)]
    [InlineData(ReturnState.AwaitingLeader)]
    [InlineData(ReturnState.Approved)]
    [InlineData(ReturnState.Sent)]
    [InlineData(ReturnState.ToMend)]
    [InlineData(ReturnState.Confirmed)]
    public async Task Every_filter_leads_to_the_returns_that_it_counts(ReturnState state)
    {
        var browser = await AsAsync(Role.StandingAgency);
        var all = await PageAsync(browser, "/returns");
        var expected = (await AllInAsync(state)).Select(@return => $"/returns/{@return.Id.Value}").Order();

        var link = all.Document.QuerySelectorAll("nav.filters a").Single(link => link.GetAttribute("href")!.EndsWith($"state={state}", StringComparison.Ordinal));
        var page = await PageAsync(browser, link.GetAttribute("href")!);

        Assert.Equal(expected, page.Document.QuerySelectorAll("tbody th a").Select(row => row.GetAttribute("href")!).Order());
        Assert.Equal(PageView.Words(link), PageView.Words(page.Document.QuerySelector("nav.filters [aria-current=page]")));
    }

    [Fact]
    public async Task A_long_list_is_shown_on_several_pages_and_keeps_its_filter()
    {
        await using var db = Engine.Open();
        var round = Given.Round("nhieu-thon", Given.FormOf(await db.Rounds.SingleAsync(round => round.Code == "2026", Ct)));
        var commune = (await ReturnOfAsync(HaiLang)).SubjectId;

        for (var village = 1; village <= 151; village++)
        {
            Given.Return(round, Given.Place($"Mẫu {village} (minh họa)", under: commune), ReturnState.Sent);
        }

        var browser = await AsAsync(Role.StandingAgency);
        var first = await PageAsync(browser, "/returns?round=nhieu-thon&state=Sent");
        var second = await PageAsync(browser, first.Document.QuerySelector("main nav.pages a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal((150, 1), (Rows(first).Count, Rows(second).Count));
        Assert.DoesNotContain(Rows(second)[0], Rows(first));
        Assert.Equal("Đã gửi, đang kiểm tra (151)", PageView.Words(second.Document.QuerySelector("nav.filters [aria-current=page]")));
        Assert.Null((await PageAsync(browser, "/returns")).Document.QuerySelector("main nav.pages"));
    }

    [Fact]
    public async Task A_state_without_returns_says_so()
    {
        await ConfirmAllAsync();
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PageAsync(browser, "/returns?state=Sent");

        Assert.Empty(Rows(page));
        Assert.Contains("Không có báo cáo nào ở tình trạng này.", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_overdue_until_the_due_day_is_over_in_Vietnam()
    {
        Time.MoveTo(new DateTimeOffset(2026, 11, 29, 23, 59, 0, TimeSpan.FromHours(7)));
        var browser = await AsAsync(Role.StandingAgency);

        var inTime = await PageAsync(browser, "/returns");
        Time.Pass(TimeSpan.FromMinutes(2));
        var late = await PageAsync(browser, "/returns");

        Assert.DoesNotContain("Quá hạn", inTime.Main, StringComparison.Ordinal);
        Assert.Contains("hạn gửi 29/11/2026 · hôm nay", inTime.Main, StringComparison.Ordinal);
        // Eight communes have more time since the flood.
        Assert.Equal(9 + 5 - 8, late.Document.QuerySelectorAll("tbody .state-late").Length);
        Assert.All(
            Rows(late).Where(row => row.Contains("Quá hạn", StringComparison.Ordinal)),
            row => Assert.Matches("Đang nhập|Đang trình lãnh đạo|chưa gửi", row));
    }

    [Theory]
    [InlineData(Role.CommuneOfficer)]
    [InlineData(Role.CommuneLeader)]
    public async Task A_commune_sees_its_own_return_alone(Role role)
    {
        var browser = await AsAsync(role);

        var page = await PageAsync(browser, "/returns");

        Assert.Equal(["Xã Hải Lăng Đang nhập —chưa có Chưa gửi số liệu Chưa có văn bản ký Chưa có bản giấy"], Rows(page));
        Assert.Null(page.Document.QuerySelector("nav.filters"));
    }

    [Fact]
    public async Task The_commune_is_one_click_away_from_what_its_villages_sent()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var own = await PageAsync(browser, "/returns");

        var villages = await PageAsync(browser, own.Document.QuerySelector("main p a[href$='2026-thon']")!.GetAttribute("href")!);

        Assert.Equal("Sinh hoạt về học tập ở thôn, bản, tổ dân phố năm 2026", villages.Heading);
        Assert.Equal(5, Rows(villages).Count);
        Assert.Contains("Thôn Đồng Tiến (minh họa) Đã gửi, đang kiểm tra 05/11/2026 15:45", Rows(villages));
    }

    [Theory]
    [InlineData("/returns?round=1999", HttpStatusCode.NotFound)]
    [InlineData("/returns?state=Khac", HttpStatusCode.BadRequest)]
    [InlineData("/returns?state=99", HttpStatusCode.BadRequest)]
    public async Task An_unknown_round_or_state_is_not_answered_with_another(string address, HttpStatusCode expected)
    {
        var browser = await AsAsync(Role.StandingAgency);

        Assert.Equal(expected, (await PageAsync(browser, address)).Status);
    }

    [Fact]
    public async Task Before_the_first_round_there_is_nothing_to_list()
    {
        await ForgetRoundAsync();
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PageAsync(browser, "/returns");

        Assert.Equal("Báo cáo Chưa có kỳ báo cáo nào được mở. Khi có kỳ báo cáo, danh sách báo cáo phải gửi hiện ở đây.", page.Main);
    }
}
