using System.Net;
using AngleSharp.Dom;
using HieuHoc.Access;
using HieuHoc.Testing;

namespace HieuHoc.Web.Tests.Pages;

public sealed class OverviewPageTests : WalkTest
{
    private const string Elsewhere = "51";

    /// <summary>What the page, the map of the province and the frame around it need, whatever is shown: a query for each of 78 communes would be as many again.</summary>
    private const int MostQueries = 120;

    [Theory]
    [InlineData(Role.CommuneOfficer, "Tổng quan: Xã Hải Lăng, năm 2026")]
    [InlineData(Role.CommuneLeader, "Tổng quan: Xã Hải Lăng, năm 2026")]
    [InlineData(Role.AgencyOfficer, "Tổng quan: Tỉnh Quảng Trị, năm 2026")]
    [InlineData(Role.AgencyLeader, "Tổng quan: Tỉnh Quảng Trị, năm 2026")]
    [InlineData(Role.AssociationOfficer, "Tổng quan: Tỉnh Quảng Trị, năm 2026")]
    [InlineData(Role.StandingAgency, "Tổng quan: Tỉnh Quảng Trị, năm 2026")]
    [InlineData(Role.Clerk, "Tổng quan: Tỉnh Quảng Trị, năm 2026")]
    [InlineData(Role.Leader, "Tổng quan: Tỉnh Quảng Trị, năm 2026")]
    [InlineData(Role.Auditor, "Tổng quan: Tỉnh Quảng Trị, năm 2026")]
    public async Task Everyone_who_sees_figures_sees_the_own_part_and_nothing_outside_it(Role role, string heading)
    {
        var browser = await AsAsync(role);

        var own = await PageAsync(browser, "/overview");
        var outside = await GetAsync(browser, $"/overview/{(heading.Contains("Xã", StringComparison.Ordinal) ? VinhDinh : Elsewhere)}");

        Assert.Equal((HttpStatusCode.OK, heading), (own.Status, own.Heading));
        Assert.Equal("Tổng quan", PageView.Words(own.Document.QuerySelector("nav.menu [aria-current=page]")));
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
    }

    [Fact]
    public async Task The_administrator_has_no_overview()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(await AsAsync(Role.Administrator), "/overview")).StatusCode);
    }

    [Theory]
    [InlineData(Role.Leader, true)]
    [InlineData(Role.AssociationOfficer, true)]
    [InlineData(Role.AgencyOfficer, false)]
    [InlineData(Role.Clerk, false)]
    public async Task How_complete_the_figures_are_is_the_first_finding_and_leads_to_the_round_whoever_sees_it(Role role, bool seen)
    {
        var page = await PageAsync(await AsAsync(role), "/overview");

        var section = page.Document.QuerySelector("section[aria-labelledby^=round_]")!;
        Assert.Equal("62 trong 78 xã, phường, đặc khu đã được xác nhận số liệu", PageView.Words(section.QuerySelector("h2")));
        Assert.Single(section.QuerySelectorAll("svg.bar"));
        Assert.Equal(seen, section.QuerySelector($"a[href='/rounds/{(await ReturnOfAsync(HaiLang)).RoundId.Value}']") is not null);
        Assert.Equal(seen, section.QuerySelector("a[href^='/returns?']") is not null);
    }

    [Fact]
    public async Task A_commune_is_told_how_its_own_return_and_those_of_its_villages_stand()
    {
        var page = await PageAsync(await AsAsync(Role.CommuneLeader), "/overview");

        Assert.Equal(
            ["Số liệu của đơn vị chưa được xác nhận: Báo cáo kết quả xây dựng xã hội học tập năm 2026", "2 trong 5 thôn, bản, tổ dân phố đã được xác nhận số liệu"],
            page.Document.QuerySelectorAll("section[aria-labelledby^=round_] h2").Select(PageView.Words));
    }

    [Fact]
    public async Task Every_target_that_somebody_was_asked_about_stands_with_its_verdict_value_and_what_is_wanted()
    {
        await ConfirmAllAsync();
        var browser = await AsAsync(Role.Leader);

        var page = await PageAsync(browser, "/overview/44");
        var place = await PageAsync(browser, "/places/44");

        var rows = page.Document.QuerySelectorAll("section[aria-labelledby=targets] tbody tr");
        var known = place.Document.QuerySelectorAll("section.target").Where(target => target.Closest("details") is null).ToList();
        Assert.Equal(known.Select(target => PageView.Words(target.QuerySelector("h3"))), rows.Select(row => row.QuerySelector("th")!.ChildNodes.OfType<IText>().First().Data.Trim()));
        var citizens = rows.Single(row => PageView.Words(row).StartsWith("Công dân đạt danh hiệu", StringComparison.Ordinal));
        var shown = place.Document.QuerySelector("[aria-labelledby='target_S4-T14']")!;
        Assert.Equal(PageView.Words(shown.QuerySelector(".key-figure b")), PageView.Words(citizens.QuerySelector("td.number a")));
        Assert.Equal("Chậm tiến độ", PageView.Words(citizens.QuerySelector(".state")));
        Assert.StartsWith("Chậm tiến độ ít nhất 70 % vào năm 2030", PageView.Words(shown.QuerySelectorAll(".milestones > li")[1]), StringComparison.Ordinal);
        Assert.Contains("ít nhất 70 % vào năm 2030", PageView.Words(citizens), StringComparison.Ordinal);
        Assert.Contains("điểm phần trăm mỗi năm", PageView.Words(citizens), StringComparison.Ordinal);
        Assert.Equal("/places/44?year=2026#target_S4-T14", citizens.QuerySelector("th a")!.GetAttribute("href"));
        Assert.NotNull(place.Document.GetElementById("target_S4-T14"));
    }

    [Theory]
    [InlineData("/overview/44?year=2023&boundaries=Then")]
    [InlineData("/overview/44?year=2019")]
    public async Task A_year_of_which_nothing_is_known_says_so_and_leads_on(string address)
    {
        var page = await PageAsync(await AsAsync(Role.Leader), address);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Năm này chưa có kỳ báo cáo nào và chưa có số liệu của đơn vị.", page.Main, StringComparison.Ordinal);
        Assert.Equal(["/places/44?" + address.Split('?')[1], "/overview/44"], page.Document.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")));
    }

    [Theory]
    [InlineData("/overview/44?year=3")]
    [InlineData("/overview/44?year=2147483647")]
    [InlineData("/overview/khong-co")]
    public async Task What_is_no_place_or_no_year_does_not_exist(string address)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(await AsAsync(Role.Leader), address)).StatusCode);
    }

    [Fact]
    public async Task The_form_shows_another_indicator_and_year_and_an_indicator_that_the_year_does_not_know_is_told()
    {
        var browser = await AsAsync(Role.Leader);

        var form = (await PageAsync(browser, "/overview/44?year=2024&indicator=family-share")).Document.QuerySelector("form.filter")!;
        var another = await PageAsync(browser, "/overview/44?year=2024&indicator=khong-co");

        Assert.Equal("/overview/44#chosen", form.GetAttribute("action"));
        Assert.Equal(["family-share", "2024", "Today"], form.QuerySelectorAll("option[selected]").Select(option => option.GetAttribute("value")));
        Assert.Contains("Năm 2024 chưa có số liệu của chỉ số đã chọn", another.Main, StringComparison.Ordinal);
        Assert.Equal("2024", another.Document.QuerySelector("select[name=year] option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Before_the_first_round_the_page_has_what_earlier_years_said()
    {
        await ForgetRoundAsync();

        var page = await PageAsync(await AsAsync(Role.Leader), "/overview");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.Document.QuerySelectorAll("section[aria-labelledby^=round_]"));
    }

    [Theory]
    [InlineData("/overview/44?year=2026")]
    [InlineData("/overview/45@2025-06-30?year=2023")]
    [InlineData("/overview/19699?year=2026")]
    public async Task No_query_is_asked_for_each_commune(string address)
    {
        var counting = new CountingEngine(Engine);
        await using var site = await Site.StartAsync(counting, Time, Ct);
        var leader = PersonIn(Role.Leader);
        var browser = Keep(await site.AsAsync(leader.UserName, leader.Password, Ct));
        // Packs and outlines are read once for all.
        await PageAsync(browser, address);
        counting.Begin();

        await PageAsync(browser, address);

        Assert.InRange(counting.Queries, 1, MostQueries);
    }

    [Fact]
    public async Task The_first_load_weighs_less_than_a_hundred_kilobytes()
    {
        await ConfirmAllAsync();
        var signedIn = await AsAsync(Role.Leader);
        var weight = 0L;

        foreach (var address in (string[])["/overview", "/lib/bootstrap/bootstrap.min.css", "/site.css", "/favicon.svg"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
            request.Headers.AcceptEncoding.ParseAdd("br");
            var plain = await (await signedIn.SendAsync(request, Ct)).Content.ReadAsByteArrayAsync(Ct);
            using var packed = new MemoryStream();

            await using (var brotli = new System.IO.Compression.BrotliStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
            {
                await brotli.WriteAsync(plain, Ct);
            }

            weight += packed.Length;
        }

        Assert.InRange(weight, 1, 100 * 1024);
    }
}
