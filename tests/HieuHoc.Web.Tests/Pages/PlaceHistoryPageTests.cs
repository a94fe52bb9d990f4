using System.Net;
using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Register;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Pages;

public sealed class PlaceHistoryPageTests : WalkTest
{
    [Fact]
    public async Task A_merged_province_tells_its_predecessors_with_the_resolution_and_leads_to_their_pages()
    {
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PageAsync(browser, "/places/44/history");

        var before = page.Document.QuerySelector("section[aria-labelledby=before]")!;
        Assert.Equal("Tỉnh Quảng Trị qua các thời kỳ", page.Heading);
        Assert.Equal(
            ["/places/44@2025-06-30/history", "/places/45@2025-06-30/history"],
            before.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Contains("toàn bộ, 01/07/2025", PageView.Words(before), StringComparison.Ordinal);
        Assert.NotEmpty(page.Document.QuerySelectorAll("ol.timeline li"));
        Assert.Equal(78, page.Document.QuerySelectorAll("section[aria-labelledby=children] li").Length);
    }

    [Fact]
    public async Task An_ended_province_has_its_own_page_with_its_districts_and_its_heir()
    {
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PageAsync(browser, "/places/44@2025-06-30/history");

        Assert.Equal("Tỉnh Quảng Bình qua các thời kỳ", page.Heading);
        Assert.Contains("không còn từ sau ngày 30/06/2025", PageView.Words(page.Document.Body), StringComparison.Ordinal);
        Assert.Equal("/places/44/history", page.Document.QuerySelector("section[aria-labelledby=after] a")!.GetAttribute("href"));
        Assert.Equal(8, page.Document.QuerySelectorAll("section[aria-labelledby=children] li").Length);
        Assert.Equal(HttpStatusCode.OK, (await PageAsync(browser, "/places/44@2025-06-30")).Status);
    }

    [Fact]
    public async Task A_commune_is_dark_on_the_map_of_its_province_and_says_what_it_owes()
    {
        var browser = await AsAsync(Role.CommuneOfficer);

        var page = await PageAsync(browser, $"/places/{HaiLang}/history");

        Assert.Equal("Xã Hải Lăng: đơn vị này", PageView.Words(Assert.Single(page.Document.QuerySelectorAll(".place-map path.map-5")).QuerySelector("title")));
        Assert.Contains("Báo cáo kết quả xây dựng xã hội học tập năm 2026", PageView.Words(page.Document.QuerySelector("section[aria-labelledby=owed]")), StringComparison.Ordinal);
        Assert.Contains("29/11/2026 · còn 8 ngày", PageView.Words(page.Document.QuerySelector("section[aria-labelledby=owed]")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_blank_stands_before_a_comma_and_a_day_is_told_once()
    {
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PageAsync(browser, "/places/19741@2025-06-30/history");

        Assert.Equal("Huyện Hải Lăng, Tỉnh Quảng Trị, Việt Nam", PageView.Words(page.Document.QuerySelectorAll("dl.facts dt").Single(term => PageView.Words(term) == "Thuộc").NextElementSibling));
        Assert.DoesNotContain(" ,", page.Main, StringComparison.Ordinal);
        Assert.Equal(["01/01/2020", "30/06/2025"], page.Document.QuerySelectorAll(".timeline time").Select(PageView.Words));
        Assert.DoesNotContain("Ngày cuối cùng", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_village_is_found_by_its_number_and_only_within_reach()
    {
        await using var db = Engine.Open();
        var village = Given.Place("Mẫu (minh họa)", under: (await db.PlaceByCodeAsync(HaiLang, Clock.Now.Day, Ct))!.Id);
        var elsewhere = Given.Place("Mẫu (minh họa)", under: (await db.PlaceByCodeAsync(VinhDinh, Clock.Now.Day, Ct))!.Id);
        var browser = await AsAsync(Role.CommuneOfficer);

        Assert.Contains("Xã Hải Lăng", PageView.Words((await PageAsync(browser, $"/villages/{village}")).Document.QuerySelector("dl")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await PageAsync(browser, $"/villages/{elsewhere}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PageAsync(browser, "/villages/1")).Status);
    }

    [Fact]
    public async Task A_search_without_tone_marks_says_where_an_old_place_went_and_links_within_reach_alone()
    {
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PageAsync(browser, "/places?q=quang%20binh");
        var elsewhere = await PageAsync(browser, "/places?q=ha%20noi");

        var old = page.Document.QuerySelectorAll(".found li").First(line => PageView.Words(line).StartsWith("Tỉnh Quảng Bình", StringComparison.Ordinal));
        Assert.Equal(["/places/44@2025-06-30/history", "/places/44/history"], old.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Contains("Không còn từ sau ngày 30/06/2025. Nay thuộc Tỉnh Quảng Trị", PageView.Words(old), StringComparison.Ordinal);
        Assert.Contains("Thành phố Hà Nội", PageView.Words(elsewhere.Document.QuerySelector(".found")), StringComparison.Ordinal);
        Assert.Empty(elsewhere.Document.QuerySelectorAll(".found a"));
    }

    [Fact]
    public async Task Places_of_today_stand_before_ended_ones_and_every_page_has_the_box()
    {
        var browser = await AsAsync(Role.CommuneLeader);

        var page = await PageAsync(browser, "/places?q=hai%20lang");

        var ended = page.Document.QuerySelectorAll(".found li").Select(line => PageView.Words(line).Contains("Không còn", StringComparison.Ordinal)).ToList();
        Assert.Equal(ended.Order(), ended);
        Assert.Contains(true, ended);
        Assert.NotNull((await PageAsync(browser, "/")).Document.QuerySelector("form.find[action='/places'] input[name=q]"));
    }

    [Fact]
    public async Task A_year_before_the_reform_says_that_nothing_is_there_on_the_boundaries_of_then()
    {
        var browser = await AsAsync(Role.StandingAgency);

        var then = await PageAsync(browser, "/indicators/family-share/44?year=2023&boundaries=Then");
        var refused = await PageAsync(browser, "/indicators/family-share/44@2025-06-30?year=2023&boundaries=Today");

        Assert.Contains("Số liệu theo địa giới của thời kỳ.", PageView.Words(then.Document.Body), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Tỉnh Quảng Bình không còn từ sau ngày 30/06/2025", PageView.Words(refused.Document.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commune_tells_what_people_did_with_its_villages_and_a_neighbour_s_do_not_show()
    {
        var other = (await ReturnOfAsync(VinhDinh)).SubjectId;
        var officer = await AsAsync(Role.CommuneOfficer);
        await PressAsync(officer, await PageAsync(officer, $"/places/{HaiLang}/villages"), "Thêm thôn", ("Loại", "thôn"), ("Tên", "Mai Đàn"));
        await using var db = Engine.Open();
        db.Record(new VillageEntered($"{Given.Place("Xa (minh họa)", under: other)}", other, Given.Reform), 1, null, Clock.Now);
        await db.SaveChangesAsync(Ct);

        var page = await PageAsync(officer, $"/places/{HaiLang}/history");

        var lines = page.Document.QuerySelectorAll("section[aria-labelledby=placeChanges] li").Select(PageView.Words).ToList();
        Assert.DoesNotContain(lines, told => told.Contains("Thôn Xa", StringComparison.Ordinal));
        // The villages of the demonstration are older.
        var line = lines[0];
        Assert.StartsWith("Thêm thôn 21/11/2026", line, StringComparison.Ordinal);
        Assert.EndsWith("Thôn Mai Đàn", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_area_classes_is_told_with_its_basis_where_it_names_the_place_and_nowhere_else()
    {
        await using var db = Engine.Open();
        var commune = (await db.PlaceByCodeAsync(VinhDinh, Clock.Now.Day, Ct))!;
        var line = new PlaceClassLine(
            "A2", VinhDinh, Given.Reform, commune.FullName, "khu vực I", new Days(new DateOnly(2026, 1, 1), new DateOnly(2030, 12, 31)), "QĐ 60/QĐ-BDTTG");
        Assert.Null((await new ImportPlaceClasses(db, Clock).TakeAsync([line], new HashSet<int> { commune.Id }, confirmed: true, Ct)).Refusal);
        var agency = await AsAsync(Role.StandingAgency);

        var named = await PageAsync(agency, $"/places/{VinhDinh}/history");
        var other = await PageAsync(agency, $"/places/{HaiLang}/history");

        Assert.Contains("QĐ 60/QĐ-BDTTG", PageView.Words(named.Document.QuerySelector("section[aria-labelledby=placeChanges] li")), StringComparison.Ordinal);
        Assert.DoesNotContain("QĐ 60/QĐ-BDTTG", other.Main, StringComparison.Ordinal);
    }
}
