using HieuHoc.Testing;
using Microsoft.Playwright;

namespace HieuHoc.Browser.Tests;

/// <summary>Each of the five published plans, from its file to the page of the programme of the province that took over its own.</summary>
public sealed class SeedPlansTests(Chromium chromium) : PlanJourneyTest(chromium)
{
    /// <summary>How much there is to decide: the paper, all its items, how many of them are doubtful, and by how few acts all are accepted as they were read.</summary>
    public static TheoryData<string, int, int, int> Plans => new()
    {
        { "quang-tri-2019-truyen-thong", 23, 9, 13 },
        { "ha-nam-2024-so-tttt", 19, 0, 5 },
        { "quang-binh-2023-thi-dua", 8, 0, 3 },
        { "kon-tum-2015-gia-dinh", 61, 1, 9 },
        { "quang-tri-2021-xhht", 97, 2, 10 },
    };

    protected override Task<TestDatabase> MakeDatabaseAsync() => TestDatabase.FilledAsync(Ct);

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task A_published_plan_is_uploaded_confirmed_by_keyboard_and_shown_row_by_row(string paper, int items, int doubtful, int acts)
    {
        var plan = SeedPlan.All.Single(one => one.Paper == paper);
        var (userName, password) = await new Given(Database.Engine).BeginningAsync(plan.Province, new DateOnly(2026, 11, 21), Ct);
        var page = await OpenAsync();
        await SignInAsync(page, userName, password);

        await UploadAsync(page, plan);
        var read = await page.Locator(".plan-item").CountAsync();
        var inDoubt = await page.Locator("[data-doubtful=true]").CountAsync();
        var done = await AcceptTheRestAsync(page);
        await ConfirmAsync(page);
        var text = (await WordsAsync(page, ".plan-text")).Single();
        await page.GotoAsync("/programme");

        Assert.Empty(plan.Missing(await WordsAsync(page, "main li, main tr"), text));
        Assert.Equal((items, doubtful, acts), (read, inDoubt, done));
    }

    /// <summary>The words of each element, with single blanks.</summary>
    private static Task<string[]> WordsAsync(IPage page, string elements) =>
        page.EvaluateAsync<string[]>("elements => [...document.querySelectorAll(elements)].map(found => found.textContent.trim().split(/\\s+/).join(' '))", elements);
}
