using System.Net;
using HieuHoc.Access;
using HieuHoc.Returns.Surveys;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Pages;

public sealed class SurveyPageTests : WalkTest
{
    private const string Indicator = "/indicators/life-skills-share/44?year=2026";
    private const string Address = "/indicators/life-skills-share/44/survey?year=2026";
    private const string Says = "Theo điều tra mẫu (n = 1.200; khoảng tin cậy 95 %: 57,2–62,8 %): 60,0 %.";

    [Fact]
    public async Task What_a_survey_states_is_typed_on_a_page_that_the_indicator_leads_to_and_shown_beside_the_count_everywhere()
    {
        var browser = await AsAsync(Role.StandingAgency);
        var link = (await PageAsync(browser, Indicator)).Document.QuerySelector("main a[href*='/survey']")!;

        var page = await SaveAsync(browser, await PageAsync(browser, link.GetAttribute("href")!), "1.200", "720");

        Assert.Contains("Đã lưu kết quả điều tra.", page.Main, StringComparison.Ordinal);
        Assert.Contains(Says, page.Main, StringComparison.Ordinal);
        Assert.Contains("Ghi kết quả điều tra mẫu", Assert.Single(page.Document.QuerySelectorAll("section.history li").Select(PageView.Words)), StringComparison.Ordinal);
        var indicator = await PageAsync(browser, Indicator);
        Assert.Contains(Says, PageView.Words(indicator.Document.QuerySelector("section[aria-labelledby=survey]")), StringComparison.Ordinal);
        Assert.Contains("công thức Wilson", indicator.Main, StringComparison.Ordinal);
        Assert.Contains(Says, (await PageAsync(browser, "/overview/44?year=2026")).Main, StringComparison.Ordinal);
        Assert.Contains(Says, (await PageAsync(browser, "/places/44?year=2026")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_starts_from_what_was_typed_and_asks_why()
    {
        var browser = await AsAsync(Role.StandingAgency);
        var saved = await SaveAsync(browser, await PageAsync(browser, Address), "1.200", "720");
        Assert.Equal(("1.200", "720", "2026-10-15"), (saved.Typed("Số người được hỏi"), saved.Typed("Trong đó: số người đạt"), saved.Typed("Ngày kết thúc điều tra")));

        var silent = await PressAsync(browser, saved, "Lưu kết quả điều tra", ("Trong đó: số người đạt", "721"));
        Assert.Equal((HttpStatusCode.BadRequest, "true"), (silent.Status, silent.Field("Lý do sửa").GetAttribute("aria-invalid")));

        var page = await PressAsync(browser, silent, "Lưu kết quả điều tra", ("Lý do sửa", "Nhập nhầm"));

        Assert.Equal(2, page.Document.QuerySelectorAll("section[aria-labelledby=versions] li").Length);
        Assert.Contains("Nhập nhầm", page.Main, StringComparison.Ordinal);
        await using var db = Engine.Open();
        Assert.Equal([720, 721], await db.SampleSurveys.OrderBy(survey => survey.Number).Select(survey => survey.Meeting).ToListAsync(Ct));
    }

    [Theory]
    [InlineData("", "720", "Số người được hỏi")]
    [InlineData("nhiều", "720", "Số người được hỏi")]
    [InlineData("99999999999", "720", "Số người được hỏi")]
    [InlineData("1200", "1201", "Trong đó: số người đạt")]
    public async Task What_cannot_be_is_told_at_its_field_with_what_was_typed(string size, string meeting, string field)
    {
        var browser = await AsAsync(Role.StandingAgency);

        var page = await SaveAsync(browser, await PageAsync(browser, Address), size, meeting);

        Assert.Equal((HttpStatusCode.BadRequest, "true"), (page.Status, page.Field(field).GetAttribute("aria-invalid")));
        Assert.Equal((size, meeting, "Cục Thống kê tỉnh"), (page.Typed("Số người được hỏi"), page.Typed("Trong đó: số người đạt"), page.Typed("Cơ quan điều tra và nơi công bố")));
    }

    [Fact]
    public async Task A_stated_interval_is_shown_as_the_sources_own()
    {
        var browser = await AsAsync(Role.StandingAgency);

        await SaveAsync(browser, await PageAsync(browser, Address), "1200", "720", ("Cận dưới của khoảng tin cậy (%) (không bắt buộc)", "55,25"), ("Cận trên của khoảng tin cậy (%) (không bắt buộc)", "64,5"));

        var indicator = await PageAsync(browser, Indicator);
        Assert.Contains("55,25–64,5 %", indicator.Main, StringComparison.Ordinal);
        Assert.Contains("Khoảng tin cậy do nguồn nêu.", indicator.Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/indicators/trained-share/44/survey?year=2026", HttpStatusCode.NotFound)]
    [InlineData("/indicators/khong-co/44/survey?year=2026", HttpStatusCode.NotFound)]
    [InlineData("/indicators/life-skills-share/01/survey?year=2026", HttpStatusCode.NotFound)]
    [InlineData("/indicators/life-skills-share/44/survey?year=0", HttpStatusCode.NotFound)]
    [InlineData("/indicators/life-skills-share/44/survey", HttpStatusCode.BadRequest)]
    public async Task An_address_is_answered_or_refused_as_what_it_names(string address, HttpStatusCode expected) =>
        Assert.Equal(expected, (await PageAsync(await AsAsync(Role.StandingAgency), address)).Status);

    [Fact]
    public async Task Others_neither_find_the_link_nor_open_the_page()
    {
        var officer = await AsAsync(Role.CommuneOfficer);

        Assert.Null((await PageAsync(officer, $"/indicators/life-skills-share/{HaiLang}?year=2026")).Document.QuerySelector("main a[href*='/survey']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await PageAsync(officer, Address)).Status);
    }

    private static Task<PageView> SaveAsync(HttpClient browser, PageView form, string size, string meeting, params (string Label, string Typed)[] more) => PressAsync(
        browser, form, "Lưu kết quả điều tra",
        [("Số người được hỏi", size), ("Trong đó: số người đạt", meeting), ("Ngày kết thúc điều tra", "2026-10-15"), ("Cách chọn mẫu và cách hỏi", "Chọn ngẫu nhiên 30 xã"), ("Cơ quan điều tra và nơi công bố", "Cục Thống kê tỉnh"), .. more]);
}
