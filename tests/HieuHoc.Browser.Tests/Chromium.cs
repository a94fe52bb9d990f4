using HieuHoc.Browser.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace HieuHoc.Browser.Tests;

/// <summary>The browser that is installed on this machine, started once for all journeys.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The browser; a machine without one skips the test, visibly.</summary>
    public IBrowser Browser
    {
        get
        {
            Assert.SkipWhen(browser is null, "Chromium is not installed.");

            return browser;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (Find() is not { } path)
        {
            return;
        }

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            // The tests talk to this machine alone; what Chromium asks of its makers would only fail.
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    private static string? Find() =>
        Environment.GetEnvironmentVariable("HIEUHOC_TEST_CHROMIUM") is { Length: > 0 } named
            ? named
            : new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);
}
