using System.Net;
using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Pages;

public sealed class PacksPageTests : WalkTest
{
    [Fact]
    public async Task Every_pack_says_on_which_law_it_stands_and_whether_a_person_compared_it()
    {
        var browser = await AsAsync(Role.Administrator);

        var page = await PageAsync(browser, "/packs");

        var packs = page.Document.QuerySelectorAll("section.pack");
        var programme = packs.Single(pack => PageView.Words(pack).Contains("programmes/quang-tri-2021-2030/2021.1", StringComparison.Ordinal));
        Assert.Equal(13, packs.Length);
        Assert.All(packs, pack => Assert.NotEmpty(pack.QuerySelectorAll("dd li")));
        Assert.All(packs, pack => Assert.Matches("^(Đã|Chưa) đối chiếu với văn bản$", PageView.Words(pack.QuerySelector(".state"))));
        Assert.Contains("Quyết định số 1373/QĐ-TTg", PageView.Words(programme), StringComparison.Ordinal);
        Assert.Contains("Hiệu lực từ ngày 01/01/2021 đến hết ngày 31/12/2030", PageView.Words(programme), StringComparison.Ordinal);
        Assert.Equal("Chưa đối chiếu với văn bản", PageView.Words(programme.QuerySelector(".state")));
        Assert.Matches("^[0-9a-f]{64}$", PageView.Words(programme.QuerySelector(".hash")));
    }

    [Theory]
    [InlineData(Role.CommuneOfficer)]
    [InlineData(Role.CommuneLeader)]
    [InlineData(Role.StandingAgency)]
    public async Task Packs_are_the_administrators(Role role)
    {
        var browser = await AsAsync(role);

        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(browser, "/packs")).StatusCode);
    }

    [Fact]
    public async Task A_pack_shows_each_item_with_its_mark_and_its_text_word_for_word()
    {
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PageAsync(browser, "/packs/programmes/quang-tri-2021-2030/2021.1");

        var target = page.Document.QuerySelectorAll("tbody tr").Select(PageView.Words).First(row => row.Contains("Công dân học tập", StringComparison.Ordinal));
        Assert.Contains("share(citizen.recognised, citizen.adults) >= threshold", target, StringComparison.Ordinal);
        Assert.EndsWith("Chưa đối chiếu với văn bản", target, StringComparison.Ordinal);
        Assert.Equal(
            await File.ReadAllTextAsync(RepositoryFolder.Under("packs", "programmes", "quang-tri-2021-2030", "2021.1.json"), Ct),
            page.Document.QuerySelector("pre.source")!.TextContent);
    }

    [Fact]
    public async Task A_pack_that_is_not_loaded_has_no_page()
    {
        var page = await PageAsync(await AsAsync(Role.Administrator), "/packs/programmes/quang-tri-2021-2030/1999");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("Không có gói quy định này", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_law_behind_a_number_says_what_it_is_made_of_and_what_is_made_of_it()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var indicator = await PageAsync(browser, $"/indicators/citizen-share/{HaiLang}?year=2026");

        var law = await PageAsync(browser, indicator.Document.QuerySelectorAll("main a").Single(link => PageView.Words(link) == "Xem căn cứ").GetAttribute("href")!);

        Assert.Equal(["/law/citizen.adults", "/law/citizen.recognised"], Links(law, "Tính từ").Order(StringComparer.Ordinal));
        Assert.Equal(["/law/S4-T14"], Links(law, "Được dùng trong"));
        Assert.Contains("share(citizen.recognised, citizen.adults)", law.Main, StringComparison.Ordinal);
        Assert.Contains("Chưa đối chiếu với văn bản", law.Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("44", true)]
    [InlineData("51", false)]
    public async Task The_law_of_a_province_shows_its_own_values_and_nobody_else_s(string province, bool shown)
    {
        Given.Pack(Given.Indicators(Given.Indicator("citizen-here", "citizen.recognised", "citizen.adults")));
        Given.Pack(Given.Indicators(Given.Indicator("citizen-here", "citizen.recognised", "citizen.adults")) with
        {
            Id = "own-indicators", Extends = "indicators@1", ForProvince = province, Title = Given.Words("Giá trị riêng"),
        });

        var law = await PageAsync(await AsAsync(Role.CommuneOfficer), "/law/citizen-here");

        Assert.Equal(shown, law.Main.Contains("Giá trị riêng", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_no_pack_defines_has_no_law_behind_it()
    {
        var page = await PageAsync(await AsAsync(Role.CommuneOfficer), "/law/nothing");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
    }

    [Fact]
    public async Task An_administrator_loads_what_the_province_has_put_into_an_open_field()
    {
        var browser = await AsAsync(Role.Administrator);

        var loaded = await LoadAsync(browser, "programmes", Overlay);
        var page = await PageAsync(browser, "/packs/programmes/quang-tri-lien-he/2026.1");
        var law = await PageAsync(browser, "/packs/programmes/quang-tri-2021-2030/2021.1");

        Assert.Contains("Đã nạp gói programmes/quang-tri-lien-he/2026.1.", loaded.Main, StringComparison.Ordinal);
        Assert.StartsWith("Nạp gói quy định", PageView.Words(page.Document.QuerySelector(".history li")), StringComparison.Ordinal);
        Assert.Contains("quang-tri-2021-2030@2021.1 (tỉnh mang mã 44)", page.Main, StringComparison.Ordinal);
        Assert.Contains("Liên hệ của chương trình", law.Main, StringComparison.Ordinal);
        Assert.Contains("đã nạp từ trước", (await LoadAsync(browser, "programmes", Overlay)).Main, StringComparison.Ordinal);
        var audit = await Stored().AuditEntries.SingleAsync(entry => entry.Change == nameof(PackLoaded), Ct);
        Assert.Equal("programmes/quang-tri-lien-he/2026.1", audit.Record);
        Assert.NotNull(audit.PersonId);
    }

    [Fact]
    public async Task A_file_with_mistakes_is_refused_with_each_of_them_and_nothing_is_loaded()
    {
        var browser = await AsAsync(Role.Administrator);
        var faulty = Overlay.Replace("\"contact\"", "\"province\": \"51\", \"contact\"", StringComparison.Ordinal);

        var page = await LoadAsync(browser, "programmes", faulty);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(
            "$.province: quy định không để ngỏ chỗ này (\"51\"); gói của địa phương chỉ điền vào chỗ còn để ngỏ.",
            PageView.Words(page.Document.QuerySelector(".mistakes li")));
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(browser, "/packs/programmes/quang-tri-lien-he/2026.1")).StatusCode);
    }

    [Theory]
    [InlineData("programmes", "not json")]
    [InlineData("programmes", "{ \"id\": \"../x\", \"version\": \"1\" }")]
    [InlineData("nothing", "{ \"id\": \"x\", \"version\": \"1\" }")]
    public async Task What_is_no_pack_is_refused(string kind, string text)
    {
        var page = await LoadAsync(await AsAsync(Role.Administrator), kind, text);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("Tệp phải là JSON", Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    private const string Overlay =
        """
        {
          "id": "quang-tri-lien-he", "version": "2026.1",
          "title": { "vi": "Liên hệ của chương trình", "en": "Contact of the programme" },
          "legalBasis": [ "ví dụ" ], "validFrom": "2026-01-01", "validTo": "2030-12-31", "confirmed": false,
          "extends": "quang-tri-2021-2030@2021.1", "forProvince": "44",
          "contact": { "vi": "Phòng Giáo dục thường xuyên", "en": "Continuing education division" }
        }
        """;

    private static IReadOnlyList<string> Links(PageView page, string heading)
    {
        var frame = page.Document.QuerySelectorAll("h2").Single(element => PageView.Words(element) == heading).NextElementSibling!;

        return [.. frame.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!)];
    }

    private static async Task<PageView> LoadAsync(HttpClient browser, string kind, string text)
    {
        var token = (await PageAsync(browser, "/packs")).Press("Nạp gói").Fields.Single(field => field.Name == "__RequestVerificationToken").Value;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent(kind), "kind" },
            { new StringContent(text), "Upload", "pack.json" },
        };
        using var response = await browser.PostAsync(new Uri("/packs", UriKind.Relative), form, Ct);

        return response.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.Found
            ? await PageAsync(browser, response.Headers.Location!.ToString())
            : await PageView.OfAsync(response, Ct);
    }
}
