using HieuHoc.Access;
using Microsoft.Playwright;

namespace HieuHoc.Browser.Tests;

/// <summary>A passkey is made and shown by the browser itself, with a device that the browser pretends to have.</summary>
public sealed class PasskeyTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_passkey_is_added_signs_in_without_a_password_and_is_taken_away()
    {
        var page = await OpenAsync(width: 360);
        await WithDeviceAsync(page);
        await SignInByPasswordAsync(page);

        await page.GotoAsync($"{Localhost}me/passkeys");
        await page.GetByLabel("Tên của khóa").FillAsync("Máy tính cơ quan");
        await page.GetByLabel("Mật khẩu đang dùng").FillAsync(Officer.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Thêm khóa truy cập" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Đã thêm khóa truy cập.");
        await PictureAsync(page, "passkeys");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).First.ClickAsync();
        await page.WaitForURLAsync("**/sign-in**");

        await page.GotoAsync($"{Localhost}sign-in?returnUrl=%2Freturns");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập bằng khóa truy cập" }).ClickAsync();
        await page.WaitForURLAsync("**/returns");

        await page.GotoAsync($"{Localhost}me/passkeys");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bỏ khóa Máy tính cơ quan" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Đã bỏ khóa truy cập.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).First.ClickAsync();
        await page.WaitForURLAsync("**/sign-in**");
        await page.GotoAsync($"{Localhost}sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập bằng khóa truy cập" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Khóa truy cập chưa được nhận");
    }

    [Fact]
    public async Task Without_scripts_the_password_is_there_and_no_button_that_does_nothing()
    {
        var page = await OpenAsync(scripts: false);
        await page.GotoAsync($"{Localhost}sign-in");

        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập bằng khóa truy cập" })).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("[name=Password]").First).ToBeVisibleAsync();
    }

    private static Demo.DemoPerson Officer => Demo.DemoPeople.All.Single(person => person.Role is Role.CommuneOfficer);

    /// <summary>The site under the one name without HTTPS for which browsers keep passkeys.</summary>
    private string Localhost => $"http://localhost:{Site.Address.Port}/";

    private async Task SignInByPasswordAsync(IPage page)
    {
        await page.GotoAsync($"{Localhost}sign-in");
        await page.FillAsync("[name=UserName]", Officer.UserName);
        await page.FillAsync("[name=Password]", Officer.Password);
        await page.PressAsync("[name=Password]", "Enter");
        await page.WaitForURLAsync("**/");
    }

    private static async Task WithDeviceAsync(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
