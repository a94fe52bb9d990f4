using System.Net;
using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Pages;

/// <summary>Who owes what, whom to call, what to copy, what to print, and how a round stands.</summary>
public sealed class RemindingPagesTests : WalkTest
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    [Fact]
    public async Task A_round_lists_what_is_open_and_counts_the_rest()
    {
        var browser = await AsAsync(Role.StandingAgency);
        var round = await RoundAsync();
        await using var db = Engine.Open();
        var open = await db.Returns.CountAsync(row => row.RoundId == round && row.TakenOverBy == null && row.State != ReturnState.Confirmed && row.State != ReturnState.Sent && row.State != ReturnState.Checking, Ct);
        var sent = await db.Returns.CountAsync(row => row.RoundId == round && (row.State == ReturnState.Sent || row.State == ReturnState.Checking), Ct);

        foreach (var address in new[] { $"/rounds/{round.Value}", $"/rounds/{round.Value}/progress" })
        {
            var page = await PageAsync(browser, address);
            var choices = page.Document.QuerySelectorAll("nav.filters a").Select(PageView.Words).ToList();
            Assert.Equal($"Chưa xong ({open})", PageView.Words(page.Document.QuerySelector("nav.filters a[aria-current]")));
            Assert.Contains($"Đang kiểm tra ({sent})", choices);
            Assert.Equal(open, page.Document.QuerySelectorAll("table.stack tbody tr").Length);

            var checking = await PageAsync(browser, $"{address}?show=Checking");
            Assert.Equal(sent, checking.Document.QuerySelectorAll("table.stack tbody tr").Length);
            Assert.Contains("Không có báo cáo nào ở tình trạng này.", (await PageAsync(browser, $"{address}?show=Overdue")).Main, StringComparison.Ordinal);
            Assert.Equal(open, (await PageAsync(browser, $"{address}?show=nonsense")).Document.QuerySelectorAll("table.stack tbody tr").Length);
        }
    }

    [Fact]
    public async Task Each_commune_that_owes_has_a_short_text_to_copy_and_its_villages_one_for_all()
    {
        var browser = await AsAsync(Role.StandingAgency);
        var (round, commune) = (await RoundAsync(), await OwingCommuneAsync());
        await using var db = Engine.Open();
        var form = await db.Returns.Where(row => row.RoundId == round && row.SubjectId == commune).Select(row => row.FormPackId).SingleAsync(Ct);
        var asked = Given.AskedOf(await db.Rounds.SingleAsync(row => row.Id == round, Ct), form);
        db.Add(Return.Of(asked, Given.Place("Một (minh họa)", under: commune)));
        await db.SaveChangesAsync(Ct);

        var page = await PageAsync(browser, $"/rounds/{round.Value}/remind?all=true");

        var own = page.Document.QuerySelector($"#own_{commune}")!.TextContent;
        var villages = page.Document.QuerySelector($"#villages_{commune}")!.TextContent;
        Assert.Contains("Hạn gửi 29/11/2026 (còn 8 ngày)", own, StringComparison.Ordinal);
        Assert.Contains("1 thôn, bản, tổ dân phố chưa gửi", villages, StringComparison.Ordinal);
        Assert.Contains(": Một (minh họa).", villages, StringComparison.Ordinal);
        Assert.All(page.Document.QuerySelectorAll("textarea"), text => Assert.InRange(text.TextContent.Length, 1, 300));
        Assert.All(page.Document.QuerySelectorAll("main details"), details => Assert.NotNull(details.GetAttribute("open")));
    }

    [Fact]
    public async Task The_letter_and_the_list_of_villages_are_Word_files_and_the_commune_gets_its_own_list()
    {
        var (agency, officer) = (await AsAsync(Role.StandingAgency), await AsAsync(Role.CommuneOfficer));
        await using var db = Engine.Open();
        var villages = await db.Rounds.Where(row => row.Code == "2026-thon").Select(row => row.Id).SingleAsync(Ct);

        Assert.Equal(Word, await TypeAsync(agency, $"/rounds/{(await RoundAsync()).Value}/remind?handler=Letter"));
        Assert.Equal(Word, await TypeAsync(agency, $"/rounds/{villages.Value}/remind?handler=Villages"));
        Assert.Equal(Word, await TypeAsync(officer, $"/rounds/{villages.Value}/remind?handler=Villages"));
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(officer, $"/rounds/{villages.Value}/remind?handler=Letter")).StatusCode);
        Assert.Single((await PageAsync(officer, $"/rounds/{villages.Value}/remind")).Document.QuerySelectorAll("main details"));
    }

    [Fact]
    public async Task Once_everything_is_sent_nobody_is_reminded_and_there_is_no_list()
    {
        var browser = await AsAsync(Role.StandingAgency);
        var round = await RoundAsync();
        await using var db = Engine.Open();
        await db.Returns.Where(row => row.RoundId == round).ExecuteUpdateAsync(row => row.SetProperty(of => of.State, ReturnState.Sent), Ct);

        Assert.Contains("Không còn đơn vị nào chưa gửi", (await PageAsync(browser, $"/rounds/{round.Value}/remind")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(browser, $"/rounds/{round.Value}/remind?handler=Villages")).StatusCode);
    }

    [Fact]
    public async Task What_is_overdue_of_an_earlier_round_stays_on_the_first_page_until_it_is_sent()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        await using var db = Engine.Open();
        var now = await db.Rounds.SingleAsync(row => row.Code == "2026", Ct);
        var commune = (await ReturnOfAsync(HaiLang)).SubjectId;
        var earlier = new Round
        {
            Owner = 1, Id = new RoundId(Guid.CreateVersion7()), Code = "2025", Title = "Báo cáo năm 2025", PeriodId = Given.Period(2025),
            OpensOn = new DateOnly(2025, 10, 1), CutOffOn = new DateOnly(2025, 10, 31), DueOn = new DateOnly(2025, 11, 29),
        };
        db.AddRange(earlier, new RoundForm { Owner = 1, RoundId = earlier.Id, FormPackId = Given.FormOf(now), DueOn = earlier.DueOn });
        await db.SaveChangesAsync(Ct);
        var owed = Given.Return(earlier, commune);

        var reminded = PageView.Words((await PageAsync(browser, "/")).Document.QuerySelector("section[aria-labelledby=remind] li"));
        await db.Returns.Where(row => row.Id == owed).ExecuteUpdateAsync(row => row.SetProperty(of => of.State, ReturnState.Sent), Ct);

        Assert.StartsWith("Báo cáo của Xã Hải Lăng chưa gửi Báo cáo năm 2025 · Hạn gửi 29/11/2025 · quá hạn 357 ngày", reminded, StringComparison.Ordinal);
        Assert.DoesNotContain("Báo cáo năm 2025 ·", (await PageAsync(browser, "/")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_days_to_come_follow_an_extension_and_are_a_file_for_a_calendar_too()
    {
        var (agency, round, commune) = (await AsAsync(Role.StandingAgency), await RoundAsync(), await OwingCommuneAsync());
        await using var db = Engine.Open();
        Assert.Null((await new ExtendRound(db, Clock).RunAsync(
            new NewExtension(new ExtensionId(Guid.NewGuid()), round, "Công văn số 7", new(2026, 11, 20), "Bão lũ", new(2026, 12, 7), [commune]), new Actor(1, null, Role.StandingAgency, await ProvinceAsync()), Ct)).Refusal);

        var page = await PageAsync(agency, "/calendar");
        var file = await (await GetAsync(agency, "/calendar?handler=File")).Content.ReadAsStringAsync(Ct);
        var own = await GetAsync(agency, $"/rounds/{round.Value}?handler=Calendar");

        Assert.Contains("07/12/2026 Hạn gửi đã gia hạn của xã, phường, đặc khu (1 báo cáo)", page.Main, StringComparison.Ordinal);
        Assert.Contains("27/11/2026 Nhắc gửi", page.Main, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20261207", file, StringComparison.Ordinal);
        Assert.Equal("text/calendar", own.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(agency, $"/rounds/{Guid.NewGuid()}?handler=Calendar")).StatusCode);
        Assert.Contains("30/11/2026 Nhắc gửi: 1 báo cáo chưa gửi", (await PageAsync(agency, $"/rounds/{round.Value}")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_state_of_a_round_reloads_itself_only_when_it_is_asked_to_and_can_be_stopped()
    {
        var (browser, round) = (await AsAsync(Role.StandingAgency), await RoundAsync());

        var still = await PageAsync(browser, $"/rounds/{round.Value}/state");
        var moving = await PageAsync(browser, $"/rounds/{round.Value}/state?refresh=60");
        var hasty = await PageAsync(browser, $"/rounds/{round.Value}/state?refresh=1");

        Assert.Null(still.Document.QuerySelector("meta[http-equiv=refresh]"));
        Assert.Null(hasty.Document.QuerySelector("meta[http-equiv=refresh]"));
        Assert.Equal("60", moving.Document.QuerySelector("head meta[http-equiv=refresh]")?.GetAttribute("content"));
        Assert.Equal("Dừng tự cập nhật", PageView.Words(moving.Document.QuerySelector($"a[href='/rounds/{round.Value}/state']")));
        Assert.NotNull(still.Document.QuerySelector($"a[href='/rounds/{round.Value}/state?refresh=60']"));
    }

    [Fact]
    public async Task It_shows_every_commune_on_the_map_what_came_last_and_where_the_trouble_is()
    {
        Time.MoveTo(new DateTimeOffset(2026, 12, 2, 9, 0, 0, TimeSpan.FromHours(7)));
        var (browser, round) = (await AsAsync(Role.StandingAgency), await RoundAsync());

        var page = await PageAsync(browser, $"/rounds/{round.Value}/state");

        Assert.True(page.Document.QuerySelectorAll("svg.place-map a path").Length >= 2);
        Assert.NotEmpty(page.Document.QuerySelectorAll("section[aria-labelledby=trouble] li"));
        Assert.NotEmpty(page.Document.QuerySelectorAll("section[aria-labelledby=arrived] li"));
        Assert.Contains("Nhiều báo cáo quá hạn nhất", page.Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("state", 40)]
    [InlineData("remind?all=true", 40)]
    public async Task No_query_is_asked_for_each_commune(string page, int most)
    {
        var counting = new CountingEngine(Engine);
        await using var site = await Site.StartAsync(counting, Time, Ct);
        var agency = PersonIn(Role.StandingAgency);
        var browser = Keep(await site.AsAsync(agency.UserName, agency.Password, Ct));
        var address = $"/rounds/{(await RoundAsync()).Value}/{page}";
        await PageAsync(browser, address);
        counting.Begin();

        await PageAsync(browser, address);

        Assert.InRange(counting.Queries, 1, most);
    }

    private static async Task<string?> TypeAsync(HttpClient browser, string address) =>
        (await GetAsync(browser, address)).Content.Headers.ContentType?.MediaType;

    private async Task<RoundId> RoundAsync() => (await ReturnOfAsync(HaiLang)).RoundId;

    private async Task<int> ProvinceAsync()
    {
        await using var db = Engine.Open();

        return await db.Owners.Where(owner => owner.Id == 1).Select(owner => owner.PlaceId).SingleAsync(Ct);
    }

    /// <summary>A commune whose own return of the year is not sent.</summary>
    private async Task<int> OwingCommuneAsync()
    {
        var round = await RoundAsync();
        await using var db = Engine.Open();

        return await (
            from row in db.Returns
            where row.RoundId == round && row.State == ReturnState.Entering && row.DueOn == new DateOnly(2026, 11, 29)
            join place in db.Places on row.SubjectId equals place.Id
            orderby row.SubjectId
            select row.SubjectId).FirstAsync(Ct);
    }
}
