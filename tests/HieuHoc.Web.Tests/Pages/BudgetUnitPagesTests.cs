using System.Net;
using HieuHoc.Access;
using HieuHoc.Testing;

namespace HieuHoc.Web.Tests.Pages;

public sealed class BudgetUnitPagesTests : WalkTest
{
    [Fact]
    public async Task Money_is_allocated_spent_put_right_and_what_is_overspent_is_said()
    {
        var (agency, officer, commune) = (await AsAsync(Role.StandingAgency), await AsAsync(Role.CommuneOfficer), (await ReturnOfAsync(HaiLang)).SubjectId);
        var given = await PressAsync(
            agency, await PageAsync(agency, $"/money/units/{commune}/write?kind=Allocation"), "Ghi",
            ("Số quyết định", "5332/KH-UBND"), ("Ngày quyết định", "2019-11-18"), ("Số tiền (đồng)", "10.000.000"), ("Nội dung, nhiệm vụ", "Lớp xóa mù chữ"));
        Assert.Equal("Kinh phí năm 2026: Xã Hải Lăng", given.Heading);
        Assert.StartsWith("/documents/", given.Document.QuerySelectorAll("main tbody a").Single(link => PageView.Words(link) == "5332/KH-UBND").GetAttribute("href"), StringComparison.Ordinal);

        var spent = await PressAsync(
            officer, await PageAsync(officer, $"/money/units/{commune}/write"), "Ghi", ("Số tiền (đồng)", "12.500.000"), ("Nội dung, nhiệm vụ", "Tài liệu"));
        Assert.Contains("Chi vượt 2.500.000", spent.Main, StringComparison.Ordinal);
        Assert.Contains(spent.Document.QuerySelectorAll("main a"), link => PageView.Words(link) == "Tệp (0)");

        var correct = await PageAsync(officer, spent.Document.QuerySelectorAll("main a").Single(link => PageView.Words(link) == "Đính chính").GetAttribute("href")!);
        Assert.Equal(("12.500.000", "Tài liệu"), (correct.Typed("Số tiền (đồng)"), correct.Typed("Nội dung, nhiệm vụ")));
        var unexplained = await PressAsync(officer, correct, "Ghi", ("Số tiền (đồng)", "2.500.000"));
        Assert.Equal((HttpStatusCode.BadRequest, "true"), (unexplained.Status, unexplained.Field("Lý do đính chính").GetAttribute("aria-invalid")));
        var corrected = await PressAsync(officer, unexplained, "Ghi", ("Lý do đính chính", "Ghi nhầm số"));
        Assert.DoesNotContain("Chi vượt", corrected.Main, StringComparison.Ordinal);
        Assert.Contains("Đã đính chính, không tính", corrected.Main, StringComparison.Ordinal);
        Assert.Contains("Đính chính: Ghi nhầm số", corrected.Main, StringComparison.Ordinal);

        Assert.Contains("Xã Hải Lăng —chưa có 10.000.000 2.500.000 7.500.000", string.Join('\n', Rows(await PageAsync(agency, "/money?year=2026"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_spent_without_an_allocation_has_no_remainder_and_is_not_overspent()
    {
        var (officer, commune) = (await AsAsync(Role.CommuneOfficer), (await ReturnOfAsync(HaiLang)).SubjectId);

        var spent = await PressAsync(
            officer, await PageAsync(officer, $"/money/units/{commune}/write"), "Ghi", ("Số tiền (đồng)", "2.500.000"), ("Nội dung, nhiệm vụ", "Tài liệu"));
        var year = await PageAsync(officer, "/money?year=2026");

        Assert.Contains(Rows(spent), row => row.EndsWith("0 2.500.000 Chưa ghi phân bổ", StringComparison.Ordinal));
        Assert.DoesNotContain("Chi vượt", spent.Main, StringComparison.Ordinal);
        Assert.Contains("Xã Hải Lăng —chưa có 0 2.500.000 Chưa ghi phân bổ", Rows(year));
        Assert.Contains(year.Document.QuerySelectorAll("main tfoot tr"), row => PageView.Words(row) == "Tổng cộng —chưa có 0 2.500.000 Chưa ghi phân bổ");
    }

    [Fact]
    public async Task Money_for_a_task_stands_on_the_page_of_the_task_and_among_the_totals_by_task()
    {
        var (agency, commune) = (await AsAsync(Role.StandingAgency), (await ReturnOfAsync(HaiLang)).SubjectId);
        var (task, later) = (Given.Task(), Given.Task(stated: Given.Stated with { Text = "Năm sau", FromYear = 2027 }));
        var form = await PageAsync(agency, $"/money/units/{commune}/write?kind=Allocation");
        Assert.DoesNotContain("Năm sau", form.Main, StringComparison.Ordinal);
        var typed = new[] { ("Số quyết định", "1/QĐ-UBND"), ("Số tiền (đồng)", "10.000.000"), ("Nội dung, nhiệm vụ", "Tuần lễ"), ("Thực hiện nhiệm vụ (không bắt buộc)", $"{task.Value}") };

        var other = await PressAsync(agency, await PageAsync(agency, $"/money/units/{commune}/write?kind=Allocation&year=2027"), "Ghi", [.. typed.SkipLast(1), ("Năm ngân sách", "2026"), ("Thực hiện nhiệm vụ (không bắt buộc)", $"{later.Value}")]);
        var given = await PressAsync(agency, form, "Ghi", typed);

        Assert.Equal((HttpStatusCode.BadRequest, "true"), (other.Status, other.Field("Thực hiện nhiệm vụ (không bắt buộc)").GetAttribute("aria-invalid")));
        Assert.Contains("không thực hiện trong năm 2026", Assert.Single(other.Errors), StringComparison.Ordinal);
        Assert.Equal($"/tasks/{task.Value}", given.Document.QuerySelectorAll("main tbody a").Single(link => PageView.Words(link) == "Tổ chức Tuần lễ hưởng ứng học tập suốt đời").GetAttribute("href"));
        Assert.Contains("2026 10.000.000 0", string.Join('\n', Rows(await PageAsync(agency, $"/tasks/{task.Value}"))), StringComparison.Ordinal);
        Assert.Contains("Tổ chức Tuần lễ hưởng ứng học tập suốt đời 10.000.000 0", string.Join('\n', Rows(await PageAsync(agency, "/money?year=2026"))), StringComparison.Ordinal);
        // Whoever puts it right sees which task it names.
        Assert.Equal($"{task.Value}", (await PageAsync(agency, given.Document.QuerySelectorAll("main a").Single(link => PageView.Words(link) == "Đính chính").GetAttribute("href")!)).Typed("Thực hiện nhiệm vụ (không bắt buộc)"));
    }

    [Theory]
    [InlineData("Năm ngân sách", "2009")]
    [InlineData("Năm ngân sách", "")]
    [InlineData("Ngày", "2099-01-01")]
    [InlineData("Ngày", "")]
    [InlineData("Số tiền (đồng)", "một triệu")]
    [InlineData("Nội dung, nhiệm vụ", "")]
    public async Task What_cannot_be_is_told_at_its_field(string field, string typed)
    {
        var (officer, commune) = (await AsAsync(Role.CommuneOfficer), (await ReturnOfAsync(HaiLang)).SubjectId);
        List<(string, string)> all = [("Số tiền (đồng)", "1.000"), ("Nội dung, nhiệm vụ", "Tài liệu")];

        var page = await PressAsync(officer, await PageAsync(officer, $"/money/units/{commune}/write"), "Ghi", [.. all.Where(cell => cell.Item1 != field), (field, typed)]);

        Assert.Equal((HttpStatusCode.BadRequest, "true"), (page.Status, page.Field(field).GetAttribute("aria-invalid")));
    }

    [Fact]
    public async Task What_is_not_there_or_not_theirs_is_said()
    {
        var (agency, officer, commune) = (await AsAsync(Role.StandingAgency), await AsAsync(Role.CommuneOfficer), (await ReturnOfAsync(HaiLang)).SubjectId);

        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(officer, $"/money/units/{(await ReturnOfAsync(VinhDinh)).SubjectId}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(officer, $"/money/units/{commune}/write?corrects={Guid.NewGuid()}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(agency, $"/money/units/{commune}/write")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(officer, $"/money/units/{commune}/write?kind=Allocation")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(officer, "/money?year=99999")).StatusCode);
    }
}
