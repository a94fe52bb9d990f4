using System.Net;
using HieuHoc.Access;
using HieuHoc.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Accounts;

public sealed class OwnAccountTests : WebTest
{
    private const string Chosen = "Cửa Tùng biển lặng";

    [Fact]
    public async Task A_session_ended_from_another_browser_is_refused_on_its_next_request()
    {
        using var telephone = await AsAsync(Officer);
        using var office = await AsAsync(Officer);
        var page = await PageAsync(office, "/me/security");

        var answer = await page.PressAsync(office, "Kết thúc", [], Ct);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.StartsWith("/sign-in", (await GetAsync(telephone, "/")).Headers.Location?.PathAndQuery, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(office, "/")).StatusCode);
        Assert.Contains("Đã kết thúc phiên đăng nhập.", (await PageAsync(office, "/me/security")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_mails_go_is_set_on_ones_own_page_and_shown_to_administrators_alone()
    {
        const string Address = "vanhoa.hailang@quangtri.invalid";
        using var officer = await AsAsync(Officer);
        var page = await PageAsync(officer, "/me");
        var wrong = await page.PressAsync(officer, "Lưu địa chỉ", [("Địa chỉ thư điện tử (không bắt buộc)", "hailang")], Ct);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);

        await page.PressAsync(officer, "Lưu địa chỉ", [("Địa chỉ thư điện tử (không bắt buộc)", Address), ("Ngôn ngữ của thư", "en")], Ct);

        var own = await PageAsync(officer, "/me");
        Assert.Contains("Đã lưu địa chỉ thư điện tử.", own.Main, StringComparison.Ordinal);
        Assert.Equal((Address, "en"), (own.Document.QuerySelector("#MailAddress")?.GetAttribute("value"), own.Document.QuerySelector("#MailLanguage option[selected]")?.GetAttribute("value")));
        await using var db = Engine.Open();
        var id = (await db.MailAddresses.SingleAsync(Ct)).PersonId.Value;
        using var administrator = await AsAsync(Administrator);
        using var leader = await AsAsync(Leader);
        Assert.Contains(Address, (await PageAsync(administrator, $"/people/{id}")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain(Address, (await PageAsync(leader, $"/people/{id}")).Main, StringComparison.Ordinal);
        await own.PressAsync(officer, "Lưu địa chỉ", [("Địa chỉ thư điện tử (không bắt buộc)", "")], Ct);
        Assert.Empty(await db.MailAddresses.ToListAsync(Ct));
    }

    [Fact]
    public async Task All_other_sessions_end_with_one_button()
    {
        using var first = await AsAsync(Officer);
        using var second = await AsAsync(Officer);
        using var own = await AsAsync(Officer);
        using var leader = await AsAsync(Leader);

        await (await PageAsync(own, "/me/security")).PressAsync(own, "Kết thúc mọi phiên khác", [], Ct);

        Assert.Equal(HttpStatusCode.Found, (await GetAsync(first, "/")).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await GetAsync(second, "/")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(own, "/")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(leader, "/")).StatusCode);
    }

    [Fact]
    public async Task The_list_names_browsers_by_family_and_nothing_more()
    {
        using var browser = Site.Stranger();
        browser.DefaultRequestHeaders.Add("User-Agent", "Mozilla/5.0 (Linux; Android 13; SM-A146P) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36");
        await Testing.Site.SignInAsync(browser, Officer.UserName, Officer.Password, Ct);

        var page = await PageAsync(browser, "/me/security");

        Assert.Equal("Chrome · Android", PageView.Words(page.Document.QuerySelector("tbody th")));
        Assert.DoesNotContain("SM-A146P", page.Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0", "Edge · Windows")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; rv:126.0) Gecko/20100101 Firefox/126.0", "Firefox · Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1", "Safari · iPhone")]
    [InlineData("curl/8.1", "")]
    [InlineData("", "")]
    public void A_browser_is_called_by_its_family(string userAgent, string expected) => Assert.Equal(expected, Caller.FamilyOf(userAgent));

    [Fact]
    public async Task Signing_out_ends_the_row_so_that_a_copied_cookie_is_worth_nothing()
    {
        using var browser = await AsAsync(Officer);

        await (await PageAsync(browser, "/")).PressAsync(browser, "Đăng xuất", [], Ct);

        await using var db = Engine.Open();
        Assert.NotNull((await db.Sessions.SingleAsync(Ct)).EndedAt);
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_and_keeps_this_one()
    {
        using var other = await AsAsync(Officer);
        using var browser = await AsAsync(Officer);
        var page = await PageAsync(browser, "/me/password");

        var answer = await page.PressAsync(browser, "Đổi mật khẩu", Typed(Officer.Password, Chosen, Chosen), Ct);

        Assert.Equal("/me/security", answer.Headers.Location?.ToString());
        Assert.Contains("Đã đổi mật khẩu.", (await PageAsync(browser, "/me/security")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await GetAsync(other, "/")).StatusCode);
        using var again = await Site.AsAsync(Officer.UserName, Chosen, Ct);
    }

    [Fact]
    public async Task A_password_that_cannot_be_is_refused_at_its_field()
    {
        using var browser = await AsAsync(Officer);
        var page = await PageAsync(browser, "/me/password");

        async Task<IReadOnlyList<string>> ErrorsAsync(string old, string chosen, string again) =>
            (await PageView.OfAsync(await page.PressAsync(browser, "Đổi mật khẩu", Typed(old, chosen, again), Ct), Ct)).Errors;

        Assert.Equal(["Mật khẩu đang dùng chưa đúng. Hãy nhập lại."], await ErrorsAsync("sai mất rồi", Chosen, Chosen));
        Assert.Equal(["Hai lần nhập mật khẩu mới không giống nhau. Hãy nhập lại cả hai."], await ErrorsAsync(Officer.Password, Chosen, "khác"));
        Assert.Equal(["Mật khẩu cần ít nhất 10 ký tự."], await ErrorsAsync(Officer.Password, "ngắn", "ngắn"));
        Assert.Equal(3, (await ErrorsAsync("", "", "")).Count);
    }

    [Fact]
    public async Task A_password_that_was_printed_opens_one_page_alone_until_it_is_changed()
    {
        await ChangePersonAsync(Officer, person => person.OneTimeSince = new DateTime(2026, 11, 20, 0, 0, 0, DateTimeKind.Utc));
        using var browser = await AsAsync(Officer);

        var sent = await GetAsync(browser, "/returns");
        var security = await GetAsync(browser, "/me/security");
        var page = await PageAsync(browser, "/me/password");
        await page.PressAsync(browser, "Đổi mật khẩu", Typed(Officer.Password, Chosen, Chosen), Ct);

        Assert.Equal("/me/password", sent.Headers.Location?.ToString());
        Assert.Equal("/me/password", security.Headers.Location?.ToString());
        Assert.Empty(page.Menu);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(browser, "/returns")).StatusCode);
    }

    [Fact]
    public async Task Whoever_has_a_step_to_take_can_still_sign_out()
    {
        await ChangePersonAsync(Officer, person => person.OneTimeSince = new DateTime(2026, 11, 20, 0, 0, 0, DateTimeKind.Utc));
        using var browser = await AsAsync(Officer);

        await (await PageAsync(browser, "/me/password")).PressAsync(browser, "Đăng xuất", [], Ct);

        Assert.StartsWith("/sign-in", (await GetAsync(browser, "/")).Headers.Location?.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thirty_failures_from_one_address_close_it_for_every_account()
    {
        using var browser = Site.Stranger();
        var page = await PageAsync(browser, "/sign-in");

        for (var i = 0; i < AddressLimit.Failures; i++)
        {
            await page.PressAsync(browser, "Đăng nhập", [("Tên đăng nhập", $"khong.co.{i}"), ("Mật khẩu", "doan mo")], Ct);
        }

        var answer = await PageView.OfAsync(
            await page.PressAsync(browser, "Đăng nhập", [("Tên đăng nhập", Officer.UserName), ("Mật khẩu", Officer.Password)], Ct), Ct);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        Assert.StartsWith("Từ địa chỉ mạng này đã có quá nhiều lần đăng nhập sai.", Assert.Single(answer.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_in_well_is_never_counted_against_an_address()
    {
        for (var i = 0; i <= AddressLimit.Failures; i++)
        {
            using var browser = await AsAsync(Officer);
        }

        await using var db = Engine.Open();
        Assert.Equal(AddressLimit.Failures + 1, await db.Sessions.CountAsync(Ct));
    }

    private static IReadOnlyList<(string, string)> Typed(string old, string chosen, string again) =>
        [("Mật khẩu đang dùng", old), ("Mật khẩu mới", chosen), ("Nhập lại mật khẩu mới", again)];
}
