using System.Net;
using System.Text.Json;
using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Api;

/// <summary>A province with two programmes: each has asked a round of its own after the one that is asked for both.</summary>
public sealed class RoundsOfAProgrammeTests : ApiTest
{
    private const string ForBoth = "2026";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await AskAsync("a", new DateOnly(2026, 10, 20), 2026);
        await AskAsync("b", new DateOnly(2026, 10, 20), 2026);
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("b", "a")]
    public async Task A_reader_of_one_programme_is_shown_its_rounds_and_those_asked_for_both(string own, string other)
    {
        var browser = await ReaderOfAsync(own);

        var list = await PageAsync(browser, "/rounds");
        var returns = await PageAsync(browser, "/returns");

        Assert.Equal([$"Báo cáo {own}", "Báo cáo kết quả xây dựng xã hội học tập năm 2026", "Sinh hoạt về học tập ở thôn, bản, tổ dân phố năm 2026"], list.Document.QuerySelectorAll("main tbody th").Select(PageView.Words));
        Assert.Equal($"Báo cáo {own}", returns.Heading);
        Assert.Equal([ForBoth, "2026-thon"], Links(returns).Where(link => link.StartsWith("/returns?round=", StringComparison.Ordinal)).Select(link => link["/returns?round=".Length..]));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(browser, $"/returns?round={ForBoth}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(browser, $"/returns?round={other}")).StatusCode);
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("b", "a")]
    public async Task A_program_of_one_programme_reads_no_round_of_the_other(string own, string other)
    {
        var program = await ProgramOfAsync(own);

        var rounds = await AskAsync(program, "/api/v1/rounds");

        Assert.Equal([own, ForBoth, "2026-thon"], Codes(rounds.Body, "code"));
        Assert.Equal((404, "RoundNotFound"), Problem(await AskAsync(program, $"/api/v1/returns?round={other}")));
        Assert.Equal(104, (await AskAsync(program, $"/api/v1/returns?round={ForBoth}")).Body.GetArrayLength());
    }

    [Fact]
    public async Task A_program_that_names_no_round_reads_the_newest_of_its_own()
    {
        await AskAsync("b2", new DateOnly(2026, 11, 1), 2027, programme: "b");

        var read = await AskAsync(await ProgramOfAsync("a"), "/api/v1/returns");

        Assert.Equal(["a"], Codes(read.Body, "round"));
    }

    [Fact]
    public async Task What_another_programme_asks_later_hides_no_work_at_home()
    {
        await AskAsync("b2", new DateOnly(2026, 11, 1), 2027, programme: "b");

        var home = await PageAsync(await ReaderOfAsync("a"), "/");

        Assert.Equal("Báo cáo a", PageView.Words(home.Document.QuerySelector("#round")));
        Assert.Contains("Kiểm tra số liệu của", PageView.Words(home.Document.QuerySelector(".tasks li")), StringComparison.Ordinal);
        Assert.DoesNotContain("b2", home.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commune_is_asked_by_every_programme_and_finds_no_round_that_did_not_ask_it()
    {
        Given.Round("nobody", await FormAsync());
        var officer = await ProgramAsync(Role.CommuneOfficer);

        Assert.Equal(["b", "a", ForBoth, "2026-thon"], Codes((await AskAsync(officer, "/api/v1/rounds")).Body, "code"));
        Assert.Equal((404, "RoundNotFound"), Problem(await AskAsync(officer, "/api/v1/returns?round=nobody")));
    }

    [Fact]
    public async Task A_round_that_nobody_owes_says_so_to_whoever_opened_it()
    {
        Given.Round("nobody", await FormAsync(), programme: "a");

        var page = await PageAsync(await ReaderOfAsync("a"), "/returns?round=nobody");

        Assert.Contains("Trong kỳ này không đơn vị nào phải gửi báo cáo.", page.Main, StringComparison.Ordinal);
    }

    /// <summary>A round of a programme that asks Hải Lăng alone.</summary>
    private async Task AskAsync(string code, DateOnly opensOn, int year, string? programme = null)
    {
        var round = Given.Round(code, await FormAsync(), programme: programme ?? code);
        Given.Return(round, (await HaiLangAsync()).SubjectId, ReturnState.Entering);
        var period = Given.Period(year);
        await using var db = Engine.Open();
        await db.Rounds.Where(row => row.Id == round.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.OpensOn, opensOn).SetProperty(row => row.PeriodId, period), Ct);
    }

    private async Task<Return> HaiLangAsync()
    {
        await using var db = Engine.Open();
        var place = db.PlaceCodes.Where(code => code.Code == HaiLang && code.ValidTo == null).Select(code => code.PlaceId);
        var both = db.Rounds.Where(round => round.Code == ForBoth).Select(round => round.Id);

        return await db.Returns.AsNoTracking().SingleAsync(@return => place.Contains(@return.SubjectId) && both.Contains(@return.RoundId), Ct);
    }

    private async Task<int> FormAsync()
    {
        await using var db = Engine.Open();

        return Given.FormOf(await db.Rounds.SingleAsync(round => round.Code == ForBoth, Ct));
    }

    private async Task<HttpClient> ReaderOfAsync(string programme)
    {
        await AnswerForAsync(programme);

        return await AsAsync(Role.StandingAgency);
    }

    private async Task<HttpClient> ProgramOfAsync(string programme)
    {
        await AnswerForAsync(programme);

        return await ProgramAsync(Role.StandingAgency, ApiScopes.Read);
    }

    /// <summary>The standing agency answers for this programme alone.</summary>
    private async Task AnswerForAsync(string programme)
    {
        await using var db = Engine.Open();
        await db.RoleGrants.Where(grant => grant.Role == Role.StandingAgency).ExecuteUpdateAsync(set => set.SetProperty(grant => grant.Programme, programme), Ct);
    }

    private static IReadOnlyList<string> Codes(JsonElement rows, string field) =>
        [.. rows.EnumerateArray().Select(row => row.GetProperty(field).GetString()!)];

    private static IReadOnlyList<string> Links(PageView page) =>
        [.. page.Document.QuerySelectorAll("main p a").Select(link => link.GetAttribute("href")!)];
}
