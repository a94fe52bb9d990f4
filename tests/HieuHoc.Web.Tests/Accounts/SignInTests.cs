using System.Net;

namespace HieuHoc.Web.Tests.Accounts;

public sealed class SignInTests : WebTest
{
    private const string Refused =
        "Tên đăng nhập hoặc mật khẩu chưa đúng, hoặc tài khoản đang tạm khóa. Sai 5 lần liên tiếp thì tài khoản tạm khóa 15 phút.";

    [Fact]
    public async Task The_right_password_opens_what_was_asked_for()
    {
        using var browser = Site.Stranger();
        var page = await PageAsync(browser, "/sign-in?returnUrl=%2Fpeople%3Fpage%3D2");

        var answer = await page.PressAsync(browser, "Đăng nhập", Typed(Administrator.UserName, Administrator.Password), Ct);

        Assert.Equal("/people?page=2", answer.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(browser, "/people?page=2")).StatusCode);
    }

    [Fact]
    public async Task A_user_name_is_found_in_capitals_and_with_blanks_around_it()
    {
        using var browser = await Site.AsAsync("  XA.HaiLang ", Officer.Password, Ct);

        Assert.Equal(HttpStatusCode.OK, (await GetAsync(browser, "/")).StatusCode);
    }

    [Theory]
    [InlineData("xa.hailang")]
    [InlineData("khong.co.ai")]
    public async Task A_wrong_password_and_an_unknown_name_get_the_same_answer(string userName)
    {
        var page = await TryAsync(userName, "mat khau nao do");

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal([Refused], page.Errors);
        Assert.Equal(userName, page.Field("Tên đăng nhập").GetAttribute("value"));
        Assert.Null(page.Field("Mật khẩu").GetAttribute("value"));
    }

    [Fact]
    public async Task Nothing_typed_is_said_at_the_fields_and_in_the_summary()
    {
        var page = await TryAsync("", "");

        Assert.Equal(["Chưa điền tên đăng nhập.", "Chưa điền mật khẩu."], page.Errors);
        Assert.Equal("true", page.Field("Tên đăng nhập").GetAttribute("aria-invalid"));
        Assert.Equal("#UserName", page.Document.QuerySelector(".error-summary a")?.GetAttribute("href"));
    }

    [Fact]
    public async Task Five_failures_lock_the_account_for_fifteen_minutes()
    {
        for (var i = 0; i < 5; i++)
        {
            await TryAsync(Officer.UserName, $"sai lan thu {i}");
        }

        var locked = await TryAsync(Officer.UserName, Officer.Password);
        Time.Move(TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(1));

        Assert.Equal([Refused], locked.Errors);
        using var browser = await AsAsync(Officer);
    }

    [Fact]
    public async Task Guesses_sent_at_once_are_all_counted()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => TryAsync(Officer.UserName, $"doan {i}")));

        Assert.Equal([Refused], (await TryAsync(Officer.UserName, Officer.Password)).Errors);
    }

    [Fact]
    public async Task Four_failures_are_forgotten_after_a_success()
    {
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 4; i++)
            {
                await TryAsync(Officer.UserName, "chua dung");
            }

            using var browser = await AsAsync(Officer);
        }
    }

    [Fact]
    public async Task An_account_without_a_role_today_does_not_get_in()
    {
        await ChangeAsync(db => EndRolesAsync(db, new DateOnly(2026, 11, 20)));

        var page = await TryAsync(Officer.UserName, Officer.Password);

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Equal(["Tài khoản chưa được giao vai trò nào hôm nay. Đề nghị liên hệ quản trị hệ thống của tỉnh."], page.Errors);
    }

    [Theory]
    [InlineData("https%3A%2F%2Fexample.invalid%2F")]
    [InlineData("%2F%2Fexample.invalid")]
    [InlineData("%2F%5Cexample.invalid")]
    public async Task Signing_in_never_leads_to_another_site(string elsewhere)
    {
        using var browser = Site.Stranger();
        var page = await PageAsync(browser, $"/sign-in?returnUrl={elsewhere}");

        var answer = await page.PressAsync(browser, "Đăng nhập", Typed(Officer.UserName, Officer.Password), Ct);

        Assert.Equal("/", answer.Headers.Location?.ToString());
    }

    private async Task<PageView> TryAsync(string userName, string password)
    {
        using var browser = Site.Stranger();
        var page = await PageAsync(browser, "/sign-in");

        return await PageView.OfAsync(await page.PressAsync(browser, "Đăng nhập", Typed(userName, password), Ct), Ct);
    }

    private static IReadOnlyList<(string, string)> Typed(string userName, string password) =>
        [("Tên đăng nhập", userName), ("Mật khẩu", password)];
}
