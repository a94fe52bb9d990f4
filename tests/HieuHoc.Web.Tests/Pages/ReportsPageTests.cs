using System.Net;
using HieuHoc.Access;
using HieuHoc.Papers;

namespace HieuHoc.Web.Tests.Pages;

public sealed class ReportsPageTests : WalkTest
{
    [Theory]
    [InlineData("Tải báo cáo (Word)", "bao-cao-nam-2026-44.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("Tải phụ lục (Excel)", "phu-luc-nam-2026-44.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    public async Task Both_files_are_handed_over_under_the_name_they_are_filed_by(string link, string name, string type)
    {
        var browser = await AsAsync(Role.StandingAgency);
        var page = await PageAsync(browser, "/reports");

        var answer = await GetAsync(browser, page.Document.QuerySelectorAll("main a").First(a => PageView.Words(a) == link).GetAttribute("href")!);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Ct);

        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal(name, answer.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal("PK"u8.ToArray(), bytes[..2]);
    }

    [Fact]
    public async Task What_a_commune_confirmed_is_in_the_appendix_and_what_it_did_not_is_empty()
    {
        var browser = await AsAsync(Role.StandingAgency);

        var answer = await GetAsync(browser, "/reports?handler=Appendix&year=2026");
        using var workbook = new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Ct));
        var rows = ExcelTable.Read(workbook).ToList();

        Assert.Equal(62, rows.Count(row => row.Cells.OfType<string>().Any(IsCommune) && row.Cells.OfType<decimal>().Count() > 10));
        Assert.Equal(16, rows.Count(row => row.Cells.OfType<string>().Any(IsCommune) && row.Cells.OfType<decimal>().Count() <= 1));
    }

    [Fact]
    public async Task The_page_says_how_complete_the_report_will_be()
    {
        var browser = await AsAsync(Role.StandingAgency);
        var before = await PageAsync(browser, "/reports");

        await ConfirmAllAsync();
        var after = await PageAsync(browser, "/reports");

        Assert.Contains("Năm 2026 Chưa xác nhận hết 62/78 đơn vị đã được xác nhận số liệu.", before.Main, StringComparison.Ordinal);
        Assert.Contains("Năm 2026 Tất cả đã xác nhận 78/78 đơn vị đã được xác nhận số liệu.", after.Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Paper", "2027", HttpStatusCode.NotFound)]
    [InlineData("Appendix", "2024", HttpStatusCode.NotFound)]
    [InlineData("Paper", "0", HttpStatusCode.NotFound)]
    [InlineData("Paper", "99999", HttpStatusCode.NotFound)]
    [InlineData("Appendix", "nay", HttpStatusCode.BadRequest)]
    public async Task A_year_that_cannot_be_reported_is_answered_with_a_sentence(string handler, string year, HttpStatusCode expected)
    {
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PageAsync(browser, $"/reports?handler={handler}&year={year}");

        Assert.Equal(expected, page.Status);
        Assert.Contains("/", page.Document.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task The_sentence_says_what_that_year_lacks()
    {
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PageAsync(browser, "/reports?handler=Paper&year=2027");

        Assert.Contains("chưa có kỳ báo cáo nào thu các số liệu của báo cáo năm", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_report_is_offered_to_who_writes_it()
    {
        var standing = await PageAsync(await AsAsync(Role.StandingAgency), "/reports");
        var association = await PageAsync(await AsAsync(Role.AssociationOfficer), "/reports");

        Assert.Equal(
            [
                "Sở Giáo dục và Đào tạo báo cáo Ủy ban nhân dân tỉnh", "Ủy ban nhân dân tỉnh báo cáo Bộ Giáo dục và Đào tạo",
                "Hội Khuyến học tỉnh báo cáo Ủy ban nhân dân tỉnh và Hội Khuyến học Việt Nam", "Sơ kết giai đoạn 2021 - 2025",
            ],
            Reports(standing));
        Assert.Equal(["Hội Khuyến học tỉnh báo cáo Ủy ban nhân dân tỉnh và Hội Khuyến học Việt Nam"], Reports(association));
    }

    [Fact]
    public async Task A_variant_is_handed_over_under_its_own_name()
    {
        var browser = await AsAsync(Role.StandingAgency);

        var answer = await GetAsync(browser, "/reports?handler=Paper&year=2026&variant=committee");

        Assert.Equal("bao-cao-committee-nam-2026-44.docx", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(browser, "/reports?handler=Paper&year=2026&variant=khong-co")).StatusCode);
    }

    private static IReadOnlyList<string> Reports(PageView page) => [.. page.Document.QuerySelectorAll("main tbody th").Select(PageView.Words)];

    [Fact]
    public async Task Before_the_first_round_there_is_nothing_to_report_on()
    {
        await ForgetRoundAsync();
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PageAsync(browser, "/reports");

        Assert.Contains("Chưa có kỳ báo cáo nào để lập báo cáo năm.", page.Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.CommuneOfficer)]
    [InlineData(Role.CommuneLeader)]
    [InlineData(Role.Administrator)]
    public async Task The_report_is_the_standing_agencys_alone(Role role)
    {
        var browser = await AsAsync(role);

        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(browser, "/reports")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(browser, "/reports?handler=Paper&year=2026")).StatusCode);
    }

    private static bool IsCommune(string cell) =>
        cell.StartsWith("Xã ", StringComparison.Ordinal) || cell.StartsWith("Phường ", StringComparison.Ordinal) || cell.StartsWith("Đặc khu ", StringComparison.Ordinal);
}
