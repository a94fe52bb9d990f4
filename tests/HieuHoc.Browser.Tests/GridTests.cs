using HieuHoc.Access;
using Microsoft.Playwright;

namespace HieuHoc.Browser.Tests;

/// <summary>Where scripts run, the grid types like a sheet.</summary>
public sealed class GridTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_block_from_a_sheet_is_pasted_and_enter_moves_down()
    {
        var page = await AsAsync(Role.CommuneOfficer);
        await page.GetByRole(AriaRole.Link, new() { Name = "Nhập báo cáo của Xã Hải Lăng" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Mô hình học tập", Exact = true }).ClickAsync();
        var first = page.GetByLabel("Dòng họ: tổng số", new() { Exact = true });
        await first.FocusAsync();

        await first.EvaluateAsync(
            """
            cell => {
              const data = new DataTransfer();
              data.setData('text/plain', '52\t41\t37\r\n26\t24\t22\r\n');
              cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(first).ToHaveValueAsync("52");
        await Assertions.Expect(page.GetByLabel("Dòng họ: được công nhận", new() { Exact = true })).ToHaveValueAsync("37");
        await Assertions.Expect(page.GetByLabel("Thôn, bản, tổ dân phố: được công nhận", new() { Exact = true })).ToHaveValueAsync("22");
        await Assertions.Expect(page.GetByLabel("Thôn, bản, tổ dân phố: tổng số", new() { Exact = true })).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator(".cell-unsaved")).Not.ToHaveCountAsync(0);
    }
}
