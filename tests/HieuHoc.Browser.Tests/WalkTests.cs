using HieuHoc.Access;
using HieuHoc.Papers;
using Microsoft.Playwright;

namespace HieuHoc.Browser.Tests;

/// <summary>The main job: a commune's numbers become the province's report.</summary>
public sealed class WalkTests(Chromium chromium) : BrowserTest(chromium)
{
    private static readonly IReadOnlyList<(string Cell, string Typed)> Models =
    [
        ("Dòng họ: tổng số", "52"),
        ("Dòng họ: đăng ký xây dựng danh hiệu", "41"),
        ("Dòng họ: được công nhận", "37"),
        ("Đơn vị: tổng số", "21"),
        ("Đơn vị: đăng ký xây dựng danh hiệu", "19"),
        ("Đơn vị: được công nhận", "18"),
    ];

    private static readonly IReadOnlyList<(string Cell, string Typed)> Citizens =
    [
        ("Người lớn trên địa bàn", "12.345"),
        ("Công dân đã tự đánh giá", "6 789"),
        ("Công dân đạt danh hiệu “Công dân học tập”", "4567"),
    ];

    [Fact]
    public async Task From_a_communes_numbers_to_the_provinces_report()
    {
        await TheOfficerFillsAndSubmits();
        await TheLeaderApprovesAndSends();
        var agency = await TheAgencyConfirms();
        await TheNumberLeadsToTheReturnBehindIt(agency);
        await TheReportCarriesTheNumber(agency);
    }

    private async Task TheOfficerFillsAndSubmits()
    {
        var page = await AsAsync(Role.CommuneOfficer);
        await PictureAsync(page, "home-officer-1280");
        await page.GetByRole(AriaRole.Link, new() { Name = "Nhập báo cáo của Xã Hải Lăng" }).ClickAsync();

        await FillAsync(page, "Mô hình học tập", Models);
        await ToSectionsAsync(page);
        await FillAsync(page, "Công dân học tập", Citizens);
        await Assertions.Expect(page.GetByLabel("Người lớn trên địa bàn", new() { Exact = true })).ToHaveValueAsync("12.345");
        await PicturesAsync(page, "return-entry");

        await ToSectionsAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Trình lãnh đạo" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã trình lãnh đạo");
    }

    private async Task TheLeaderApprovesAndSends()
    {
        var page = await AsAsync(Role.CommuneLeader);
        await page.GetByRole(AriaRole.Link, new() { Name = "Duyệt báo cáo của Xã Hải Lăng" }).ClickAsync();
        await PictureAsync(page, "return-leader-1280");
        await page.GetByRole(AriaRole.Button, new() { Name = "Duyệt", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã duyệt");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi báo cáo" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã gửi báo cáo");
    }

    private async Task<IPage> TheAgencyConfirms()
    {
        var page = await AsAsync(Role.StandingAgency);
        await PictureAsync(page, "home-agency-1280");
        // Seven lines came before it.
        await page.GetByRole(AriaRole.Link, new() { Name = "Còn 1 việc nữa" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Xã Hải Lăng", Exact = true }).ClickAsync();
        await PictureAsync(page, "return-check-1280");
        await page.GetByRole(AriaRole.Button, new() { Name = "Xác nhận số liệu" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã xác nhận");

        return page;
    }

    private static async Task TheNumberLeadsToTheReturnBehindIt(IPage page)
    {
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Chức năng" }).Or(page.Locator("nav.menu")).First
            .GetByRole(AriaRole.Link, new() { Name = "Bản đồ" }).ClickAsync();
        var citizens = page.Locator("section.target[aria-labelledby='target_S4-T14'] .key-figure");
        await Assertions.Expect(citizens).ToContainTextAsync("63/78");
        await Assertions.Expect(page.Locator("svg.place-map a path")).ToHaveCountAsync(78);
        await PictureAsync(page, "province-1280");

        await citizens.GetByRole(AriaRole.Link).First.ClickAsync();
        var row = page.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Rowheader, new() { Name = "Xã Hải Lăng", Exact = true }) });
        await Assertions.Expect(row).ToContainTextAsync("4.567");
        await Assertions.Expect(row).ToContainTextAsync("12.345");
        await Assertions.Expect(row).ToContainTextAsync("37,0");
        await PictureAsync(page, "indicator-rows-1280");

        await row.GetByRole(AriaRole.Link, new() { Name = "Báo cáo của Xã Hải Lăng" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Xã Hải Lăng");
        // Sent and confirmed; what happened inside the commune stays there.
        await Assertions.Expect(page.Locator(".moves li")).ToHaveCountAsync(2);
    }

    private async Task TheReportCarriesTheNumber(IPage page)
    {
        await page.GotoAsync("/reports");
        await PictureAsync(page, "reports-1280");
        var paper = await DownloadAsync(page, "Tải báo cáo (Word)");
        var appendix = await DownloadAsync(page, "Tải phụ lục (Excel)");

        using var workbook = File.OpenRead(appendix);
        var row = ExcelTable.Read(workbook, "PL2 Công dân học tập").Single(row => row.Cells.Contains("Xã Hải Lăng"));
        Assert.Contains(4567m, row.Cells);
        Assert.Contains(12345m, row.Cells);

        await Pictures.PaperAsync(paper, 1, "report-page-1", Ct);
        await Pictures.PaperAsync(paper, 2, "report-page-2", Ct);
        await Pictures.PaperAsync(appendix, 1, "report-appendix", Ct);
    }

    private async Task<string> DownloadAsync(IPage page, string link)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync());
        var path = Path.Combine(Folder, download.SuggestedFilename);
        await download.SaveAsAsync(path);

        return path;
    }
}
