using System.Net;
using System.Text.Json;
using HieuHoc.Access;

namespace HieuHoc.Web.Tests.Pages;

/// <summary>The page for work without network, as the server gives it: the same for everybody.</summary>
public sealed class CapturePageTests : WalkTest
{
    [Fact]
    public async Task The_page_knows_nobody_so_that_a_device_may_keep_it()
    {
        var stranger = await (await GetAsync(Stranger(), "/capture")).Content.ReadAsStringAsync(Ct);
        var officer = await (await GetAsync(await AsAsync(Role.CommuneOfficer), "/capture")).Content.ReadAsStringAsync(Ct);

        Assert.Equal(stranger, officer);
        Assert.Contains("Trang này cần JavaScript", stranger, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_words_are_in_the_reader_s_language_and_keep_their_places()
    {
        var page = await PageAsync(Stranger(), "/capture");

        var words = JsonDocument.Parse(page.Document.GetElementById("texts")!.TextContent).RootElement;

        Assert.Contains("{count}", words.GetProperty("unsent").GetString(), StringComparison.Ordinal);
        Assert.Equal("Phải sửa:", words.GetProperty("form").GetProperty("hard").GetString());
    }

    [Fact]
    public async Task The_worker_names_every_file_that_the_page_needs_and_each_is_there()
    {
        var browser = Stranger();
        var script = await (await GetAsync(browser, "/capture-worker.js")).Content.ReadAsStringAsync(Ct);

        var files = JsonSerializer.Deserialize<string[]>(script.Split('\n')[1]["const FILES = ".Length..].TrimEnd(';'))!;

        Assert.Contains("/capture/outbox.js", files);
        Assert.Contains("/capture/form.js", files);
        Assert.DoesNotContain("/capture/worker.js", files);

        foreach (var file in files)
        {
            Assert.Equal(HttpStatusCode.OK, (await GetAsync(browser, file)).StatusCode);
        }
    }

    [Fact]
    public async Task Another_language_is_another_worker()
    {
        var browser = Stranger();
        var vietnamese = await (await GetAsync(browser, "/capture-worker.js")).Content.ReadAsStringAsync(Ct);
        browser.DefaultRequestHeaders.Add("Cookie", "hieuhoc.language=en");

        var english = await (await GetAsync(browser, "/capture-worker.js")).Content.ReadAsStringAsync(Ct);

        Assert.NotEqual(vietnamese.Split('\n')[0], english.Split('\n')[0]);
    }

    [Fact]
    public async Task The_manifest_makes_it_installable()
    {
        var answer = await GetAsync(Stranger(), "/capture/capture.webmanifest");

        Assert.Equal("application/manifest+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("/capture", JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct)).RootElement.GetProperty("start_url").GetString());
    }
}
