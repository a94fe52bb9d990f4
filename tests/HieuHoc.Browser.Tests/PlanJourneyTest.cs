using HieuHoc.Testing;
using Microsoft.Playwright;

namespace HieuHoc.Browser.Tests;

/// <summary>The way of a plan through the pages: uploaded, decided of item by item, confirmed.</summary>
public abstract class PlanJourneyTest(Chromium chromium) : BrowserTest(chromium)
{
    protected static async Task UploadAsync(IPage page, SeedPlan plan)
    {
        await page.GotoAsync("/plans/new");
        await page.Locator("input[type=file]").SetInputFilesAsync(plan.Path);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đọc kế hoạch" }).ClickAsync();
        await page.WaitForURLAsync("**/plans/*-*");
    }

    /// <summary>Accepts what is plain kind by kind, and one by one what is doubtful or alone of its kind, by keyboard; how many acts it took.</summary>
    protected static async Task<int> AcceptTheRestAsync(IPage page)
    {
        var all = page.GetByRole(AriaRole.Button, new() { NameRegex = new("Đúng cả") });
        var kinds = await all.CountAsync();

        for (var left = kinds - 1; left >= 0; left--)
        {
            await all.First.PressAsync("Enter");
            await Assertions.Expect(all).ToHaveCountAsync(left);
        }

        var open = page.Locator("[data-state=Open]");
        var single = await open.CountAsync();

        for (var left = single - 1; left >= 0; left--)
        {
            await open.First.PressAsync("Enter");
            await Assertions.Expect(open).ToHaveCountAsync(left);
        }

        return kinds + single;
    }

    protected static async Task ConfirmAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Xác nhận kế hoạch" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Kế hoạch đã được xác nhận");
    }
}
