using System.Net;
using System.Text.RegularExpressions;
using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Pages;

public sealed partial class SlipsPageTests : ImportPagesTest
{
    private const string Print = "Tạo mật khẩu và hiện phiếu (2)";

    private const string Lists = "/import/accounts";

    [Fact]
    public async Task An_administrator_finds_the_list_beside_the_accounts_and_takes_it_over()
    {
        var browser = await AsAsync(Role.Administrator);

        var people = await PageAsync(browser, "/people");
        var taken = await TakenAsync(browser);

        Assert.Contains(people.Document.QuerySelectorAll("main a"), link => link.GetAttribute("href") == Lists);
        Assert.Contains("Đã ghi 2 mục từ tệp.", taken.Main, StringComparison.Ordinal);
        Assert.NotNull(taken.Document.QuerySelector($"a[href='{AddressOf(taken)}/slips']"));
    }

    [Fact]
    public async Task A_list_of_which_nothing_was_taken_over_has_no_slips()
    {
        var browser = await AsAsync(Role.Administrator);

        var held = await UploadedAsync(browser);
        var slips = await PageAsync(browser, $"{AddressOf(held)}/slips");

        Assert.Null(held.Document.QuerySelector("a[href$='/slips']"));
        Assert.Contains("không có tài khoản nào đăng nhập bằng mật khẩu", slips.Main, StringComparison.Ordinal);
        Assert.Empty(slips.Document.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Each_slip_opens_its_account_once_and_asks_for_another_password()
    {
        var browser = await AsAsync(Role.Administrator);
        var page = await PageAsync(browser, $"{AddressOf(await TakenAsync(browser))}/slips");

        var printed = await PressAsync(browser, page, Print);

        var slips = printed.Document.QuerySelectorAll("main section.slip");
        Assert.Equal(["Cán bộ Văn hóa – Xã hội", "Lãnh đạo xã Hải Lăng"], slips.Select(slip => PageView.Words(slip.QuerySelector("h2"))));
        Assert.All(slips, slip => Assert.Contains("/sign-in", slip.TextContent, StringComparison.Ordinal));
        var codes = slips[0].QuerySelectorAll("code").Select(PageView.Words).ToList();
        Assert.Equal("canbo.moi", codes[0]);
        var officer = await Site.AsAsync(codes[0], codes[1], Ct);
        Assert.Equal("/me/password", (await GetAsync(officer, "/returns")).Headers.Location?.ToString());
    }

    [Fact]
    public async Task The_passwords_stand_in_that_one_answer_and_nowhere_else()
    {
        var browser = await AsAsync(Role.Administrator);
        var address = $"{AddressOf(await TakenAsync(browser))}/slips";

        var fields = (await PageAsync(browser, address)).Press(Print).Fields;
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        var answer = await browser.PostAsync(new Uri(address, UriKind.Relative), form, Ct);
        var passwords = Passwords((await PageView.OfAsync(answer, Ct)).Main);
        var later = await PageAsync(browser, address);

        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal(2, passwords.Count);
        Assert.Empty(Passwords(later.Main));
        Assert.Contains("Đã in phiếu, chưa đổi mật khẩu", later.Main, StringComparison.Ordinal);
        var db = Stored();
        Assert.All(await db.AuditEntries.Select(entry => entry.Detail).ToListAsync(Ct), detail => Assert.All(passwords, password => Assert.DoesNotContain(password, detail, StringComparison.Ordinal)));
        Assert.All(await db.People.Select(person => person.PasswordHash).ToListAsync(Ct), hash => Assert.DoesNotContain(hash, passwords));
        Assert.Equal(2, await db.AuditEntries.CountAsync(entry => entry.Change == nameof(PasswordWasReset), Ct));
    }

    [Fact]
    public async Task The_page_sent_again_ends_no_slip_and_says_what_to_do()
    {
        var browser = await AsAsync(Role.Administrator);
        var page = await PageAsync(browser, $"{AddressOf(await TakenAsync(browser))}/slips");
        var first = Passwords((await PressAsync(browser, page, Print)).Main);

        var again = await PressAsync(browser, page, Print);

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("mỗi mật khẩu chỉ hiện một lần", Assert.Single(again.Errors), StringComparison.Ordinal);
        Assert.Equal("/me/password", (await GetAsync(await Site.AsAsync("canbo.moi", first[0], Ct), "/returns")).Headers.Location?.ToString());
    }

    [Fact]
    public async Task Lost_slips_are_made_anew_on_purpose_and_the_old_ones_end()
    {
        var browser = await AsAsync(Role.Administrator);
        var address = $"{AddressOf(await TakenAsync(browser))}/slips";
        var first = Passwords((await PressAsync(browser, await PageAsync(browser, address), Print)).Main);
        Time.MoveTo(Time.GetUtcNow() + TimeSpan.FromMinutes(1));
        var page = await PageAsync(browser, address);

        var anew = await PressAsync(browser, page, "Cấp lại mật khẩu và hiện phiếu (2)");
        var again = await PressAsync(browser, page, "Cấp lại mật khẩu và hiện phiếu (2)");

        var second = Passwords(anew.Main);
        Assert.Equal((2, 0), (second.Count, first.Intersect(second).Count()));
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Equal("/me/password", (await GetAsync(await Site.AsAsync("canbo.moi", second[0], Ct), "/returns")).Headers.Location?.ToString());
    }

    [Fact]
    public async Task Who_keeps_the_accounts_of_villages_alone_prints_no_slips()
    {
        var address = $"{AddressOf(await TakenAsync(await AsAsync(Role.Administrator)))}/slips";

        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(await AsAsync(Role.CommuneOfficer), address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(await AsAsync(Role.Administrator), $"{Lists}/{Guid.CreateVersion7()}/slips")).StatusCode);
    }

    private static Task<PageView> UploadedAsync(HttpClient browser) => UploadAsync(
        browser, null, Lists,
        ["Vai trò", "Mã đơn vị", "Tên hiển thị", "Tên đăng nhập"],
        ["Cán bộ cấp xã", HaiLang, "Cán bộ Văn hóa – Xã hội", "canbo.moi"],
        ["Lãnh đạo cấp xã", HaiLang, "Lãnh đạo xã Hải Lăng", "lanhdao.moi"]);

    private static async Task<PageView> TakenAsync(HttpClient browser) => await PressAsync(browser, await UploadedAsync(browser), "Lấy tất cả dòng thêm mới và thay đổi (2)");

    private static string AddressOf(PageView held) => held.Document.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!).First(href => Upload().IsMatch(href)).Split('?')[0];

    private static IReadOnlyList<string> Passwords(string text) => [.. OneTime().Matches(text).Select(match => match.Value)];

    [GeneratedRegex("[a-z2-9]{5}(-[a-z2-9]{5}){3}")]
    private static partial Regex OneTime();

    [GeneratedRegex(@"\A/import/accounts/[0-9a-f-]{36}\?show=")]
    private static partial Regex Upload();
}
