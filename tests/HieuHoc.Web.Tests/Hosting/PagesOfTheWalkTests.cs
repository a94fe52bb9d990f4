using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using HieuHoc.Access;
using HieuHoc.Returns;

namespace HieuHoc.Web.Tests.Hosting;

/// <summary>What a thin line and a reader without eyes or mouse ask of the pages between a commune's numbers and the report.</summary>
public sealed partial class PagesOfTheWalkTests : WalkTest
{
    public static TheoryData<Role, string> Pages { get; } = new()
    {
        { Role.CommuneOfficer, "/" },
        { Role.CommuneOfficer, "/returns" },
        { Role.CommuneOfficer, "/returns/{own}" },
        { Role.CommuneOfficer, "/places/19702" },
        { Role.CommuneOfficer, "/indicators/citizen-share/19702?year=2026" },
        { Role.CommuneOfficer, "/returns/{own}/attachments" },
        { Role.CommuneOfficer, "/jobs" },
        { Role.CommuneLeader, "/returns/{own}" },
        { Role.StandingAgency, "/" },
        { Role.StandingAgency, "/returns" },
        { Role.StandingAgency, "/returns/{sent}" },
        { Role.StandingAgency, "/returns/{mend}" },
        { Role.StandingAgency, "/places/44" },
        { Role.StandingAgency, "/places/44?indicator=family-share" },
        { Role.StandingAgency, "/indicators/citizen-share/44?year=2026" },
        { Role.StandingAgency, "/reports" },
        { Role.Administrator, "/" },
        { Role.Administrator, "/jobs" },
        { Role.Administrator, "/mails" },
        { Role.Administrator, "/packs" },
        { Role.Administrator, "/people" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_first_visit_weighs_at_most_100_KB_and_a_second_one_the_page_alone(Role role, string address)
    {
        var browser = await AsServedAsync(role);
        var page = await PageAsync(await AsAsync(role), await NamedAsync(address));

        var html = await GetAsync(browser, await NamedAsync(address));
        var weight = (await html.Content.ReadAsByteArrayAsync(Ct)).Length;
        var own = weight;

        foreach (var file in page.Document.QuerySelectorAll("link[href],script[src],img[src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!))
        {
            var answer = await GetAsync(browser, file);
            Assert.Equal((HttpStatusCode.OK, "public, max-age=31536000, immutable"), (answer.StatusCode, $"{answer.Headers.CacheControl}"));
            weight += (await answer.Content.ReadAsByteArrayAsync(Ct)).Length;
        }

        Assert.Equal((HttpStatusCode.OK, "br"), (html.StatusCode, Assert.Single(html.Content.Headers.ContentEncoding)));
        Assert.True(html.Headers.CacheControl?.NoStore);
        Assert.InRange(weight, 1, 100 * 1024);
        TestContext.Current.TestOutputHelper?.WriteLine($"{role} {address}: {own} bytes, {weight} on a first visit");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_understood_without_eyes_and_without_scripts(Role role, string address)
    {
        var browser = await AsAsync(role);

        var page = await PageAsync(browser, await NamedAsync(address));

        var document = page.Document;
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("vi", document.DocumentElement.GetAttribute("lang"));
        Assert.Single(document.QuerySelectorAll("h1"));
        Assert.Equal($"{page.Heading} · Hiếu Học", document.Title);
        Assert.All(Levels(document), step => Assert.InRange(step, -3, 1));
        Assert.Empty(document.QuerySelectorAll("input:not([type=hidden]),select,textarea").Where(control => !IsNamed(document, control)).Select(Words));
        Assert.Empty(document.QuerySelectorAll("a,button").Where(control => PageView.Words(control).Length == 0 && !control.HasAttribute("aria-label") && control.QuerySelector("title") is null).Select(Words));
        Assert.Empty(document.QuerySelectorAll("table").Where(table => table.QuerySelector("thead th[scope=col]") is null || table.QuerySelector("tbody th[scope=row]") is null).Select(Words));
        Assert.Empty(document.QuerySelectorAll("[id]").GroupBy(element => element.Id).Where(group => group.Count() > 1).Select(group => group.Key));
        Assert.All(References(document), id => Assert.NotNull(document.GetElementById(id)));
        Assert.DoesNotMatch(Inline(), document.Source.Text);
    }

    private static string Words(IElement element) => element.OuterHtml[..Math.Min(120, element.OuterHtml.Length)];

    /// <summary>By how much each heading lies deeper than the one before it.</summary>
    private static IEnumerable<int> Levels(IDocument document)
    {
        var levels = document.QuerySelectorAll("main :is(h1,h2,h3,h4)").Select(heading => heading.LocalName[1] - '0').Prepend(0).ToList();

        return levels.Zip(levels.Skip(1), (before, level) => level - before);
    }

    private static bool IsNamed(IDocument document, IElement control) =>
        control.GetAttribute("aria-label") is { Length: > 0 } || document.QuerySelector($"label[for='{control.Id}']") is not null;

    /// <summary>The ids that are named on the page, by links to a part of it and by what describes what.</summary>
    private static IEnumerable<string> References(IDocument document) =>
        document.QuerySelectorAll("a[href^='#']").Select(link => link.GetAttribute("href")![1..])
            .Concat(new[] { "aria-labelledby", "aria-describedby", "for" }.SelectMany(name =>
                document.QuerySelectorAll($"[{name}]").SelectMany(element => element.GetAttribute(name)!.Split(' '))));

    private async Task<string> NamedAsync(string address) => address switch
    {
        "/returns/{own}" => await AddressOfAsync(HaiLang),
        "/returns/{own}/attachments" => await AddressOfAsync(HaiLang) + "/attachments",
        "/returns/{sent}" => $"/returns/{(await ReturnsInAsync(ReturnState.Sent))[0].Id.Value}",
        "/returns/{mend}" => $"/returns/{(await ReturnsInAsync(ReturnState.ToMend))[0].Id.Value}",
        _ => address,
    };

    /// <summary>A signed-in browser that shows what travelled, still compressed.</summary>
    private async Task<HttpClient> AsServedAsync(Role role)
    {
        var browser = Keep(Site.Stranger(DecompressionMethods.None));
        await Testing.Site.SignInAsync(browser, PersonIn(role).UserName, PersonIn(role).Password, Ct);
        browser.DefaultRequestHeaders.Add("Accept-Encoding", "br");

        return browser;
    }

    [GeneratedRegex("<style|\\sstyle=|<script(?![^>]*\\ssrc=)|\\son[a-z]+=|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();
}
