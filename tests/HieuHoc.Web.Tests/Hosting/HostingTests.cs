using System.Net;
using System.Text.RegularExpressions;
using HieuHoc.Platform;
using HieuHoc.Platform.Keys;
using HieuHoc.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HieuHoc.Web.Tests.Hosting;

public sealed partial class HostingTests : WebTest
{
    [Fact]
    public async Task Health_is_ok_while_the_database_answers()
    {
        using var browser = Site.Stranger();

        var answer = await GetAsync(browser, "/health");

        Assert.Equal((HttpStatusCode.OK, "ok"), (answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct)));
    }

    [Fact]
    public async Task Health_is_not_ok_when_the_database_does_not_answer()
    {
        await BreakAsync("owner");
        using var browser = Site.Stranger();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await GetAsync(browser, "/health")).StatusCode);
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/site.css")]
    [InlineData("/error/404")]
    [InlineData("/khong-co")]
    public async Task Every_answer_tells_the_browser_what_it_must_not_do(string address)
    {
        using var browser = await AsAsync(Officer);

        var answer = await GetAsync(browser, address);

        Assert.Equal(
            "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'",
            Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task An_error_of_ours_keeps_the_headers_and_shows_an_id_without_asking_the_database_again()
    {
        using var browser = await AsAsync(Officer);
        await BreakAsync("role_grant");

        var answer = await GetAsync(browser, "/");
        var page = await PageView.OfAsync(answer, Ct);

        Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
        Assert.Equal("Hệ thống đang có lỗi", page.Heading);
        Assert.Matches("^[A-Z0-9]{8}$", PageView.Words(page.Document.QuerySelector(".error-id")));
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
        Assert.DoesNotContain("SqliteException", page.Document.Source.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Pages_and_styles_travel_compressed(string encoding)
    {
        foreach (var address in (string[])["/sign-in", "/site.css", "/favicon.svg"])
        {
            var answer = await AsServedAsync(address, encoding);

            Assert.Equal([encoding], answer.Content.Headers.ContentEncoding);
        }
    }

    [Fact]
    public async Task The_first_page_and_all_it_needs_weigh_less_than_100_KB_and_stay_in_the_browser()
    {
        using var browser = Site.Stranger();
        var page = await PageAsync(browser, "/sign-in");
        var needed = page.Document.QuerySelectorAll("link[href],script[src],img[src]")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!).ToList();
        var bytes = (await (await AsServedAsync("/sign-in", "br")).Content.ReadAsByteArrayAsync(Ct)).Length;

        foreach (var address in needed)
        {
            var answer = await AsServedAsync(address, "br");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(TimeSpan.FromDays(365), answer.Headers.CacheControl?.MaxAge);
            bytes += (await answer.Content.ReadAsByteArrayAsync(Ct)).Length;
        }

        Assert.Equal(3, needed.Count);
        Assert.InRange(bytes, 1, 100 * 1024);
        TestContext.Current.SendDiagnosticMessage("First load: {0} bytes", bytes);
    }

    [Fact]
    public async Task The_style_sheet_of_our_own_stays_under_20_KB()
    {
        using var browser = Site.Stranger();

        Assert.InRange((await (await GetAsync(browser, "/site.css")).Content.ReadAsByteArrayAsync(Ct)).Length, 1, 20 * 1024);
    }

    [Fact]
    public async Task No_page_carries_a_script_or_a_style_inline()
    {
        using var browser = await AsAsync(Administrator);

        foreach (var address in (string[])["/", "/people", "/sign-in", "/khong-co", "/error/403"])
        {
            var html = await (await GetAsync(browser, address)).Content.ReadAsStringAsync(Ct);

            Assert.DoesNotMatch(Inline(), html);
        }
    }

    [Fact]
    public async Task A_second_server_on_the_same_file_refuses_to_start()
    {
        var folder = Directory.CreateTempSubdirectory("hieuhoc-lock-").FullName;
        var settings = Testing.Site.SettingsIn(folder, Time);
        await using (var first = await Testing.Site.StartAsync(settings, settings.Engine(), Ct))
        {
            await using var second = SiteHost.Build(settings, settings.Engine());

            Assert.Equal(new ServerAlreadyRunning(folder), await SiteHost.PrepareAsync(second, Ct));
        }

        await using (var third = await Testing.Site.StartAsync(settings, settings.Engine(), Ct))
        {
            // The lock went with the first.
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_schema_of_a_newer_version_is_refused_with_a_sentence()
    {
        await ChangeAsync(async db => await db.Engine.ExecuteAsync(
            db, "insert into schema_migration (number, name, sha256, applied_at) values (9999, 'later', '', '')", [], Ct));
        var folder = Directory.CreateTempSubdirectory("hieuhoc-newer-").FullName;
        await using var site = SiteHost.Build(Testing.Site.SettingsIn(folder, Time), Engine);

        var refusal = await SiteHost.PrepareAsync(site, Ct);

        Assert.IsType<DatabaseOfOtherVersion>(refusal);
        Assert.NotEmpty(new Texts().Of(refusal));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_written_is_refused_with_a_sentence()
    {
        var file = Path.GetTempFileName();
        var settings = Testing.Site.SettingsIn(Path.Combine(file, "data"), Time);
        await using var site = SiteHost.Build(settings, settings.Engine());

        var refusal = Assert.IsType<DataFolderUnusable>(await SiteHost.PrepareAsync(site, Ct));

        Assert.Equal(settings.DataFolder, refusal.Folder);
        File.Delete(file);
    }

    [Fact]
    public async Task The_keys_of_the_sessions_are_for_the_installation_alone()
    {
        var folder = Directory.CreateTempSubdirectory("hieuhoc-keys-").FullName;
        var settings = Testing.Site.SettingsIn(folder, Time);
        await using var site = SiteHost.Build(settings, settings.Engine());

        Assert.Null(await SiteHost.PrepareAsync(site, Ct));

        // Windows has no such modes.
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(settings.KeysFolder));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_restored_database_without_its_key_ring_is_refused_with_a_sentence()
    {
        var folder = Directory.CreateTempSubdirectory("hieuhoc-ring-").FullName;
        var settings = Testing.Site.SettingsIn(Path.Combine(folder, "data"), Time) with { Keys = null };
        await using (var first = await Testing.Site.StartAsync(settings, settings.Engine(), Ct))
        {
            Assert.True(File.Exists(Path.Combine(folder, "data.keys")));
        }

        File.Delete(Path.Combine(folder, "data.keys"));
        await using (var second = SiteHost.Build(settings, settings.Engine()))
        {
            var refusal = await SiteHost.PrepareAsync(second, Ct);

            Assert.Equal(new KeysMissing(Path.Combine(folder, "data.keys")), refusal);
            Assert.NotEmpty(new Texts().Of(refusal!));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_server_that_works_between_requests_stops_cleanly()
    {
        var folder = Directory.CreateTempSubdirectory("hieuhoc-work-").FullName;
        var settings = Testing.Site.SettingsIn(folder, TimeProvider.System) with { Background = true };

        await using (var site = await Testing.Site.StartAsync(settings, settings.Engine(), Ct))
        {
            Assert.Contains(site.Services.GetServices<IHostedService>(), service => service is BackgroundService);
        }

        Directory.Delete(folder, recursive: true);
    }

    private Task BreakAsync(string table) => ChangeAsync(async db =>
        await db.Engine.ExecuteAsync(db, $"alter table \"{table}\" rename to \"{table}_gone\"", [], Ct));

    private async Task<HttpResponseMessage> AsServedAsync(string address, string encoding)
    {
        using var raw = new HttpClient { BaseAddress = Site.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.Add("Accept-Encoding", encoding);

        return await raw.SendAsync(request, Ct);
    }

    [GeneratedRegex("<style|\\sstyle=|<script(?![^>]*\\ssrc=)|\\son[a-z]+=|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();
}
