using HieuHoc.Access;
using HieuHoc.Programmes.Plans;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace HieuHoc.Browser.Tests;

/// <summary>The standing agency reads in the province's plan and confirms it, by keyboard as far as one can.</summary>
public sealed class PlanTests(Chromium chromium) : PlanJourneyTest(chromium)
{
    [Fact]
    public async Task The_plan_of_the_province_is_read_in_checked_by_keyboard_and_confirmed()
    {
        var page = await AsAsync(Role.StandingAgency);
        var seed = SeedPlan.All.Single(one => one.Paper == "quang-tri-2021-xhht");
        await UploadAsync(page, seed);
        await AxeFindsNothingAsync(page);

        // The first item that nobody has looked at is at hand, and is marked in the document as one goes on.
        await Assertions.Expect(page.Locator("#head-1")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#head-1")).ToHaveAttributeAsync("data-state", "Accepted");
        await Assertions.Expect(page.Locator("#basis-1")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator(".plan-text .now").First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("b");
        await Assertions.Expect(page.Locator("#basis-1")).ToHaveAttributeAsync("data-state", "Dropped");
        await page.Locator("#basis-2").FocusAsync();
        await page.Keyboard.PressAsync("z");
        await Assertions.Expect(page.Locator("#basis-1")).ToHaveAttributeAsync("data-state", "Open");

        // One is corrected: the first field is at hand, and typing letters types.
        await page.Locator("#target-1").FocusAsync();
        await page.Keyboard.PressAsync("s");
        await Assertions.Expect(page.Locator("#target-1-clause")).ToBeFocusedAsync();
        await PictureAsync(page, "plan-1280", whole: false);
        await page.Locator("#target-1-value").FillAsync("99,5");
        await page.Locator("#target-1").GetByRole(AriaRole.Button, new() { Name = "Lưu nội dung đã sửa" }).ClickAsync();
        await Assertions.Expect(page.Locator("#target-1")).ToHaveAttributeAsync("data-state", "Corrected");
        await Assertions.Expect(page.Locator("#target-1")).ToContainTextAsync("99,5 %");

        await AcceptTheRestAsync(page);
        await ConfirmAsync(page);
        await using var db = Database.Engine.Open();
        var content = PlanContent.Parse((await db.PlanVersions.AsNoTracking().SingleAsync(Ct)).Content);
        Assert.Equal((32, 99.5m), (content.Targets.Count, content.Targets[0].Value));
        Assert.All(content.Targets, target => Assert.NotNull(target.Link)); // as their words suggested
        Assert.Contains("quang-tri-cu.so-ttt", content.Assignments.SelectMany(given => given.Agencies ?? []));
        await AxeFindsNothingAsync(page);

        await page.GotoAsync("/programme");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("ít nhất 99,5 % vào năm 2025");
        await AxeFindsNothingAsync(page);
        await PictureAsync(page, "programme-1280");
        await page.SetViewportSizeAsync(360, 740);
        await PictureAsync(page, "programme-360");
    }
}
