using System.Net;
using HieuHoc.Access;

namespace HieuHoc.Web.Tests.Pages;

public sealed class IndicatorPageTests : WalkTest
{
    [Fact]
    public async Task Each_number_leads_to_the_return_it_was_counted_in()
    {
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PageAsync(browser, "/indicators/citizen-share/44?year=2026");

        var rows = page.Document.QuerySelectorAll(".rows tbody tr");
        var neighbour = rows.Single(row => PageView.Words(row.QuerySelector("th")) == "Xã Vĩnh Định");
        Assert.Equal("Tỷ lệ công dân đạt danh hiệu “Công dân học tập”: Tỉnh Quảng Trị, năm 2026", page.Heading);
        Assert.Equal(78, rows.Length);
        Assert.Equal(await AddressOfAsync(VinhDinh), neighbour.QuerySelector("td:last-child a")?.GetAttribute("href"));
        Assert.Matches(@"^Xã Vĩnh Định [\d.]+ [\d.]+ \d\d,\d % Báo cáo của Xã Vĩnh Định, bản 1$", PageView.Words(neighbour));
        Assert.Equal(62, rows.Count(row => row.QuerySelector("td:last-child a") is not null));
        Assert.Contains("Căn cứ: ", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_confirmed_is_missing_and_not_zero()
    {
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PageAsync(browser, "/indicators/family-share/44?year=2026");

        Assert.Contains("Xã Hải Lăng —chưa có —chưa có —chưa có Chưa xác nhận", Rows(page));
        Assert.Equal(16, Rows(page).Count(row => row.EndsWith("—chưa có —chưa có —chưa có Chưa xác nhận", StringComparison.Ordinal)));
        Assert.DoesNotContain(Rows(page), row => row.Contains(" 0 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Zero_that_was_confirmed_is_zero()
    {
        var officer = await AsAsync(Role.CommuneOfficer);
        var address = await AddressOfAsync(HaiLang);
        await PressAsync(
            officer,
            await PageAsync(officer, $"{address}?section=models"),
            "Lưu nháp",
            ("Đơn vị: tổng số", "0"),
            ("Đơn vị: đăng ký xây dựng danh hiệu", "0"),
            ("Đơn vị: được công nhận", "0"));
        await ExplainAsync((await ReturnOfAsync(HaiLang)).Id);
        var page = await PressAsync(officer, await PageAsync(officer, address), "Trình lãnh đạo");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        await TakeAsync((await ReturnOfAsync(HaiLang)).Id, Returns.ReturnStep.Approve, Returns.ReturnStep.Send, Returns.ReturnStep.Confirm);

        var units = await PageAsync(officer, $"/indicators/unit-share/{HaiLang}?year=2026");

        Assert.Equal(["Xã Hải Lăng 0 0 —chưa có Báo cáo của Xã Hải Lăng, bản 1"], Rows(units));
    }

    [Fact]
    public async Task The_rows_and_the_number_of_the_province_are_the_same_sum()
    {
        await ConfirmAllAsync();
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PageAsync(browser, "/indicators/citizen-share/44?year=2026");

        var cells = page.Document.QuerySelectorAll(".rows tbody tr").Select(row => row.QuerySelectorAll("td.number").Select(PageView.Words).ToList()).ToList();
        var titled = cells.Sum(row => int.Parse(row[0].Replace(".", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture));
        var adults = cells.Sum(row => int.Parse(row[1].Replace(".", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture));
        var vietnamese = System.Globalization.CultureInfo.GetCultureInfo("vi-VN");
        Assert.Equal(
            string.Create(vietnamese, $"{100m * titled / adults:N1} % 78/78 đơn vị đã được xác nhận số liệu. {titled:N0} công dân đạt danh hiệu trên {adults:N0} người lớn."),
            PageView.Words(page.Document.QuerySelector(".key-figure")));
    }

    [Fact]
    public async Task A_year_without_a_round_says_that_nobody_was_asked()
    {
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PageAsync(browser, "/indicators/citizen-share/44?year=2027");

        Assert.Contains("Chưa có kỳ báo cáo nào hỏi các số liệu này.", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("0/0", page.Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/indicators/khong-co/44?year=2026", HttpStatusCode.NotFound)]
    [InlineData("/indicators/citizen-share/01?year=2026", HttpStatusCode.NotFound)]
    [InlineData("/indicators/citizen-share/99999?year=2026", HttpStatusCode.NotFound)]
    [InlineData("/indicators/citizen-share/44?year=0", HttpStatusCode.NotFound)]
    [InlineData("/indicators/citizen-share/44?year=99999", HttpStatusCode.NotFound)]
    [InlineData("/indicators/citizen-share/44?year=nay", HttpStatusCode.BadRequest)]
    [InlineData("/indicators/citizen-share/44", HttpStatusCode.BadRequest)]
    public async Task An_address_is_answered_or_refused_as_what_it_names(string address, HttpStatusCode expected)
    {
        var browser = await AsAsync(Role.StandingAgency);

        Assert.Equal(expected, (await PageAsync(browser, address)).Status);
    }

    [Fact]
    public async Task A_commune_reads_its_own_rows_alone()
    {
        var browser = await AsAsync(Role.CommuneOfficer);

        Assert.Single(Rows(await PageAsync(browser, $"/indicators/family-share/{HaiLang}?year=2026")));
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(browser, $"/indicators/family-share/{VinhDinh}?year=2026")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(browser, "/indicators/family-share/44?year=2026")).StatusCode);
    }
}
