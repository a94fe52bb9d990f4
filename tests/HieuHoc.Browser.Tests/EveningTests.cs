using HieuHoc.Access;
using HieuHoc.Papers;
using Microsoft.Playwright;

namespace HieuHoc.Browser.Tests;

/// <summary>The last evening of a commune officer with Excel, and the morning after.</summary>
public sealed class EveningTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Clans = "Dòng họ: tổng số";
    private const string Units = "Đơn vị: tổng số";

    /// <summary>What the officer types into Calc; two cells of it are no numbers.</summary>
    private static readonly IReadOnlyList<(string Code, string Typed)> Evening =
    [
        ("clan.total", "Không có"),
        ("clan.registered", "41"),
        ("clan.recognised", "=30+7"),
        ("unit.total", "12,5"),
        ("unit.registered", "19"),
        ("unit.recognised", "18"),
        ("citizen.adults", "12345"),
        ("citizen.self-assessed", "6789"),
        ("citizen.recognised", "4567"),
    ];

    [Fact]
    public async Task From_the_download_in_the_evening_to_the_confirmation_in_the_morning()
    {
        Calc.SkipUnlessInstalled();
        Time.MoveTo(new DateTimeOffset(2026, 11, 27, 19, 30, 0, TimeSpan.FromHours(7)));
        var officer = await AsAsync(Role.CommuneOfficer);

        await officer.GotoAsync("/");
        await officer.GetByRole(AriaRole.Link, new() { Name = "Nhập báo cáo của Xã Hải Lăng" }).ClickAsync();
        var address = new Uri(officer.Url).AbsolutePath;
        var file = await DownloadedAsync(officer);
        FillInCalc(file);
        await TakenAsync(officer, file);
        await TwoCellsAreCorrected(officer, address);
        await SentAsync(officer, await AsAsync(Role.CommuneLeader), address);

        Time.MoveTo(new DateTimeOffset(2026, 11, 28, 7, 45, 0, TimeSpan.FromHours(7)));
        var agency = await AsAsync(Role.StandingAgency);
        officer = await AsAsync(Role.CommuneOfficer);
        await OneCellComesBack(agency, address);
        await ItIsAnswered(officer, address);
        await SentAsync(officer, await AsAsync(Role.CommuneLeader), address);
        await ItIsConfirmed(agency, address);
    }

    private async Task<string> DownloadedAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Điền bằng Excel" }).ClickAsync();
        await PicturesAsync(page, "workbook");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Tải tệp mẫu" }).ClickAsync());
        var file = Path.Combine(Folder, download.SuggestedFilename);
        await download.SaveAsAsync(file);

        return file;
    }

    /// <summary>Without network: types beside what stands there, in the column under "Số liệu".</summary>
    private void FillInCalc(string file)
    {
        using var workbook = File.OpenRead(file);
        var rows = ExcelTable.Read(workbook, "Số liệu").ToList();
        var column = rows.First(row => row.Cells.Contains("Mã ô")).Cells.Index().First(cell => cell.Item as string is "Số liệu").Index;

        Calc.Type(Folder, file, Evening.Select(cell => (CellName.Of(column, rows.Single(row => row.Cells[0] as string == cell.Code).Number), cell.Typed)));
    }

    private static async Task TakenAsync(IPage page, string file)
    {
        await page.Locator("[name=Upload]").SetInputFilesAsync(file);
        await page.GetByRole(AriaRole.Button, new() { Name = "Xem thay đổi" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Chỗ cần sửa trong tệp (2)");
        await Assertions.Expect(page.GetByRole(AriaRole.Row)).ToHaveCountAsync(Evening.Count - 2 + 1);
        await PicturesAsync(page, "workbook-changes");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lấy các số đã chọn" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã lấy 7 ô số liệu từ tệp.");
    }

    private static async Task TwoCellsAreCorrected(IPage page, string address)
    {
        await page.GotoAsync(address);
        await FillAsync(page, "Mô hình học tập", [(Clans, "52"), (Units, "21")]);
        await ToSectionsAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Công dân học tập", Exact = true }).First.ClickAsync();
        await ExplainAsync(page);
    }

    /// <summary>The officer submits, the leader approves and sends.</summary>
    private static async Task SentAsync(IPage officer, IPage leader, string address)
    {
        await officer.GotoAsync(address);
        await officer.GetByRole(AriaRole.Button, new() { Name = "Trình lãnh đạo" }).ClickAsync();
        await Assertions.Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã trình lãnh đạo");
        await leader.GotoAsync(address);
        await leader.GetByRole(AriaRole.Button, new() { Name = "Duyệt", Exact = true }).ClickAsync();
        await leader.GetByRole(AriaRole.Button, new() { Name = "Gửi báo cáo" }).ClickAsync();
        await Assertions.Expect(leader.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã gửi báo cáo");
    }

    private static async Task OneCellComesBack(IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.GetByLabel($"Đánh dấu: {Clans}", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Đánh dấu các ô đã chọn" }).ClickAsync();
        await page.GetByLabel($"Lý do: {Clans}").FillAsync("Năm trước là 50: xã có thêm dòng họ nào?");
        await PicturesAsync(page, "cells-marked");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đề nghị bổ sung, làm rõ" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
    }

    private static async Task ItIsAnswered(IPage page, string address)
    {
        await page.GotoAsync("/");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Bổ sung, làm rõ");
        await page.GotoAsync(address);
        await Assertions.Expect(page.Locator("#asked")).ToContainTextAsync("xã có thêm dòng họ nào?");
        await page.GetByLabel($"Trả lời: {Clans}").FillAsync("Thêm họ Trần và họ Phan ở thôn mới sáp nhập.");
        await PicturesAsync(page, "cells-asked");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu nháp" }).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã lưu nháp");
    }

    private static async Task ItIsConfirmed(IPage page, string address)
    {
        await page.GotoAsync(address);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Thêm họ Trần và họ Phan");
        await PicturesAsync(page, "cells-back");
        await page.GetByRole(AriaRole.Button, new() { Name = "Xác nhận số liệu" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã xác nhận");
    }
}
