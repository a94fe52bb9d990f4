using HieuHoc.Testing;

namespace HieuHoc.Web.Tests.Pages;

public sealed class DemoTests : WebTest
{
    private string folder = "";

    protected override bool IsDemo => true;

    protected override Task<Site> StartAsync()
    {
        folder = Directory.CreateTempSubdirectory("hieuhoc-demo-").FullName;
        var settings = Site.SettingsIn(folder, Time) with { DemoSignIns = new([Officer, Agency, new("khong.co", "x", Access.Role.Administrator)]) };

        return Site.StartAsync(settings, Engine, Ct);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Every_page_says_at_its_head_and_its_foot_that_the_figures_are_made_up()
    {
        using var stranger = Site.Stranger();
        using var officer = await AsAsync(Officer);
        PageView[] pages =
        [
            await PageAsync(stranger, "/sign-in"), await PageAsync(officer, "/"), await PageAsync(officer, "/khong-co"), await PageAsync(officer, "/people"),
        ];

        foreach (var page in pages)
        {
            Assert.StartsWith("SỐ LIỆU MINH HỌA", PageView.Words(page.Document.QuerySelector(".demo-banner")), StringComparison.Ordinal);
            Assert.Equal("SỐ LIỆU MINH HỌA", PageView.Words(page.Document.QuerySelector("footer .demo-mark")));
        }
    }

    [Fact]
    public async Task One_click_signs_in_as_a_person_of_the_demonstration()
    {
        using var browser = Site.Stranger();
        var page = await PageAsync(browser, "/sign-in");
        var lines = page.Document.QuerySelectorAll(".demo-sign-ins li");
        var fields = lines[1].QuerySelectorAll("input[name]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value")!));
        using var form = new FormUrlEncodedContent(fields);

        await browser.PostAsync(new Uri("/sign-in", UriKind.Relative), form, Ct);

        Assert.Equal(2, lines.Length);
        Assert.StartsWith(
            "Chuyên viên Phòng GDTX, Sở GDĐT Cơ quan thường trực · Tỉnh Quảng Trị Tên đăng nhập so.gddt, mật khẩu",
            PageView.Words(lines[1]),
            StringComparison.Ordinal);
        Assert.Equal("Việc của tôi", (await PageAsync(browser, "/")).Heading);
    }
}
