using System.Net;
using HieuHoc.Access;
using HieuHoc.Platform;

namespace HieuHoc.Web.Tests.Accounts;

/// <summary>A name that nobody can have is answered like an unknown one, and the database is not asked for it.</summary>
public sealed class IllFormedUserNameTests : WebTest
{
    [Theory]
    [InlineData("xa\u0001hailang")]
    [InlineData("xa hailang")]
    [InlineData("xã.hailang")]
    public async Task It_is_answered_like_an_unknown_name_even_where_an_account_has_it(string userName)
    {
        await ChangePersonAsync(Officer, person => person.UserName = userName);

        var unknown = await TryAsync("khong.co.ai");
        var page = await TryAsync(userName);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(unknown.Errors, page.Errors);
    }

    [Fact]
    public async Task Its_password_cannot_be_reset()
    {
        await ChangePersonAsync(Officer, person => person.UserName = "xa\u0001hailang");

        Assert.Equal(new PersonNotFound(), await ResetAsync("xa\u0001hailang"));
    }

    // PostgreSQL breaks when it is asked for a text with this character.
    [Fact]
    public async Task One_that_no_database_holds_is_unknown() => Assert.Equal(new PersonNotFound(), await ResetAsync("xa\0hailang"));

    private async Task<Refusal?> ResetAsync(string userName)
    {
        await using var db = Engine.Open();

        return (await new ResetPassword(db, new ProgrammeClock(Time), _ => "hash")
            .RunAsync(userName, "Ruộng lúa Triệu Phong", new Actor(Owner, null, Role.Administrator, Province), Ct)).Refusal;
    }

    private async Task<PageView> TryAsync(string userName)
    {
        using var browser = Site.Stranger();
        var page = await PageAsync(browser, "/sign-in");

        return await PageView.OfAsync(
            await page.PressAsync(browser, "Đăng nhập", [("Tên đăng nhập", userName), ("Mật khẩu", Officer.Password)], Ct), Ct);
    }
}
