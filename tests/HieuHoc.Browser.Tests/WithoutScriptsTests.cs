using HieuHoc.Access;
using Microsoft.Playwright;

namespace HieuHoc.Browser.Tests;

/// <summary>Every page works where scripts do not run.</summary>
public sealed class WithoutScriptsTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_return_is_filled_sent_back_and_mended_without_scripts()
    {
        var officer = await AsAsync(Role.CommuneOfficer, width: 360, scripts: false);
        await officer.GetByRole(AriaRole.Link, new() { Name = "Nhập báo cáo của Xã Hải Lăng" }).ClickAsync();
        await officer.GetByRole(AriaRole.Link, new() { Name = "Công dân học tập", Exact = true }).ClickAsync();
        await officer.GetByLabel("Người lớn trên địa bàn", new() { Exact = true }).FillAsync("mười hai");
        await officer.GetByLabel("Công dân đã tự đánh giá", new() { Exact = true }).FillAsync("2100");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Lưu nháp" }).ClickAsync();
        await Assertions.Expect(officer.GetByRole(AriaRole.Alert)).ToContainTextAsync("Người lớn trên địa bàn");
        await Assertions.Expect(officer.GetByLabel("Công dân đã tự đánh giá", new() { Exact = true })).ToHaveValueAsync("2100");
        await PictureAsync(officer, "all/return-unreadable-360");

        await officer.GetByLabel("Người lớn trên địa bàn", new() { Exact = true }).FillAsync("12345");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Lưu nháp" }).ClickAsync();
        await ExplainAsync(officer);
        await ToSectionsAsync(officer);
        await officer.GetByRole(AriaRole.Button, new() { Name = "Trình lãnh đạo" }).ClickAsync();
        await Assertions.Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã trình lãnh đạo");

        var leader = await AsAsync(Role.CommuneLeader, scripts: false);
        await leader.GetByRole(AriaRole.Link, new() { Name = "Duyệt báo cáo của Xã Hải Lăng" }).ClickAsync();
        await leader.GetByText("Trả lại …").ClickAsync();
        await leader.GetByLabel("Lý do").FillAsync("Thiếu số dòng họ.");
        await leader.GetByRole(AriaRole.Button, new() { Name = "Trả lại", Exact = true }).ClickAsync();
        await Assertions.Expect(leader.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã trả lại");

        await officer.ReloadAsync();
        await Assertions.Expect(officer.GetByText("Thiếu số dòng họ.").First).ToBeVisibleAsync();
        await PictureAsync(officer, "all/return-sent-back-360");
    }
}
