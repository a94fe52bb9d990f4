using System.Net;
using System.Text.RegularExpressions;
using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Testing;

/// <summary>The real site on a free port of this machine, over a database that the test made and migrated or left empty.</summary>
public sealed partial class Site : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly string folder;
    private readonly bool ownsFolder;

    private Site(WebApplication application, string folder, bool ownsFolder) =>
        (this.application, this.folder, this.ownsFolder) = (application, folder, ownsFolder);

    /// <summary>Where it listens, with a slash at the end.</summary>
    public Uri Address => new(application.Urls.First() + "/");

    /// <summary>What the site is composed of, for a test that looks at the composition.</summary>
    public IServiceProvider Services => application.Services;

    /// <summary>Starts a site without packs, in a data folder of its own that goes with it.</summary>
    public static Task<Site> StartAsync(DbEngine engine, TimeProvider time, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("hieuhoc-site-").FullName;

        return StartAsync(SettingsIn(folder, time), engine, ownsFolder: true, ct);
    }

    /// <summary>Starts a site with the settings given; the data folder stays.</summary>
    /// <param name="further">What the test adds to what the site is composed of.</param>
    public static Task<Site> StartAsync(SiteSettings settings, DbEngine engine, CancellationToken ct, Action<IServiceCollection>? further = null) =>
        StartAsync(settings, engine, ownsFolder: false, ct, further);

    /// <summary>Settings of a site on a free port, without packs, with the key ring of the tests.</summary>
    public static SiteSettings SettingsIn(string folder, TimeProvider time) =>
        new(folder, Db: null, "http://127.0.0.1:0", Packs: null, Demo: true, time) { Keys = TestKeys.Text, Background = false };

    /// <summary>A browser of its own: cookies kept, redirects shown to the test rather than followed.</summary>
    /// <param name="unpacks">What it takes compressed, and unpacks before the test sees it.</param>
    public HttpClient Stranger(DecompressionMethods unpacks = DecompressionMethods.All) => new(new HttpClientHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = unpacks,
        CookieContainer = new CookieContainer(),
    })
    {
        BaseAddress = Address,
    };

    /// <summary>A browser in which this person has signed in through the form.</summary>
    public Task<HttpClient> AsAsync(DemoSignIn person, CancellationToken ct) => AsAsync(person.UserName, person.Password, ct);

    /// <summary>A browser in which this person has signed in through the form.</summary>
    public async Task<HttpClient> AsAsync(string userName, string password, CancellationToken ct)
    {
        var browser = Stranger();
        await SignInAsync(browser, userName, password, ct);

        return browser;
    }

    /// <summary>Signs in through the form, in a browser that the test made.</summary>
    public static async Task SignInAsync(HttpClient browser, string userName, string password, CancellationToken ct)
    {
        var answer = await PostAsync(browser, "/sign-in", [("UserName", userName), ("Password", password)], ct);

        if (answer.StatusCode is not HttpStatusCode.Found)
        {
            throw new InvalidOperationException($"{userName} could not sign in: {(int)answer.StatusCode}.");
        }
    }

    /// <summary>Opens a page and posts fields back to it, with the token that the page carried.</summary>
    public static async Task<HttpResponseMessage> PostAsync(
        HttpClient browser, string address, IReadOnlyList<(string Name, string Value)> fields, CancellationToken ct)
    {
        var page = await browser.GetStringAsync(new Uri(address, UriKind.Relative), ct);
        var token = WebUtility.HtmlDecode(Token().Match(page).Groups[1].Value);
        using var form = new FormUrlEncodedContent(
            fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));

        return await browser.PostAsync(new Uri(address, UriKind.Relative), form, ct);
    }

    public async ValueTask DisposeAsync()
    {
        await application.StopAsync(CancellationToken.None);
        await application.DisposeAsync();

        if (ownsFolder)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Site> StartAsync(SiteSettings settings, DbEngine engine, bool ownsFolder, CancellationToken ct, Action<IServiceCollection>? further = null)
    {
        var application = SiteHost.Build(settings, engine, further);

        if (await SiteHost.PrepareAsync(application, ct) is { } refusal)
        {
            await application.DisposeAsync();

            throw new InvalidOperationException($"The site did not start: {refusal}");
        }

        await application.StartAsync(ct);

        return new Site(application, settings.DataFolder, ownsFolder);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
