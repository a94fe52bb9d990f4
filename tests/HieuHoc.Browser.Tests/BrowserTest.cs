using Deque.AxeCore.Playwright;
using HieuHoc.Access;
using HieuHoc.Demo;
using HieuHoc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace HieuHoc.Browser.Tests;

/// <summary>A journey through the real site over the demonstration of Quảng Trị, on Saturday 21 November 2026.</summary>
public abstract class BrowserTest(Chromium chromium) : IAsyncLifetime
{
    private readonly FixedTime time = new();
    private readonly List<IBrowserContext> contexts = [];
    private readonly string folder = Directory.CreateTempSubdirectory("hieuhoc-browser-").FullName;
    private TestDatabase database = null!;
    private Site site = null!;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The clock of the site, which stands still.</summary>
    protected FixedTime Time => time;

    protected Site Site => site;

    protected TestDatabase Database => database;

    /// <summary>A folder that goes with the test.</summary>
    protected string Folder => folder;

    public async ValueTask InitializeAsync()
    {
        _ = chromium.Browser;
        time.MoveTo(new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.FromHours(7)));
        database = await MakeDatabaseAsync();
        var settings = Site.SettingsIn(folder, time) with { DemoSignIns = DemoPeople.SignIns };
        site = await Site.StartAsync(settings, database.Engine, Ct, Add);
    }

    /// <summary>What the site lies over.</summary>
    protected virtual Task<TestDatabase> MakeDatabaseAsync() => TestDatabase.DemoAsync(Ct);

    /// <summary>What a test adds to what the site is composed of.</summary>
    protected virtual void Add(IServiceCollection services)
    {
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);

        foreach (var context in contexts)
        {
            await context.DisposeAsync();
        }

        if (site is not null)
        {
            await site.DisposeAsync();
        }

        if (database is not null)
        {
            await database.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A browser window of its own.</summary>
    protected async Task<IPage> OpenAsync(int width = 1280, bool scripts = true, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.Address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = width < 600 ? 740 : 900 },
            JavaScriptEnabled = scripts,
            ColorScheme = scheme,
            Locale = "vi-VN",
            AcceptDownloads = true,
        });
        contexts.Add(context);

        return await context.NewPageAsync();
    }

    /// <summary>A window in which a person of the demonstration has signed in by the form.</summary>
    protected async Task<IPage> AsAsync(Role role, int width = 1280, bool scripts = true, ColorScheme scheme = ColorScheme.Light)
    {
        var person = DemoPeople.All.Single(person => person.Role == role);
        var page = await OpenAsync(width, scripts, scheme);
        await SignInAsync(page, person.UserName, person.Password);

        return page;
    }

    /// <summary>Signs in by the form.</summary>
    protected static async Task SignInAsync(IPage page, string userName, string password)
    {
        await page.GotoAsync("/sign-in");
        await page.FillAsync("[name=UserName]", userName);
        await page.FillAsync("[name=Password]", password);
        await page.PressAsync("[name=Password]", "Enter");
        await page.WaitForURLAsync("**/");
    }

    /// <summary>Fills the cells of a section of the return that is open, from the list of its sections.</summary>
    protected static async Task FillAsync(IPage page, string section, IEnumerable<(string Cell, string Typed)> cells)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = section, Exact = true }).First.ClickAsync();

        foreach (var (cell, typed) in cells)
        {
            await page.GetByLabel(cell, new() { Exact = true }).FillAsync(typed);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu nháp" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã lưu nháp");
        await ExplainAsync(page);
    }

    /// <summary>Gives a ready reason for everything in the section that looks odd.</summary>
    protected static async Task ExplainAsync(IPage page)
    {
        foreach (var reason in await page.Locator("fieldset select").AllAsync())
        {
            await reason.SelectOptionAsync("counting");
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu nháp" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã lưu nháp");
    }

    /// <summary>Goes back from a section to the list of all, from where a return is handed on.</summary>
    protected static Task ToSectionsAsync(IPage page) => page.GetByRole(AriaRole.Link, new() { Name = "Các phần của báo cáo" }).ClickAsync();

    /// <summary>Axe finds nothing on the page as it stands.</summary>
    protected static async Task AxeFindsNothingAsync(IPage page) =>
        Assert.Empty((await page.RunAxe()).Violations.Select(violation => $"{violation.Id} {violation.Help}: {violation.Nodes[0].Html}"));

    /// <summary>Keeps a picture of the page when pictures are asked for: <c>./dev pictures</c>.</summary>
    /// <param name="whole">False where only what is seen without scrolling is kept.</param>
    protected static async Task PictureAsync(IPage page, string name, bool whole = true)
    {
        if (Pictures.Folder is { } to)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(to, $"{name}.png"), FullPage = whole });
        }
    }

    /// <summary>Keeps the page as it is on a phone and on a desk; the journey goes on as wide as it was.</summary>
    protected static async Task PicturesAsync(IPage page, string name)
    {
        if (Pictures.Folder is null || page.ViewportSize is not { } before)
        {
            return;
        }

        foreach (var width in (int[])[360, 1280])
        {
            await page.SetViewportSizeAsync(width, before.Height);
            await PictureAsync(page, $"{name}-{width}");
        }

        await page.SetViewportSizeAsync(before.Width, before.Height);
    }
}
