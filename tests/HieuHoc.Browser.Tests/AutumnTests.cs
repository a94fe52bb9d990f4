using System.Security.Cryptography;
using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Papers;
using HieuHoc.Returns;
using HieuHoc.Returns.Narrative;
using HieuHoc.Returns.Reasons;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace HieuHoc.Browser.Tests;

/// <summary>The autumn of 2026, from the letter that asks for reports to the correction after the report is locked.</summary>
public sealed class AutumnTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Title = "Báo cáo xây dựng xã hội học tập năm 2026";
    private const string Recognised = "Gia đình: được công nhận";

    private static readonly IReadOnlyList<(string Cell, string Typed)> Models =
    [
        ("Gia đình: tổng số", "5.400"),
        ("Gia đình: đăng ký xây dựng danh hiệu", "4.700"),
        (Recognised, "4.300"),
    ];

    [Fact]
    public async Task From_opening_the_round_to_a_correction_after_the_report_is_locked()
    {
        await ForgetRoundsAsync();
        var (agency, officer, leader) = (await AsAsync(Role.StandingAgency), await AsAsync(Role.CommuneOfficer), await AsAsync(Role.CommuneLeader));

        var round = await TheAgencyOpens(agency);
        await TheOfficerFills(officer);
        await ItIsSentAndMended(agency, officer, leader);
        await TheFloodGivesOthersMoreTime(agency, round);
        var sent = leader.Url;
        // The figures are counted up to the end of 25 November: they are closed on the day after.
        Time.MoveTo(new DateTimeOffset(2026, 11, 26, 8, 0, 0, TimeSpan.FromHours(7)));
        (agency, officer, leader) = (await AsAsync(Role.StandingAgency), await AsAsync(Role.CommuneOfficer), await AsAsync(Role.CommuneLeader));
        await TheAgencyCloses(agency, officer, round);
        var report = await TheReportIsLocked(agency);
        Time.Pass(TimeSpan.FromMinutes(5));
        await leader.GotoAsync(sent);
        await ACorrectionIsToldOnIt(agency, officer, leader, report);
    }

    /// <summary>As before the round: the demonstration has one already.</summary>
    private async Task ForgetRoundsAsync()
    {
        await using var db = Database.Engine.Open();
        var year = await db.Periods.Where(period => period.Code == "2026").Select(period => period.Id).SingleAsync(Ct);
        await db.Figures.Where(figure => figure.PeriodId == year).ExecuteDeleteAsync(Ct);
        await db.RollUps.Where(row => row.PeriodId == year).ExecuteDeleteAsync(Ct);
        await db.ReturnTexts.ExecuteDeleteAsync(Ct);
        await db.Difficulties.ExecuteDeleteAsync(Ct);
        await db.RoundExtensionSubjects.ExecuteDeleteAsync(Ct);
        await db.RoundExtensions.ExecuteDeleteAsync(Ct);
        await db.ReturnMoves.ExecuteDeleteAsync(Ct);
        await db.ReturnReasons.ExecuteDeleteAsync(Ct);
        await db.ReturnVersions.ExecuteDeleteAsync(Ct);
        await db.Returns.ExecuteDeleteAsync(Ct);
        await db.RoundForms.ExecuteDeleteAsync(Ct);
        await db.Rounds.ExecuteDeleteAsync(Ct);
    }

    private static async Task<string> TheAgencyOpens(IPage page)
    {
        await page.GotoAsync("/rounds/new");
        await page.GetByLabel("Tên kỳ báo cáo").FillAsync(Title);
        await page.GetByLabel("Báo cáo năm của xã, phường, đặc khu").First.CheckAsync();
        await page.Locator("[name=Outline]").SelectOptionAsync("annual-report");
        await page.Locator("[name=OpensOn]").FillAsync("2026-10-15");
        await page.Locator("[name=CutOffOn]").FillAsync("2026-11-25");
        await page.Locator("[name=DueOn]").FillAsync("2026-11-29");
        await PicturesAsync(page, "round-new");
        await page.GetByRole(AriaRole.Button, new() { Name = "Xem ai sẽ được yêu cầu báo cáo" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("78 xã, phường, đặc khu");
        await page.GetByRole(AriaRole.Button, new() { Name = "Mở kỳ báo cáo" }).ClickAsync();
        await page.WaitForURLAsync("**/rounds/*-*");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Title);
        await PicturesAsync(page, "round");

        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task TheOfficerFills(IPage page)
    {
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Nhập báo cáo của Xã Hải Lăng" }).ClickAsync();
        await FillAsync(page, "Mô hình học tập", Models);
        await ToSectionsAsync(page);
    }

    private static async Task ItIsSentAndMended(IPage agency, IPage officer, IPage leader)
    {
        await SendAsync(officer, leader);
        await agency.GotoAsync(officer.Url);
        await AskWhyAsync(agency, "Đề nghị bổ sung, làm rõ", "Đối chiếu lại số gia đình được công nhận.");
        await officer.GotoAsync(officer.Url);
        await Assertions.Expect(officer.Locator("main .notice").First).ToContainTextAsync("Đối chiếu lại");
        await FillAsync(officer, "Mô hình học tập", [(Recognised, "4.250")]);
        await ToSectionsAsync(officer);
        await SendAsync(officer, leader);
        await agency.GotoAsync(officer.Url);
        await agency.GetByRole(AriaRole.Button, new() { Name = "Xác nhận số liệu" }).ClickAsync();
        await Assertions.Expect(agency.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã xác nhận");
    }

    /// <summary>The officer submits, the leader approves and sends.</summary>
    private static async Task SendAsync(IPage officer, IPage leader)
    {
        await officer.GetByRole(AriaRole.Button, new() { Name = "Trình lãnh đạo" }).ClickAsync();
        await Assertions.Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã trình lãnh đạo");
        await leader.GotoAsync(officer.Url);
        await leader.GetByRole(AriaRole.Button, new() { Name = "Duyệt", Exact = true }).ClickAsync();
        await leader.GetByRole(AriaRole.Button, new() { Name = "Gửi báo cáo" }).ClickAsync();
        await Assertions.Expect(leader.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã gửi báo cáo");
    }

    /// <summary>Takes a step that says why.</summary>
    private static async Task AskWhyAsync(IPage page, string step, string reason)
    {
        await page.GetByText($"{step} …").ClickAsync();
        await page.GetByLabel("Lý do").FillAsync(reason);
        await page.GetByRole(AriaRole.Button, new() { Name = step, Exact = true }).ClickAsync();
    }

    private static async Task TheFloodGivesOthersMoreTime(IPage page, string round)
    {
        await page.GotoAsync($"{round}/extend");
        await page.GetByLabel("Xã Ba Lòng").CheckAsync();
        await page.GetByLabel("Xã Đakrông").CheckAsync();
        await page.Locator("[name=DueOn]").FillAsync("2026-12-04");
        await page.Locator("[name=Reason]").FillAsync("Bão lũ");
        await page.Locator("[name=Decision]").FillAsync("Công văn số 2345/SGDĐT-GDTX");
        await page.Locator("[name=DecidedOn]").FillAsync("2026-11-20");
        await PicturesAsync(page, "round-extend");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gia hạn", Exact = true }).ClickAsync();
        await page.WaitForURLAsync($"**{round}/progress");
        var line = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Xã Ba Lòng" });
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("2 đơn vị được gia hạn đến 04/12/2026");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Bão lũ");
        await Assertions.Expect(line).ToContainTextAsync("04/12/2026");
        await PicturesAsync(page, "progress");
    }

    private static async Task TheAgencyCloses(IPage agency, IPage officer, string round)
    {
        await agency.GotoAsync($"{round}/close");
        await Assertions.Expect(agency.Locator("main")).ToContainTextAsync("77 đơn vị chưa được xác nhận số liệu");
        await agency.GetByRole(AriaRole.Button, new() { Name = "Chốt số liệu" }).ClickAsync();
        await agency.WaitForURLAsync($"**{round}");
        await agency.GotoAsync("/overview");
        await Assertions.Expect(agency.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Tỉnh Quảng Trị");
        await PicturesAsync(agency, "overview");
        await officer.GotoAsync($"{round}/figures");
        await Assertions.Expect(officer.Locator("main")).ToContainTextAsync("4.250");
    }

    private async Task<string> TheReportIsLocked(IPage page)
    {
        await page.GotoAsync("/reports");
        var files = new List<string>();

        foreach (var paper in await page.Locator("a[href*='handler=Paper'][href*='year=2026']").AllAsync())
        {
            files.Add(await DownloadedAsync(page, paper));
        }

        Assert.InRange(files.Count, 2, 3);
        await page.GetByRole(AriaRole.Button, new() { Name = "Lập báo cáo" }).First.ClickAsync();
        await page.WaitForURLAsync("**/reports/*-*");
        await page.Locator("textarea").Last.FillAsync("Đề nghị hỗ trợ kinh phí cho trung tâm học tập cộng đồng vùng lũ.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu mục này" }).Last.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã lưu mục");
        await PicturesAsync(page, "report-writing");
        await page.GetByRole(AriaRole.Button, new() { Name = "Chốt và khóa bản" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã chốt và khóa bản");
        await PicturesAsync(page, "report-locked");
        await HoldsAsync(page);

        return page.Url;
    }

    /// <summary>The locked files are those whose hash stands on the page; the appendix has the commune's number.</summary>
    private async Task HoldsAsync(IPage page)
    {
        foreach (var row in await page.Locator("tr").Filter(new() { Has = page.Locator("code") }).AllAsync())
        {
            var path = await DownloadedAsync(page, row.GetByRole(AriaRole.Link));
            var hash = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(path, Ct)));
            Assert.Equal(hash, (await row.Locator("code").InnerTextAsync()).ToLowerInvariant());

            if (path.EndsWith(".xlsx", StringComparison.Ordinal))
            {
                await using var workbook = File.OpenRead(path);
                Assert.Contains(4250m, ExcelTable.Read(workbook, "PL1 Mô hình học tập").Single(line => line.Cells.Contains("Xã Hải Lăng")).Cells);
            }
        }
    }

    private static async Task ACorrectionIsToldOnIt(IPage agency, IPage officer, IPage leader, string report)
    {
        await officer.GotoAsync(leader.Url);
        await AskWhyAsync(officer, "Đính chính", "Một thôn báo bổ sung 10 gia đình.");
        await FillAsync(officer, "Mô hình học tập", [(Recognised, "4.260")]);
        await ToSectionsAsync(officer);
        await SendAsync(officer, leader);
        await agency.GotoAsync(officer.Url);
        await agency.GetByRole(AriaRole.Button, new() { Name = "Xác nhận số liệu" }).ClickAsync();
        await Assertions.Expect(agency.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã xác nhận");
        await agency.GotoAsync(report);
        var changed = agency.GetByRole(AriaRole.Row).Filter(new() { HasText = "Xã Hải Lăng" });
        await Assertions.Expect(changed).ToContainTextAsync("4.250");
        await Assertions.Expect(changed).ToContainTextAsync("4.260");
        await PicturesAsync(agency, "report-changed");
        await agency.GetByRole(AriaRole.Button, new() { Name = "Lập bản mới từ bản này" }).ClickAsync();
        await agency.WaitForURLAsync(url => url != report);
        await agency.GotoAsync(report);
        await Assertions.Expect(agency.Locator("main")).ToContainTextAsync("Đã có bản mới hơn");
    }

    private async Task<string> DownloadedAsync(IPage page, ILocator link)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        var path = Path.Combine(Folder, $"{Guid.CreateVersion7():N}-{download.SuggestedFilename}");
        await download.SaveAsAsync(path);

        return path;
    }
}
