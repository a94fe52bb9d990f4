using System.Net;
using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Accounts;

/// <summary>A real installation: no demonstration, so that everyone from the commune up needs two factors.</summary>
public sealed class SecondFactorTests : WebTest
{
    private readonly string data = Directory.CreateTempSubdirectory("hieuhoc-factor-").FullName;

    private string secret = "";
    private IReadOnlyList<string> papers = [];

    [Fact]
    public async Task Whoever_needs_a_second_factor_and_has_none_can_do_nothing_but_set_one_up()
    {
        using var browser = await AsAsync(Officer);

        var asked = await GetAsync(browser, "/returns");
        var page = await PageAsync(browser, "/me/second-factor");

        Assert.Equal("/me/second-factor", asked.Headers.Location?.ToString());
        Assert.Equal("/me/second-factor", (await GetAsync(browser, "/me/security")).Headers.Location?.ToString());
        Assert.Equal("/me/second-factor", (await GetAsync(browser, "/me/password")).Headers.Location?.ToString());
        Assert.Contains("Vai trò này cần hai lớp bảo vệ", page.Main, StringComparison.Ordinal);
        Assert.Empty(page.Menu);
        Assert.Null(page.Document.QuerySelector("svg.qr"));
    }

    [Fact]
    public async Task Setting_up_shows_a_QR_code_the_secret_and_then_codes_on_paper_once()
    {
        using var browser = await SetUpAsync();

        var again = await PageAsync(browser, "/me/second-factor");

        Assert.Equal(SetUpAuthenticator.RecoveryCodes, papers.Distinct().Count());
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(browser, "/returns")).StatusCode);
        Assert.Empty(again.Document.QuerySelectorAll(".codes li"));
        Assert.DoesNotContain(secret[..8], again.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await using var db = Engine.Open();
        var stored = await db.Authenticators.SingleAsync(Ct);
        Assert.NotEqual(20, stored.Secret.Length);
        Assert.Equal(1, await db.AuditEntries.CountAsync(entry => entry.Change == nameof(AuthenticatorSetUp), Ct));
    }

    [Fact]
    public async Task A_wrong_first_code_sets_nothing_up()
    {
        using var browser = await AsAsync(Officer);
        await BeginAsync(browser);
        var page = await PageAsync(browser, "/me/second-factor");

        var answer = await PageView.OfAsync(await page.PressAsync(browser, "Xác nhận", [("Mã 6 chữ số đang hiện trong ứng dụng", "000000")], Ct), Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.StartsWith("Mã chưa đúng. Hãy kiểm tra giờ", Assert.Single(answer.Errors), StringComparison.Ordinal);
        Assert.Equal(page.Document.QuerySelector("code.hash")?.TextContent, answer.Document.QuerySelector("code.hash")?.TextContent);
        Assert.Equal(HttpStatusCode.Found, (await GetAsync(browser, "/returns")).StatusCode);
    }

    [Fact]
    public async Task The_next_sign_in_asks_for_a_code_before_anything_else()
    {
        using var first = await SetUpAsync();
        using var browser = await AsAsync(Officer);

        Assert.Equal("/sign-in/code", (await GetAsync(browser, "/returns")).Headers.Location?.ToString());
        Assert.Equal("/sign-in/code", (await GetAsync(browser, "/me/second-factor")).Headers.Location?.ToString());
        Time.Move(TimeSpan.FromSeconds(30));
        Assert.Equal(HttpStatusCode.Found, (await TypeAsync(browser, CodeNow())).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(browser, "/returns")).StatusCode);
    }

    [Fact]
    public async Task A_code_is_used_once()
    {
        using var first = await SetUpAsync();
        using var second = await AsAsync(Officer);
        using var third = await AsAsync(Officer);
        var usedBySetUp = await TypeAsync(second, CodeNow());
        Time.Move(TimeSpan.FromSeconds(60));
        var code = CodeNow();

        Assert.Equal(HttpStatusCode.BadRequest, usedBySetUp.StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await TypeAsync(second, code)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await TypeAsync(third, code)).StatusCode);
    }

    [Fact]
    public async Task A_code_on_paper_stands_in_once()
    {
        using var first = await SetUpAsync();
        using var second = await AsAsync(Officer);
        using var third = await AsAsync(Officer);

        Assert.Equal(HttpStatusCode.Found, (await TypeAsync(second, papers[3].ToLowerInvariant().Replace('-', ' '))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await TypeAsync(third, papers[3])).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await TypeAsync(third, papers[4])).StatusCode);
    }

    [Fact]
    public async Task New_codes_on_paper_replace_the_old_ones()
    {
        using var first = await SetUpAsync();
        var old = papers;
        papers = await PapersAsync(first, await PageAsync(first, "/me/second-factor"), "Tạo mã dự phòng mới", []);
        using var second = await AsAsync(Officer);

        Assert.Equal(HttpStatusCode.BadRequest, (await TypeAsync(second, old[0])).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await TypeAsync(second, papers[0])).StatusCode);
    }

    [Fact]
    public async Task Five_wrong_codes_lock_the_account_even_with_right_passwords_between_them()
    {
        using var first = await SetUpAsync();

        for (var i = 0; i < 5; i++)
        {
            using var guesser = await AsAsync(Officer);
            await TypeAsync(guesser, "000000");
        }

        using var browser = Site.Stranger();
        var answer = await Testing.Site.PostAsync(browser, "/sign-in", [("UserName", Officer.UserName), ("Password", Officer.Password)], Ct);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_lost_second_factor_is_reset_by_an_administrator_and_set_up_anew()
    {
        using var first = await SetUpAsync();
        await using (var db = Engine.Open())
        {
            var reset = new ResetSecondFactor(db, new ProgrammeClock(Time));
            Assert.Equal(new AccountsNotYoursToKeep(), (await reset.RunAsync(Officer.UserName, new Actor(Owner, null, Role.StandingAgency, Province), Ct)).Refusal);
            Assert.Equal(new PersonNotFound(), (await reset.RunAsync("khong.co", new Actor(Owner, null, Role.Administrator, Province), Ct)).Refusal);
            Assert.Null((await reset.RunAsync(Officer.UserName, new Actor(Owner, null, Role.Administrator, Province), Ct)).Refusal);
        }

        using var browser = await AsAsync(Officer);

        Assert.StartsWith("/sign-in", (await GetAsync(first, "/")).Headers.Location?.PathAndQuery, StringComparison.Ordinal);
        Assert.Equal("/me/second-factor", (await GetAsync(browser, "/")).Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_printed_password_is_changed_first_and_the_second_factor_comes_after()
    {
        await ChangePersonAsync(Officer, person => person.OneTimeSince = new DateTime(2026, 11, 20, 0, 0, 0, DateTimeKind.Utc));
        using var browser = await AsAsync(Officer);

        Assert.Equal("/me/password", (await GetAsync(browser, "/")).Headers.Location?.ToString());
        await (await PageAsync(browser, "/me/password")).PressAsync(
            browser,
            "Đổi mật khẩu",
            [("Mật khẩu đang dùng", Officer.Password), ("Mật khẩu mới", "Cửa Tùng biển lặng"), ("Nhập lại mật khẩu mới", "Cửa Tùng biển lặng")],
            Ct);
        Assert.Equal("/me/second-factor", (await GetAsync(browser, "/")).Headers.Location?.ToString());
    }

    [Fact]
    public async Task The_page_of_the_code_has_nothing_to_ask_anyone_else()
    {
        using var stranger = Site.Stranger();

        Assert.Equal("/sign-in?returnUrl=%2F", (await GetAsync(stranger, "/sign-in/code")).Headers.Location?.ToString());
        using var browser = await SetUpAsync();
        Assert.Equal("/", (await GetAsync(browser, "/sign-in/code")).Headers.Location?.ToString());
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(data, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected override Task<Site> StartAsync() => Testing.Site.StartAsync(Testing.Site.SettingsIn(data, Time) with { Demo = false }, Engine, Ct);

    private async Task BeginAsync(HttpClient browser)
    {
        await (await PageAsync(browser, "/me/second-factor")).PressAsync(browser, "Bắt đầu thiết lập", [], Ct);
        var page = await PageAsync(browser, "/me/second-factor");
        secret = page.Document.QuerySelector("code.hash")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("svg.qr"));
    }

    private async Task<HttpClient> SetUpAsync()
    {
        var browser = await AsAsync(Officer);
        await BeginAsync(browser);
        papers = await PapersAsync(
            browser, await PageAsync(browser, "/me/second-factor"), "Xác nhận", [("Mã 6 chữ số đang hiện trong ứng dụng", CodeNow())]);

        return browser;
    }

    private static async Task<IReadOnlyList<string>> PapersAsync(
        HttpClient browser, PageView page, string button, IReadOnlyList<(string, string)> typed)
    {
        var answer = await page.PressAsync(browser, button, typed, Ct);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);

        return [.. (await PageAsync(browser, "/me/second-factor")).Document.QuerySelectorAll(".codes li").Select(PageView.Words)];
    }

    private static async Task<HttpResponseMessage> TypeAsync(HttpClient browser, string code) =>
        await (await PageAsync(browser, "/sign-in/code")).PressAsync(browser, "Đăng nhập", [("Mã xác nhận", code)], Ct);

    /// <summary>What the app shows at this moment.</summary>
    private string CodeNow() => Totp.Code(FromBase32(secret), Totp.StepOf(Time.GetUtcNow().UtcDateTime));

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));

        return [.. bits.Chunk(8).Where(chunk => chunk.Length == 8).Select(chunk => Convert.ToByte(new string(chunk), 2))];
    }
}
