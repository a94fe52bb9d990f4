using System.Net;
using HieuHoc.Access;
using HieuHoc.Papers;
using HieuHoc.Programmes.Money;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Pages;

public sealed class BudgetPagesTests : WalkTest
{
    [Fact]
    public async Task From_opening_to_the_workbook_for_the_finance_department()
    {
        var (agency, officer) = (await AsAsync(Role.StandingAgency), await AsAsync(Role.CommuneOfficer));
        Assert.Contains("Chưa có đợt lập dự toán nào.", (await PageAsync(officer, "/money")).Main, StringComparison.Ordinal);

        var round = await PressAsync(agency, await PageAsync(agency, "/money/rounds/new"), "Mở đợt", ("Hạn gửi", "2026-12-15"));
        Assert.Equal("Dự toán kinh phí năm 2027", round.Heading);
        Assert.Contains("Chưa có đơn vị nào gửi dự toán.", round.Main, StringComparison.Ordinal);

        var mine = await PageAsync(officer, await OwnAsync(officer, "Dự toán kinh phí năm 2027"));
        var saved = await PressAsync(officer, mine, "Lưu nháp", ("Nội dung, nhiệm vụ, dòng 1", "Lớp xóa mù chữ"), ("Số tiền (đồng), dòng 1", "15.000.000"));
        Assert.Contains("Đã lưu dự toán.", saved.Main, StringComparison.Ordinal);
        Assert.Equal("15.000.000", saved.Typed("Số tiền (đồng), dòng 1"));
        var sent = await PressAsync(officer, saved, "Gửi dự toán");
        Assert.Contains("Đã gửi", sent.Main, StringComparison.Ordinal);
        Assert.Equal(["Tổng cộng 15.000.000"], sent.Document.QuerySelectorAll("main tfoot tr").Select(PageView.Words));

        var shown = await PageAsync(agency, await RoundAsync());
        Assert.Contains("1 trên", shown.Main, StringComparison.Ordinal);
        Assert.Contains(Rows(shown), row => row.StartsWith("Xã Hải Lăng 15.000.000 0 0 0 15.000.000", StringComparison.Ordinal));
        var file = await GetAsync(agency, $"{await RoundAsync()}?handler=Excel");
        using var workbook = new MemoryStream(await file.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal("du-toan-2027.xlsx", file.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal(15_000_000m, ExcelTable.Read(workbook).Last().Cells[^1]);
    }

    [Fact]
    public async Task What_is_given_back_is_read_with_its_reason_and_sent_again()
    {
        var (agency, officer) = (await AsAsync(Role.StandingAgency), await AsAsync(Role.CommuneOfficer));
        var address = await SentAsync();

        var none = await PressAsync(agency, await PageAsync(agency, address), "Trả lại");
        Assert.Equal(HttpStatusCode.BadRequest, none.Status);
        Assert.Contains("Hãy ghi lý do trả lại", Assert.Single(none.Errors), StringComparison.Ordinal);
        var returned = await PressAsync(agency, none, "Trả lại", ("Lý do", "Thiếu căn cứ"));
        Assert.Contains("Đã trả lại dự toán cho đơn vị.", returned.Main, StringComparison.Ordinal);

        var mine = await PageAsync(officer, address);
        Assert.Contains("Lý do trả lại: Thiếu căn cứ", mine.Main, StringComparison.Ordinal);
        var sent = await PressAsync(officer, mine, "Gửi dự toán", ("Căn cứ, thuyết minh, dòng 1 (không bắt buộc)", "3 lớp, mỗi lớp 5 triệu"));
        Assert.Contains("3 lớp, mỗi lớp 5 triệu", sent.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_sees_what_the_first_kept_and_what_they_typed()
    {
        var officer = await AsAsync(Role.CommuneOfficer);
        var address = await SentAsync(send: false);
        var (first, second) = (await PageAsync(officer, address), await PageAsync(officer, address));
        await PressAsync(officer, first, "Lưu nháp", ("Số tiền (đồng), dòng 1", "20.000.000"));

        var page = await PressAsync(officer, second, "Lưu nháp", ("Số tiền (đồng), dòng 1", "25.000.000"));

        Assert.Equal((HttpStatusCode.Conflict, "25.000.000"), (page.Status, page.Typed("Số tiền (đồng), dòng 1")));
        Assert.Contains("Người khác vừa sửa dự toán này.", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Contains("20.000.000", Assert.Single(Rows(page)), StringComparison.Ordinal);
        Assert.Contains("Đã lưu dự toán.", (await PressAsync(officer, page, "Lưu nháp")).Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "2026-12-15", "Năm ngân sách")]
    [InlineData("1999", "2026-12-15", "Năm ngân sách")]
    [InlineData("2027", "", "Hạn gửi")]
    [InlineData("2027", "2026-01-01", "Hạn gửi")]
    [InlineData("2027", "hôm nay", "Hạn gửi")]
    public async Task What_cannot_be_is_told_at_its_field(string year, string due, string field)
    {
        var agency = await AsAsync(Role.StandingAgency);

        var page = await PressAsync(agency, await PageAsync(agency, "/money/rounds/new"), "Mở đợt", ("Năm ngân sách", year), ("Hạn gửi", due));

        Assert.Equal((HttpStatusCode.BadRequest, "true"), (page.Status, page.Field(field).GetAttribute("aria-invalid")));
    }

    [Fact]
    public async Task An_amount_that_is_none_stays_as_it_was_typed_with_a_sentence()
    {
        var officer = await AsAsync(Role.CommuneOfficer);
        var address = await SentAsync(send: false);

        var page = await PressAsync(officer, await PageAsync(officer, address), "Lưu nháp", ("Số tiền (đồng), dòng 1", "năm triệu"));

        Assert.Equal((HttpStatusCode.BadRequest, "năm triệu"), (page.Status, page.Typed("Số tiền (đồng), dòng 1")));
        Assert.Contains("Số tiền ở dòng 1 phải là số nguyên đồng", Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    private static async Task<string> OwnAsync(HttpClient browser, string round)
    {
        var money = await PageAsync(browser, "/money");
        var page = await PageAsync(browser, money.Document.QuerySelectorAll("main a").Single(link => PageView.Words(link) == round).GetAttribute("href")!);

        return page.Document.QuerySelectorAll("main a").Single(link => PageView.Words(link) == "Dự toán của đơn vị tôi").GetAttribute("href")!;
    }

    private async Task<string> RoundAsync()
    {
        await using var db = Engine.Open();

        return $"/money/rounds/{(await db.BudgetRounds.SingleAsync(Ct)).Id.Value}";
    }

    /// <summary>The address of the request of Hải Lăng, which has one line.</summary>
    private async Task<string> SentAsync(bool send = true)
    {
        var subject = (await ReturnOfAsync(HaiLang)).SubjectId;
        var round = Given.BudgetRound(subject);

        if (!send)
        {
            await using var db = Engine.Open();
            Assert.Null((await new ReturnBudgetRequest(db, Clock).RunAsync(round, subject, 1, "Xem lại", Given.Person(Role.StandingAgency, await ProvinceAsync()), Ct)).Refusal);
        }

        return $"/money/rounds/{round.Value}/requests/{subject}";
    }

    private async Task<int> ProvinceAsync()
    {
        await using var db = Engine.Open();

        return await db.Set<HieuHoc.Places.Owner>().Where(owner => owner.Id == 1).Select(owner => owner.PlaceId).SingleAsync(Ct);
    }
}
