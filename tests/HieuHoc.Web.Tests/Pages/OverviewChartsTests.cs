using System.Text.RegularExpressions;
using AngleSharp.Dom;
using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Returns;

namespace HieuHoc.Web.Tests.Pages;

public sealed partial class OverviewChartsTests : WalkTest
{
    [Fact]
    public async Task The_numbers_are_those_of_the_readings()
    {
        var page = await PageAsync(await AsAsync(Role.Leader), "/overview/44?year=2026&indicator=family-share");

        var reading = await ReadAsync("44", "family-share", 2026);
        var values = reading.Communes.Where(commune => commune.Value is not null).Select(commune => Text(commune.Value!.Value)).Order().ToList();
        Assert.Equal(Text(reading.ValueSoFar!.Value), PageView.Words(page.Document.QuerySelector("h2#chosen + .key-figure b")));
        Assert.Equal(values, Cells(page, "section[aria-labelledby=map] td.number a").Order());
        Assert.Equal(values, Cells(page, "section[aria-labelledby=ranking] td.number a").Order());
        Assert.Equal(values, page.Document.QuerySelectorAll(".place-map a > title").Select(PageView.Words).Where(name => name.Contains('%', StringComparison.Ordinal)).Select(Number).Order());
        Assert.Equal(values.Count, page.Document.QuerySelectorAll("section[aria-labelledby=ranking] svg circle").Length);
        Assert.All(page.Document.QuerySelectorAll("section[aria-labelledby=ranking] svg circle"), dot => Assert.StartsWith("/indicators/family-share/", dot.ParentElement!.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Years_without_figures_are_gaps_and_the_others_are_those_of_their_year()
    {
        var page = await PageAsync(await AsAsync(Role.Leader), "/overview/44?year=2026&indicator=family-share");

        var rows = page.Document.QuerySelectorAll("section[aria-labelledby=lines] tbody tr").Select(PageView.Words).ToList();
        Assert.Equal(
            [await OfAsync(2022), await OfAsync(2023), await OfAsync(2024), "2025 —chưa có", "2026 —chưa có"],
            rows);
        Assert.Equal(3, page.Document.QuerySelectorAll("section[aria-labelledby=lines] svg a circle").Length);

        async Task<string> OfAsync(int year) => $"{year} {Text((await ReadAsync("44", "family-share", year)).Value!.Value)}";
    }

    [Fact]
    public async Task A_commune_sees_where_it_stands_and_of_others_numbers_without_names()
    {
        await ConfirmAllAsync();
        var page = await PageAsync(await AsAsync(Role.CommuneOfficer), "/overview?indicator=family-share");

        var ranking = page.Document.QuerySelector("section[aria-labelledby=ranking]")!;
        Assert.Matches(@"^Xã Hải Lăng đứng thứ \d+ trong 69 đơn vị cùng nhóm \(xã\)$", PageView.Words(ranking.QuerySelector("h3")));
        Assert.Equal(["/indicators/family-share/19702?year=2026"], ranking.QuerySelectorAll("a").Select(link => link.GetAttribute("href")).Distinct());
        // The map has the outlines of all, and a value of its own commune alone.
        Assert.DoesNotContain("Vĩnh Định", PageView.Words(ranking), StringComparison.Ordinal);
        var outlined = Assert.Single(page.Document.QuerySelectorAll(".place-map path.here"));
        Assert.StartsWith("Xã Hải Lăng: ", PageView.Words(outlined.ParentElement!.QuerySelector("title")), StringComparison.Ordinal);
        Assert.Contains("Xã Vĩnh Định", page.Document.QuerySelectorAll(".place-map path > title").Select(PageView.Words));
        Assert.Single(page.Document.QuerySelectorAll(".place-map a"));
        Assert.Equal(69, ranking.QuerySelectorAll("circle").Length);
        Assert.Contains("Đơn vị ngoài phạm vi được giao không nêu tên.", PageView.Words(ranking), StringComparison.Ordinal);
        var reading = await ReadAsync("44", "family-share", 2026);
        Assert.Contains($"Tỉnh Quảng Trị {Text(reading.Value!.Value)}", PageView.Words(page.Document.QuerySelector("section[aria-labelledby=lines]")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_reaches_the_province_sees_all_its_communes_around_the_one_that_is_outlined_and_two_hues_at_the_target()
    {
        await ConfirmAllAsync();
        var page = await PageAsync(await AsAsync(Role.Leader), $"/overview/{HaiLang}?indicator=citizen-share");

        Assert.Single(page.Document.QuerySelectorAll(".place-map path.here"));
        Assert.Equal(78, page.Document.QuerySelectorAll("section[aria-labelledby=map] tbody tr").Length);
        Assert.Equal("Xã Hải Lăng trên bản đồ của tỉnh", PageView.Words(page.Document.QuerySelector("#map")));
        Assert.All(page.Document.QuerySelectorAll(".place-map a path"), path => Assert.StartsWith("low-", path.GetAttribute("class"), StringComparison.Ordinal));
        Assert.Contains("chưa tới mức đó", PageView.Words(page.Document.QuerySelector(".map figcaption")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_island_that_is_the_only_one_of_its_kind_is_compared_with_nobody()
    {
        await ConfirmAllAsync();
        await using var db = Engine.Open();
        var island = db.PlaceNames.Where(name => name.FullName == "Đặc khu Cồn Cỏ").Select(name => name.PlaceId).First();
        var code = db.PlaceCodes.Where(held => held.PlaceId == island && held.ValidTo == null).Select(held => held.Code).Single();

        var page = await PageAsync(await AsAsync(Role.Leader), $"/overview/{code}?indicator=family-share");

        Assert.Equal("Đặc khu Cồn Cỏ không có đơn vị cùng nhóm để so sánh", PageView.Words(page.Document.QuerySelector("#ranking")));
        Assert.Empty(page.Document.QuerySelectorAll("section[aria-labelledby=ranking] svg"));
    }

    [Fact]
    public async Task An_ended_province_is_drawn_by_its_districts_on_the_boundaries_of_then()
    {
        var page = await PageAsync(await AsAsync(Role.Leader), "/overview/45@2025-06-30?year=2023&indicator=family-share");

        Assert.Contains("Đơn vị này không còn từ sau ngày 30/06/2025.", page.Main, StringComparison.Ordinal);
        Assert.Equal(10, page.Document.QuerySelectorAll("section[aria-labelledby=map] tbody tr").Length);
        Assert.Null(page.Document.QuerySelector("select[name=boundaries]"));
        Assert.All(page.Document.QuerySelectorAll("section[aria-labelledby=ranking] td a"), link => Assert.Contains("@2023-12-31?year=2023", link.GetAttribute("href"), StringComparison.Ordinal));
        var first = page.Document.QuerySelector("section[aria-labelledby=ranking] tbody tr")!;
        var rows = await PageAsync(await AsAsync(Role.Leader), first.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal(PageView.Words(first.QuerySelector("td a")), PageView.Words(rows.Document.QuerySelector(".key-figure b")));
    }

    [Theory]
    [InlineData("/overview/44?year=2026")]
    [InlineData("/overview/45@2025-06-30?year=2023&indicator=family-share")]
    public async Task Every_number_of_an_indicator_leads_to_the_rows_behind_it(string address)
    {
        await ConfirmAllAsync();
        var page = await PageAsync(await AsAsync(Role.Leader), address);

        var loose = page.Document.QuerySelectorAll("main section[aria-labelledby=map] *, main section[aria-labelledby=ranking] *, main section[aria-labelledby=lines] td")
            .Where(element => element.ChildNodes.OfType<IText>().Any(text => Percentage().IsMatch(text.Data)))
            .Where(element => element.Closest("a, .key, svg text, svg title, h3") is null)
            .Select(PageView.Words);
        Assert.Empty(loose);
    }

    private static string Text(decimal value) => $"{Math.Round(value, 1, MidpointRounding.AwayFromZero).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture).Replace('.', ',')} %";

    private static string Number(string name) => name.Split(": ")[^1];

    private static IEnumerable<string> Cells(PageView page, string selector) => page.Document.QuerySelectorAll(selector).Select(PageView.Words);

    private async Task<IndicatorReading> ReadAsync(string code, string indicator, int year)
    {
        await using var db = Engine.Open();
        var read = new ReadIndicators(db, Shelf);
        var place = (await db.PlaceByCodeAsync(code, Clock.Now.Day, Ct))!;
        var actor = new Actor(1, null, Role.StandingAgency, place.Id);
        var definition = (await read.DefinitionsAsync(PeriodCode.Year(year), actor, Ct)).Where(known => known.Code == indicator).ToList();

        return Assert.Single((await read.RunAsync(place.Id, PeriodCode.Year(year), definition, new ReadingTerms(PlacesOf: Clock.Now.Day), actor, Ct)).Value);
    }

    [GeneratedRegex(@"\d+,\d %")]
    private static partial Regex Percentage();
}
