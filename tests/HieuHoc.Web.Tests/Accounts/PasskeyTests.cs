using System.Net;
using System.Text.Json;
using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Accounts;

/// <summary>A real installation under the name localhost, with passkeys in software; a browser's own are in the journeys.</summary>
public sealed class PasskeyTests : WebTest
{
    private readonly string data = Directory.CreateTempSubdirectory("hieuhoc-passkey-").FullName;

    private string Origin => $"http://localhost:{Site.Address.Port}";

    [Fact]
    public async Task A_passkey_is_the_second_factor_that_a_role_needs()
    {
        using var browser = await SignedInAsync(Officer);
        using var key = new SoftKey(Origin);
        Assert.Equal("/me/second-factor", (await GetAsync(browser, "/returns")).Headers.Location?.ToString());

        var added = await AddAsync(browser, key);

        Assert.Equal(HttpStatusCode.Found, added.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(browser, "/returns")).StatusCode);
        await using var db = Engine.Open();
        Assert.Equal(1, await db.AuditEntries.CountAsync(entry => entry.Change == nameof(PasskeyAdded), Ct));
        using var password = await SignedInAsync(Officer);
        Assert.Equal("/sign-in/code", (await GetAsync(password, "/returns")).Headers.Location?.ToString());
    }

    [Fact]
    public async Task It_signs_in_alone_and_in_place_of_the_code()
    {
        using var first = await SignedInAsync(Officer);
        using var key = new SoftKey(Origin);
        await AddAsync(first, key);
        using var alone = Stranger();
        using var afterPassword = await SignedInAsync(Officer);

        Assert.Equal("/returns", (await SignInAsync(alone, key, "?returnUrl=%2Freturns")).Headers.Location?.ToString());
        Assert.Equal("/", (await SignInAsync(afterPassword, key, "?returnUrl=%2F%2Fke-la.example")).Headers.Location?.ToString());

        Assert.All([await GetAsync(alone, "/returns"), await GetAsync(afterPassword, "/returns")], answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        await using var db = Engine.Open();
        Assert.Equal(1, await db.Sessions.CountAsync(session => session.EndedAt != null, Ct));
        Assert.NotNull((await db.Passkeys.SingleAsync(Ct)).UsedAt);
    }

    [Fact]
    public async Task An_answer_too_late_twice_unverified_of_elsewhere_or_of_no_key_is_refused()
    {
        using var first = await SignedInAsync(Officer);
        using var key = new SoftKey(Origin);
        await AddAsync(first, key);
        using var browser = Stranger();
        using var elsewhere = new SoftKey("http://localhost:1");

        await RefusedAsync(browser, options => key.Get(options, verified: false));
        await RefusedAsync(browser, _ => "không phải JSON");
        await RefusedAsync(browser, _ => "");
        await RefusedAsync(browser, options => elsewhere.Get(options));
        await RefusedAsync(browser, options =>
        {
            Time.Move(TimeSpan.FromMinutes(5));

            return key.Get(options);
        });
        var answer = "";
        await AskAsync(browser, "/sign-in/passkey", options => answer = key.Get(options));
        var once = await PostAsync(browser, "/sign-in/passkey", ("Answer", answer));
        using var thief = Stranger();
        Assert.Equal(HttpStatusCode.Found, once.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(thief, "/sign-in/passkey", ("Answer", answer))).StatusCode);
    }

    [Fact]
    public async Task A_key_that_counts_backwards_is_a_copy()
    {
        using var first = await SignedInAsync(Officer);
        using var key = new SoftKey(Origin) { Count = 5 };
        await AddAsync(first, key);
        using var browser = Stranger();

        key.Count = 4;
        await RefusedAsync(browser, options => key.Get(options));
        key.Count = 6;
        Assert.Equal(HttpStatusCode.Found, (await SignInAsync(browser, key)).StatusCode);
    }

    [Fact]
    public async Task A_passkey_without_a_role_today_opens_nothing()
    {
        using var first = await SignedInAsync(Officer);
        using var key = new SoftKey(Origin);
        await AddAsync(first, key);
        await ChangeAsync(db => EndRolesAsync(db, new DateOnly(2026, 11, 20)));
        using var browser = Stranger();

        Assert.Equal(HttpStatusCode.Forbidden, (await SignInAsync(browser, key)).StatusCode);
    }

    [Fact]
    public async Task Adding_one_asks_the_password_and_a_name_and_takes_no_key_twice()
    {
        using var browser = await SignedInAsync(Officer);
        using var key = new SoftKey(Origin);

        Assert.Equal(HttpStatusCode.BadRequest, (await AddAsync(browser, key, password: "sai")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await AddAsync(browser, key, name: " ")).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await AddAsync(browser, key)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await AddAsync(browser, key)).StatusCode);
        await using var db = Engine.Open();
        Assert.Equal(1, await db.Passkeys.CountAsync(Ct));
    }

    [Fact]
    public async Task What_one_person_was_asked_for_another_does_not_answer()
    {
        using var browser = await SignedInAsync(Officer);
        using var key = new SoftKey(Origin);
        var answer = "";
        await AskAsync(browser, "/me/passkeys", options => answer = key.Create(options));
        await (await PageAsync(browser, "/me/passkeys")).PressAsync(browser, "Đăng xuất", [], Ct);
        await Testing.Site.SignInAsync(browser, Leader.UserName, Leader.Password, Ct);

        var added = await PostAsync(browser, "/me/passkeys", ("Answer", answer), ("Name", "Máy"), ("Password", Leader.Password));

        Assert.Equal(HttpStatusCode.BadRequest, added.StatusCode);
        await using var db = Engine.Open();
        Assert.Equal(0, await db.Passkeys.CountAsync(Ct));
    }

    [Fact]
    public async Task Its_person_takes_it_away_and_an_administrator_with_the_second_factor()
    {
        using var browser = await SignedInAsync(Officer);
        using var one = new SoftKey(Origin);
        using var two = new SoftKey(Origin);
        await AddAsync(browser, one);
        await (await PageAsync(browser, "/me/passkeys")).PressAsync(browser, "Bỏ khóa", [], Ct);
        using var stranger = Stranger();
        await RefusedAsync(stranger, options => one.Get(options));
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(browser, "/me/passkeys?handler=Remove", ("credential", "00"))).StatusCode);

        await AddAsync(browser, two);
        await using var db = Engine.Open();
        await new ResetSecondFactor(db, new ProgrammeClock(Time)).RunAsync(Officer.UserName, new Actor(Owner, null, Role.Administrator, Province), Ct);

        Assert.Equal(0, await db.Passkeys.CountAsync(Ct));
        await RefusedAsync(stranger, options => two.Get(options));
    }

    [Fact]
    public async Task Without_HTTPS_the_pages_say_so_and_show_no_button()
    {
        using var browser = await AsAsync(Officer);
        using var stranger = Site.Stranger();

        var own = await PageAsync(browser, "/me/passkeys");
        var page = await PageAsync(stranger, "/sign-in/passkey");

        Assert.All([own, page], view =>
        {
            Assert.Contains("chỉ dùng được khi trang mở qua HTTPS", view.Main, StringComparison.Ordinal);
            Assert.Null(view.Document.QuerySelector("form[data-passkey]"));
        });
        Assert.Null((await PageAsync(stranger, "/sign-in")).Document.QuerySelector("form[data-passkey]"));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(data, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected override Task<Site> StartAsync() => Testing.Site.StartAsync(Testing.Site.SettingsIn(data, Time) with { Demo = false }, Engine, Ct);

    private HttpClient Stranger()
    {
        var browser = Site.Stranger();
        browser.DefaultRequestHeaders.Host = $"localhost:{Site.Address.Port}";
        browser.DefaultRequestHeaders.Add("Origin", Origin);

        return browser;
    }

    private async Task<HttpClient> SignedInAsync(DemoSignIn person)
    {
        var browser = Stranger();
        await Testing.Site.SignInAsync(browser, person.UserName, person.Password, Ct);

        return browser;
    }

    private async Task<HttpResponseMessage> AddAsync(HttpClient browser, SoftKey key, string? password = null, string name = "Máy tính cơ quan")
    {
        var answer = "";
        await AskAsync(browser, "/me/passkeys", options => answer = key.Create(options));

        return await PostAsync(browser, "/me/passkeys", ("Answer", answer), ("Name", name), ("Password", password ?? Officer.Password));
    }

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient browser, SoftKey key, string query = "")
    {
        var answer = "";
        await AskAsync(browser, "/sign-in/passkey", options => answer = key.Get(options));

        return await PostAsync(browser, "/sign-in/passkey" + query, ("Answer", answer));
    }

    private static async Task RefusedAsync(HttpClient browser, Func<JsonElement, string> reply)
    {
        var answer = "";
        await AskAsync(browser, "/sign-in/passkey", options => answer = reply(options));
        var page = await PageView.OfAsync(await PostAsync(browser, "/sign-in/passkey", ("Answer", answer)), Ct);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.StartsWith("Khóa truy cập chưa được nhận", Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    private static async Task AskAsync(HttpClient browser, string page, Action<JsonElement> reply)
    {
        var asked = await PostAsync(browser, page + "?handler=Ask");
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        using var options = JsonDocument.Parse(await asked.Content.ReadAsStringAsync(Ct));
        reply(options.RootElement);
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient browser, string address, params (string, string)[] fields) =>
        Testing.Site.PostAsync(browser, address, fields, Ct);
}
