using System.Net;
using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Accounts;

public sealed class SessionTests : WebTest
{
    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        using var browser = await AsAsync(Officer);
        var page = await PageAsync(browser, "/");

        var answer = await page.PressAsync(browser, "Đăng xuất", [], Ct);

        Assert.Equal("/sign-in?signedOut=true", answer.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Found, (await GetAsync(browser, "/")).StatusCode);
        Assert.Contains("Đã đăng xuất.", (await PageAsync(browser, "/sign-in?signedOut=true")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_phone_each_cell_of_a_session_says_what_it_is()
    {
        using var browser = await AsAsync(Officer);

        var page = await PageAsync(browser, "/me/security");

        Assert.Equal(
            ["Đăng nhập bằng", "Bắt đầu", "Dùng gần nhất", "Kết thúc"],
            page.Document.QuerySelectorAll("table.stack tbody tr:first-child td").Select(cell => cell.GetAttribute("data-label")));
    }

    [Fact]
    public async Task A_link_to_sign_out_does_nothing()
    {
        using var browser = await AsAsync(Officer);

        await GetAsync(browser, "/sign-out");

        Assert.Equal(HttpStatusCode.OK, (await GetAsync(browser, "/")).StatusCode);
    }

    [Fact]
    public async Task A_new_password_ends_every_session_that_began_with_the_old_one()
    {
        using var first = await AsAsync(Officer);
        using var second = await AsAsync(Officer);

        await using (var db = Engine.Open())
        {
            var reset = new ResetPassword(db, new ProgrammeClock(Time), password => new PasswordHasher<Person>().HashPassword(null!, password));
            var outcome = await reset.RunAsync(Officer.UserName, "Đèo Lao Bảo mùa mưa", new Actor(Owner, null, Role.Administrator, Province), Ct);
            Assert.Null(outcome.Refusal);
        }

        Assert.Equal(HttpStatusCode.Found, (await GetAsync(first, "/")).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await GetAsync(second, "/")).StatusCode);
        using var again = await Site.AsAsync(Officer.UserName, "Đèo Lao Bảo mùa mưa", Ct);
    }

    [Fact]
    public async Task A_withdrawn_role_ends_access_at_once()
    {
        using var browser = await AsAsync(Officer);

        await ChangeAsync(db => db.RoleGrants.Where(grant => grant.Role == Role.CommuneOfficer).ExecuteDeleteAsync(Ct));

        Assert.StartsWith("/sign-in", (await GetAsync(browser, "/")).Headers.Location?.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_holds_to_the_end_of_its_last_day_in_Vietnam()
    {
        await ChangeAsync(db => EndRolesAsync(db, new DateOnly(2026, 11, 21)));
        using var browser = await AsAsync(Officer);

        // 23:59 in Vietnam, then two minutes later.
        Time.Move(TimeSpan.FromHours(13) + TimeSpan.FromMinutes(59));
        await AsAsync(Officer);
        using var late = await AsAsync(Officer);
        var before = await GetAsync(late, "/");
        Time.Move(TimeSpan.FromMinutes(2));

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await GetAsync(late, "/")).StatusCode);
    }

    [Fact]
    public async Task Of_several_roles_the_first_in_order_acts()
    {
        await ChangeAsync(async db =>
        {
            var leader = await db.People.SingleAsync(person => person.UserName == Leader.UserName, Ct);
            db.Add(new RoleGrant { Owner = Owner, PersonId = leader.Id, Role = Role.Administrator, PlaceId = Province, ValidFrom = new DateOnly(2026, 1, 1) });
        });
        using var browser = await AsAsync(Leader);

        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(browser, "/people")).StatusCode);
    }

    [Fact]
    public async Task A_session_ends_after_a_working_day_without_a_request()
    {
        using var browser = await AsAsync(Officer);

        Time.Move(TimeSpan.FromHours(8) + TimeSpan.FromMinutes(1));

        Assert.Equal(HttpStatusCode.Found, (await GetAsync(browser, "/")).StatusCode);
    }

    [Fact]
    public async Task A_forged_post_is_refused()
    {
        using var browser = await AsAsync(Officer);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("language", "en")]);

        var answer = await browser.PostAsync(new Uri("/sign-out", UriKind.Relative), form, Ct);
        var page = await PageView.OfAsync(answer, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal("Yêu cầu chưa hợp lệ", page.Heading);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(browser, "/")).StatusCode);
    }

    [Fact]
    public async Task The_session_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        using var browser = Site.Stranger();

        var answer = await Testing.Site.PostAsync(browser, "/sign-in", [("UserName", Officer.UserName), ("Password", Officer.Password)], Ct);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), value => value.StartsWith("hieuhoc.session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
    }
}
