using System.Net;
using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Demo;
using HieuHoc.Places;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Pages;

public sealed class HomePageTests : WalkTest
{
    [Fact]
    public async Task The_officer_is_led_to_the_own_return_and_told_how_many_days_are_left()
    {
        var browser = await AsAsync(Role.CommuneOfficer);

        var page = await PageAsync(browser, "/");

        Assert.Equal(["Kiểm tra số liệu của Thôn Đồng Tiến (minh họa) Sinh hoạt về học tập ở thôn, bản, tổ dân phố năm 2026 · Hạn gửi 24/11/2026 · còn 3 ngày", "Nhập báo cáo của Xã Hải Lăng Báo cáo kết quả xây dựng xã hội học tập năm 2026 · Hạn gửi 29/11/2026 · còn 8 ngày"], Lines(page));
        Assert.Equal(await AddressOfAsync(HaiLang), Links(page)[^1]);
        Assert.Contains("Đang nhập Hạn gửi 29/11/2026.", page.Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(28, "còn 1 ngày")]
    [InlineData(29, "hôm nay")]
    [InlineData(30, "quá hạn 1 ngày")]
    public async Task Days_are_counted_to_the_end_of_the_due_day_in_Vietnam(int day, string said)
    {
        Time.MoveTo(new DateTimeOffset(2026, 11, day, 0, 1, 0, TimeSpan.FromHours(7)));
        var browser = await AsAsync(Role.CommuneOfficer);

        var page = await PageAsync(browser, "/");

        Assert.Equal($"Nhập báo cáo của Xã Hải Lăng Báo cáo kết quả xây dựng xã hội học tập năm 2026 · Hạn gửi 29/11/2026 · {said}", Lines(page)[^1]);
    }

    [Fact]
    public async Task The_leader_has_nothing_to_do_until_the_officer_submits()
    {
        var browser = await AsAsync(Role.CommuneLeader);
        var before = await PageAsync(browser, "/");

        await TakeAsync((await ReturnOfAsync(HaiLang)).Id, ReturnStep.Submit);
        var after = await PageAsync(browser, "/");

        Assert.Contains("Hiện không có việc nào đang chờ.", before.Main, StringComparison.Ordinal);
        Assert.Equal(["Duyệt báo cáo của Xã Hải Lăng Báo cáo kết quả xây dựng xã hội học tập năm 2026 · Hạn gửi 29/11/2026 · còn 8 ngày"], Lines(after));
    }

    [Fact]
    public async Task What_the_leader_approved_waits_for_both_to_be_sent()
    {
        await TakeAsync((await ReturnOfAsync(HaiLang)).Id, ReturnStep.Submit, ReturnStep.Approve);

        var officer = await PageAsync(await AsAsync(Role.CommuneOfficer), "/");
        var leader = await PageAsync(await AsAsync(Role.CommuneLeader), "/");

        Assert.Equal("Gửi báo cáo của Xã Hải Lăng (lãnh đạo đã duyệt) Báo cáo kết quả xây dựng xã hội học tập năm 2026 · Hạn gửi 29/11/2026 · còn 8 ngày", Lines(officer)[^1]);
        Assert.Equal([Lines(officer)[^1]], Lines(leader));
    }

    [Fact]
    public async Task The_standing_agency_checks_what_has_arrived_and_sees_where_the_round_stands()
    {
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PageAsync(browser, "/");

        Assert.Equal(7, Lines(page).Count);
        Assert.All(Lines(page), line => Assert.Matches("^Kiểm tra số liệu của (Xã|Phường|Đặc khu|Sở|Cổng) .+ Hạn gửi 29/11/2026 · còn 8 ngày$", line));
        Assert.Equal((await AllInAsync(ReturnState.Sent)).Select(@return => $"/returns/{@return.Id.Value}").Order(), Links(page).Order());
        Assert.Contains("80 trong 104 đơn vị đã được xác nhận số liệu; 14 đơn vị chưa gửi. Hạn gửi 29/11/2026.", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_most_seven_lines_are_shown_and_the_others_are_one_click_away()
    {
        foreach (var @return in await ReturnsInAsync(ReturnState.AwaitingLeader))
        {
            await TakeAsync(@return.Id, ReturnStep.Approve, ReturnStep.Send);
        }

        foreach (var @return in await ReturnsInAsync(ReturnState.Approved))
        {
            await TakeAsync(@return.Id, ReturnStep.Send);
        }

        var browser = await AsAsync(Role.StandingAgency);
        var page = await PageAsync(browser, "/");
        var more = page.Document.QuerySelectorAll("main a").Single(link => PageView.Words(link) == "Còn 4 việc nữa");
        var all = await PageAsync(browser, more.GetAttribute("href")!);

        Assert.Equal(7, Lines(page).Count);
        Assert.Equal(11, Rows(all).Count);
    }

    [Fact]
    public async Task More_than_three_returns_of_villages_are_one_line_that_leads_to_all_of_them()
    {
        await AllVillagesAsync(3);
        var few = await PageAsync(await AsAsync(Role.CommuneOfficer), "/");
        await AllVillagesAsync(5);

        var many = await PageAsync(await AsAsync(Role.CommuneOfficer), "/");

        Assert.Equal(3, Lines(few).Count(line => line.StartsWith("Kiểm tra số liệu của Thôn", StringComparison.Ordinal)));
        Assert.Equal(["5 báo cáo của thôn, bản, tổ dân phố chờ kiểm tra", "Nhập báo cáo của Xã Hải Lăng"], Lines(many).Select(line => line.Split(" Sinh hoạt")[0].Split(" Báo cáo kết quả")[0]));
        Assert.Equal("/returns?round=2026-thon&state=Sent", Links(many)[0]);
        Assert.Equal(5, Rows(await PageAsync(await AsAsync(Role.CommuneOfficer), Links(many)[0])).Count);
    }

    [Fact]
    public async Task A_clerk_is_led_to_the_paper_that_its_leader_approved_until_it_is_taken_down()
    {
        var clerk = await AsAsync(Role.Clerk);
        var before = await PageAsync(clerk, "/");
        var id = await OfHomeAffairsAsync();
        await TypeAsync(id);
        await TakeAsync(id, ReturnStep.Submit, ReturnStep.Approve);

        var page = await PageAsync(clerk, "/");

        Assert.Contains("Khi lãnh đạo duyệt báo cáo, việc ghi số, ngày và tệp đã ký sẽ hiện ở đây.", before.Main, StringComparison.Ordinal);
        Assert.Equal(["Ghi số, ngày và tệp đã ký báo cáo của Sở Nội vụ tỉnh Quảng Trị Báo cáo kết quả xây dựng xã hội học tập năm 2026 · Hạn gửi 29/11/2026 · còn 8 ngày"], Lines(page));
        Assert.Equal([$"/returns/{id.Value}/paper"], Links(page));
        Assert.Equal(HttpStatusCode.OK, (await PageAsync(clerk, Links(page)[0])).Status);
    }

    [Fact]
    public async Task Every_account_of_the_demonstration_finds_work_or_a_sentence_about_it()
    {
        foreach (var person in DemoPeople.Everyone)
        {
            var page = await PageAsync(Keep(await Site.AsAsync(person.UserName, person.Password, Ct)), "/");
            var empty = PageView.Words(page.Document.QuerySelector("main p.empty"));

            Assert.True(Lines(page).Count is > 0 and <= 7 || empty.EndsWith('.'), $"{person.UserName}: {page.Main}");
            Assert.DoesNotContain("home.", page.Main, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(Role.CommuneLeader, "Khi cán bộ trình báo cáo, việc duyệt sẽ hiện ở đây.")]
    [InlineData(Role.AssociationOfficer, "Vai trò này theo dõi số liệu của chương trình: tiến độ, chỉ tiêu và bản đồ ở trang tổng quan.")]
    [InlineData(Role.Leader, "Vai trò này theo dõi, chỉ đạo: tiến độ, chỉ tiêu và bản đồ ở trang tổng quan.")]
    [InlineData(Role.Auditor, "Vai trò này chỉ xem: bắt đầu từ trang tổng quan hoặc danh sách báo cáo.")]
    public async Task Whom_nothing_waits_for_is_told_what_comes_next(Role role, string next)
    {
        var page = await PageAsync(await AsAsync(role), "/");

        Assert.Empty(Lines(page));
        Assert.Contains($"Hiện không có việc nào đang chờ. {next}", page.Main, StringComparison.Ordinal);
        Assert.Equal("Xem tổng quan: tiến độ, chỉ tiêu, bản đồ", PageView.Words(page.Document.QuerySelector("main a[href='/overview']")));
    }

    [Fact]
    public async Task Nobody_is_sent_anywhere_once_everything_is_confirmed()
    {
        await ConfirmAllAsync();

        var agency = await PageAsync(await AsAsync(Role.StandingAgency), "/");
        var officer = await PageAsync(await AsAsync(Role.CommuneOfficer), "/");

        Assert.Empty(Lines(agency));
        Assert.Contains("Hiện không có việc nào đang chờ.", agency.Main, StringComparison.Ordinal);
        // What is left comes from a village.
        Assert.StartsWith("Kiểm tra số liệu của Thôn Đồng Tiến", Assert.Single(Lines(officer)), StringComparison.Ordinal);
        Assert.Contains("104 trong 104 đơn vị đã được xác nhận số liệu; 0 đơn vị chưa gửi.", agency.Main, StringComparison.Ordinal);
        Assert.Contains("Đã xác nhận số liệu", officer.Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.CommuneOfficer)]
    [InlineData(Role.CommuneLeader)]
    [InlineData(Role.StandingAgency)]
    public async Task Before_the_first_round_the_page_says_what_will_come(Role role)
    {
        await ForgetRoundAsync();
        var browser = await AsAsync(role);

        var page = await PageAsync(browser, "/");

        Assert.Equal(
            "Việc của tôi Chưa có kỳ báo cáo nào giao cho đơn vị. Khi cơ quan thường trực mở kỳ, việc cần làm sẽ hiện ở đây. Xem tổng quan: tiến độ, chỉ tiêu, bản đồ",
            page.Main);
    }

    [Fact]
    public async Task The_administrator_is_led_to_accounts_and_packs_and_to_no_figures()
    {
        var browser = await AsAsync(Role.Administrator);

        var page = await PageAsync(browser, "/");

        Assert.Equal(["/people", "/packs"], Links(page));
        Assert.DoesNotContain("78", page.Main, StringComparison.Ordinal);
    }

    private async Task<ReturnId> OfHomeAffairsAsync()
    {
        await using var db = Engine.Open();

        return await db.Returns.Join(db.Agencies, @return => @return.SubjectId, agency => agency.Id, (@return, agency) => new { @return.Id, agency.Code })
            .Where(row => row.Code == DemoPeople.HomeAffairs).Select(row => row.Id).SingleAsync(Ct);
    }

    /// <summary>So many returns of villages wait to be checked, the others are confirmed.</summary>
    private async Task AllVillagesAsync(int sent)
    {
        await using var db = Engine.Open();
        var villages = db.Places.Where(place => place.Level == PlaceLevel.Village).Select(place => place.Id);
        var ids = await db.Returns.Where(@return => villages.Contains(@return.SubjectId)).OrderBy(@return => @return.SubjectId).Select(@return => @return.Id).ToListAsync(Ct);
        var waiting = ids.Take(sent).ToList();
        await db.Returns.Where(@return => ids.Contains(@return.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(@return => @return.State, @return => waiting.Contains(@return.Id) ? ReturnState.Sent : ReturnState.Confirmed), Ct);
    }

    private static IReadOnlyList<string> Lines(PageView page) => [.. page.Document.QuerySelectorAll(".tasks li").Select(PageView.Words)];

    private static IReadOnlyList<string> Links(PageView page) =>
        [.. page.Document.QuerySelectorAll(".tasks a").Select(link => link.GetAttribute("href")!)];
}
