using System.Net;
using HieuHoc.Access;
using HieuHoc.Web.Hosting;

namespace HieuHoc.Web.Tests.Pages;

public sealed class FrameTests : WebTest
{
    [Fact]
    public async Task The_top_line_says_where_one_is_and_as_whom()
    {
        using var browser = await AsAsync(Officer);

        var page = await PageAsync(browser, "/");

        Assert.Equal(
            "Hiếu Học Xây dựng xã hội học tập · Tỉnh Quảng Trị · 2026 Xã Hải Lăng "
            + "Cán bộ Văn hóa – Xã hội, Xã Hải Lăng Cán bộ cấp xã Tài khoản của tôi Đăng xuất",
            PageView.Words(page.Document.QuerySelector(".top-line")));
        Assert.Equal("Việc của tôi", page.Heading);
    }

    [Fact]
    public async Task The_menu_holds_what_the_role_has()
    {
        using var officer = await AsAsync(Officer);
        using var agency = await AsAsync(Agency);
        using var administrator = await AsAsync(Administrator);

        Assert.Equal(["Việc của tôi", "Tổng quan", "Báo cáo", "Bản đồ và chỉ tiêu", "Văn bản", "Người dùng"], (await PageAsync(officer, "/")).Menu);
        Assert.Equal(["Việc của tôi", "Tổng quan", "Báo cáo", "Bản đồ và chỉ tiêu", "Báo cáo năm", "Văn bản"], (await PageAsync(agency, "/")).Menu);
        Assert.Equal(["Việc của tôi", "Cơ quan", "Gói quy định", "Việc chạy nền", "Điện thoại thôn", "Người dùng"], (await PageAsync(administrator, "/")).Menu);
    }

    [Fact]
    public void No_role_has_more_than_six_entries() =>
        Assert.All(Enum.GetValues<Role>(), role => Assert.InRange(Menu.All.Count(entry => entry.Roles.Contains(role)), 1, 6));

    [Fact]
    public async Task Whoever_keeps_the_accounts_of_villages_finds_their_telephones_there()
    {
        using var officer = await AsAsync(Officer);

        var page = await PageAsync(officer, "/people");

        Assert.Equal("Điện thoại của thôn", PageView.Words(page.Document.QuerySelector("main a[href='/devices']")));
    }

    [Fact]
    public async Task The_menu_leads_to_the_place_one_answers_for_and_marks_where_one_is()
    {
        using var officer = await AsAsync(Officer);
        using var administrator = await AsAsync(Administrator);

        var home = await PageAsync(officer, "/");
        var people = await PageAsync(administrator, "/people?page=1");

        Assert.NotNull(home.Document.QuerySelector("nav.menu a[href='/places/19741']"));
        Assert.Equal("Người dùng", PageView.Words(Assert.Single(people.Document.QuerySelectorAll("[aria-current=page]"))));
    }

    [Fact]
    public async Task The_search_stands_in_the_line_of_the_menu_and_takes_none_of_its_own()
    {
        using var browser = await AsAsync(Officer);

        var line = Assert.Single((await PageAsync(browser, "/")).Document.QuerySelectorAll(".menu-line"));

        Assert.Equal(["nav", "form"], line.Children.Select(child => child.LocalName));
        Assert.NotNull(line.QuerySelector("form[action='/places'] input[name=q]"));
    }

    [Fact]
    public async Task Another_role_is_told_that_the_page_is_not_its_own()
    {
        using var browser = await AsAsync(Leader);

        var page = await PageAsync(browser, "/people");

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Equal("Tài khoản này không mở được trang", page.Heading);
    }

    [Fact]
    public async Task Vietnamese_is_spoken_first_whatever_the_browser_asks_for()
    {
        using var browser = Site.Stranger();
        browser.DefaultRequestHeaders.Add("Accept-Language", "en-US,en");

        var page = await PageAsync(browser, "/sign-in");

        Assert.Equal("vi", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Đăng nhập", page.Heading);
        Assert.Contains("Đăng nhập", page.Document.Source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_changes_on_the_page_where_one_is_and_stays_changed()
    {
        using var browser = await AsAsync(Administrator);
        var page = await PageAsync(browser, "/people?page=1");

        var answer = await page.PressAsync(browser, "English", [], Ct);
        var english = await PageAsync(browser, answer.Headers.Location!.ToString());

        Assert.Equal("/people?page=1", answer.Headers.Location?.ToString());
        Assert.Equal("en", english.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Users", english.Heading);
        Assert.Equal("My work", (await PageAsync(browser, "/")).Heading);
    }

    [Theory]
    [InlineData("https://example.invalid/")]
    [InlineData("//example.invalid")]
    [InlineData("/\\example.invalid")]
    public async Task Changing_the_language_never_leads_to_another_site(string elsewhere)
    {
        using var browser = Site.Stranger();

        var (_, fields) = (await PageAsync(browser, "/sign-in")).Press("English");
        var token = fields.Single(field => field.Name == "__RequestVerificationToken");
        using var form = new FormUrlEncodedContent(
            [KeyValuePair.Create("language", "en"), KeyValuePair.Create("returnUrl", elsewhere), KeyValuePair.Create(token.Name, token.Value)]);
        var answer = await browser.PostAsync(new Uri("/language", UriKind.Relative), form, Ct);

        Assert.Equal("/", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task No_mark_of_a_demonstration_stands_on_real_figures()
    {
        using var browser = await AsAsync(Officer);

        var page = await PageAsync(browser, "/");

        Assert.DoesNotContain("SỐ LIỆU MINH HỌA", page.Document.Source.Text, StringComparison.Ordinal);
    }
}
