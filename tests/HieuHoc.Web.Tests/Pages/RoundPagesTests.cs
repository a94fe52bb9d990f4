using System.Net;
using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Pages;

public sealed class RoundPagesTests : WalkTest
{
    [Fact]
    public async Task The_standing_agency_sees_how_far_a_round_is_in_the_list_and_on_its_page()
    {
        var browser = await AsAsync(Role.StandingAgency);
        var confirmed = (await AllInAsync(ReturnState.Confirmed)).Count;

        var list = await PageAsync(browser, "/rounds");
        var page = await PageAsync(browser, await AddressAsync() + "?show=all");

        Assert.Equal(2, Rows(list).Count);
        Assert.Contains(await AddressAsync(), list.Document.QuerySelectorAll("main tbody th a").Select(link => link.GetAttribute("href")));
        Assert.Contains(Rows(list), row => row.Contains($"{confirmed}/104", StringComparison.Ordinal));
        Assert.Equal("Báo cáo kết quả xây dựng xã hội học tập năm 2026", page.Heading);
        Assert.Contains($"{confirmed} đã xác nhận số liệu, 0 quá hạn", page.Main, StringComparison.Ordinal);
        // A hundred to a page.
        Assert.Equal(100, page.Document.QuerySelectorAll("section[aria-labelledby=communes] tbody tr").Length);
        Assert.Contains("29/11/2026 · còn 8 ngày", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_round_leads_to_its_form_to_the_law_of_what_it_asks_and_to_every_return()
    {
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PageAsync(browser, await AddressAsync());

        var links = page.Document.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!).ToHashSet();
        Assert.Contains(links, link => link.StartsWith("/packs/forms/annual-commune/", StringComparison.Ordinal));
        Assert.Contains("/law/family.total", links);
        Assert.Contains(await AddressOfAsync(HaiLang), links);

        foreach (var link in links.Where(link => link.StartsWith("/law/", StringComparison.Ordinal) || link.StartsWith("/packs/", StringComparison.Ordinal)))
        {
            Assert.Equal(HttpStatusCode.OK, (await GetAsync(browser, link)).StatusCode);
        }
    }

    [Fact]
    public async Task After_the_last_day_what_did_not_come_is_overdue_in_number_and_line()
    {
        Time.MoveTo(new DateTimeOffset(2026, 11, 30, 0, 5, 0, TimeSpan.FromHours(7)));
        var browser = await AsAsync(Role.StandingAgency);
        await using var db = Engine.Open();
        var round = (await ReturnOfAsync(HaiLang)).RoundId;
        var missing = await db.Returns.CountAsync(
            @return => @return.RoundId == round && @return.DueOn == new DateOnly(2026, 11, 29) && !ReturnSteps.Arrived.Contains(@return.State), Ct);

        var page = await PageAsync(browser, await AddressAsync());

        Assert.Contains($"{missing} quá hạn", page.Main, StringComparison.Ordinal);
        Assert.Equal(missing, page.Document.QuerySelectorAll("section[aria-labelledby=communes] .state-late, section[aria-labelledby=communes] [class*=late]").Length);
    }

    [Fact]
    public async Task A_commune_sees_the_round_with_its_own_return_alone()
    {
        var browser = await AsAsync(Role.CommuneOfficer);

        var page = await PageAsync(browser, await AddressAsync());

        Assert.Contains("Xã Hải Lăng", Assert.Single(page.Document.QuerySelectorAll("section[aria-labelledby=communes] tbody tr").Select(PageView.Words)), StringComparison.Ordinal);
        Assert.DoesNotContain(await AddressOfAsync(VinhDinh), page.Document.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Contains("trong 1 báo cáo", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_history_says_who_opened_it_and_for_how_many()
    {
        var browser = await AsAsync(Role.Auditor);

        var page = await PageAsync(browser, await AddressAsync());

        var lines = page.Document.QuerySelectorAll(".history li").Select(PageView.Words).ToList();
        Assert.Equal(2, lines.Count);
        Assert.Contains("yêu cầu 104 đơn vị báo cáo", Assert.Single(lines, line => line.Contains("Mở kỳ báo cáo", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains("8 đơn vị được gia hạn đến 04/12/2026", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_round_that_is_not_there_and_one_of_nobody_s_part_are_not_found()
    {
        var agency = await AsAsync(Role.AgencyOfficer);
        var standing = await AsAsync(Role.StandingAgency);
        await using var db = Engine.Open();
        var ofVillages = await db.Rounds.Where(round => round.Code == "2026-thon").Select(round => round.Id).SingleAsync(Ct);

        Assert.Equal(HttpStatusCode.NotFound, (await PageAsync(agency, $"/rounds/{ofVillages.Value}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PageAsync(standing, $"/rounds/{Guid.Empty}")).Status);
        Assert.Single(Rows(await PageAsync(agency, "/rounds")));
    }

    [Fact]
    public async Task An_agency_stands_behind_the_communes_and_has_a_page_and_papers_like_them()
    {
        var own = await ReturnOfAsync(HaiLang);
        await using var db = Engine.Open();
        var province = await db.Owners.Where(owner => owner.Id == own.Owner).Select(owner => owner.PlaceId).SingleAsync(Ct);
        var round = Given.Round("co-quan", Given.FormOf(await db.Rounds.SingleAsync(round => round.Code == "2026", Ct)));
        var agency = Given.Return(round, Given.Agency(province, "An Sở Nội vụ"));
        Given.Return(round, own.SubjectId);
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PageAsync(browser, $"/rounds/{round.Id.Value}");

        Assert.Equal(
            ["Xã Hải Lăng", "An Sở Nội vụ"],
            page.Document.QuerySelectorAll("section[aria-labelledby=communes] tbody th").Select(PageView.Words));
        Assert.Contains("An Sở Nội vụ", PageView.Words((await PageAsync(browser, $"/returns/{agency.Value}")).Document.QuerySelector("h1")), StringComparison.Ordinal);
        Assert.Contains("An Sở Nội vụ", (await PageAsync(browser, $"/returns/{agency.Value}/attachments")).Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Villages_stand_under_their_commune()
    {
        var own = await ReturnOfAsync(HaiLang);
        await using var db = Engine.Open();
        var round = Given.Round("thon", Given.FormOf(await db.Rounds.SingleAsync(round => round.Code == "2026", Ct)));
        Given.Return(round, Given.Place("Một (minh họa)", under: own.SubjectId), ReturnState.Confirmed);
        Given.Return(round, Given.Place("Hai (minh họa)", under: own.SubjectId));
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PageAsync(browser, $"/rounds/{round.Id.Value}?show=all");

        var line = Assert.Single(page.Document.QuerySelectorAll("section[aria-labelledby=communes] tbody tr"));
        Assert.Equal("Xã Hải Lăng", PageView.Words(line.QuerySelector("th")));
        Assert.Equal(["1/2", "1/2"], line.QuerySelectorAll("td.number").Select(PageView.Words));
        Assert.Equal(2, line.QuerySelectorAll("td:not(.number) a").Length);
    }

    [Fact]
    public async Task Home_and_the_list_of_returns_lead_to_the_round()
    {
        var browser = await AsAsync(Role.StandingAgency);
        var address = await AddressAsync();

        Assert.NotNull((await PageAsync(browser, "/")).Document.QuerySelector($"main a[href='{address}']"));
        Assert.NotNull((await PageAsync(browser, "/returns")).Document.QuerySelector($"main a[href='{address}']"));
    }

    private async Task<string> AddressAsync() => $"/rounds/{(await ReturnOfAsync(HaiLang)).RoundId.Value}";
}
