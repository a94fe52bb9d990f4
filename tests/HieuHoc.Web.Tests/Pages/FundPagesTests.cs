using System.Net;
using HieuHoc.Access;

namespace HieuHoc.Web.Tests.Pages;

public sealed class FundPagesTests : WalkTest
{
    [Fact]
    public async Task A_commune_begins_a_book_receives_and_gives_and_the_association_reads_it()
    {
        var (officer, association) = (await AsAsync(Role.CommuneOfficer), await AsAsync(Role.AssociationOfficer));
        Assert.Contains("Chưa có sổ quỹ nào.", (await PageAsync(officer, "/money/funds")).Main, StringComparison.Ordinal);
        var book = await PressAsync(officer, await PageAsync(officer, "/money/funds/new"), "Mở sổ", ("Tên quỹ", "Quỹ khuyến học xã"));
        Assert.Equal("Quỹ khuyến học xã", book.Heading);

        var unnamed = await PressAsync(
            officer, await PageAsync(officer, Link(book, "Ghi thu")), "Ghi",
            ("Số tiền (đồng)", "10.000.000"), ("Nội dung", "Ủng hộ đầu năm học"), ("Người, đơn vị ủng hộ (không bắt buộc)", "Công ty Mẫu (minh họa)"));
        Assert.Equal((HttpStatusCode.BadRequest, "true"), (unnamed.Status, unnamed.Field("Người, đơn vị ủng hộ (không bắt buộc)").GetAttribute("aria-invalid")));
        var received = await PressAsync(officer, unnamed, "Ghi", ("Người, đơn vị ủng hộ (không bắt buộc)", ""));
        Assert.Contains("Không nêu tên", received.Main, StringComparison.Ordinal);
        Assert.Contains("1 lượt ủng hộ không nêu tên.", received.Main, StringComparison.Ordinal);

        var given = await PressAsync(
            officer, await PageAsync(officer, Link(book, "Ghi chi")), "Ghi",
            ("Số tiền (đồng)", "6.000.000"), ("Nội dung", "12 suất"), ("Nhóm người học (không bắt buộc)", "Poor"), ("Số người học (không bắt buộc)", "12"));
        Assert.Contains("Bằng tiền 10.000.000 6.000.000 4.000.000", string.Join('\n', Rows(given)), StringComparison.Ordinal);
        Assert.Contains("Hộ nghèo, hoàn cảnh khó khăn 12 6.000.000", string.Join('\n', Rows(given)), StringComparison.Ordinal);

        var more = await PressAsync(
            officer, await PageAsync(officer, Link(book, "Ghi chi")), "Ghi",
            ("Số tiền (đồng)", "4.000.001"), ("Nội dung", "Sách"), ("Nhóm người học (không bắt buộc)", "Poor"), ("Số người học (không bắt buộc)", "1"));
        Assert.Equal((HttpStatusCode.Conflict, "4.000.001"), (more.Status, more.Typed("Số tiền (đồng)")));
        Assert.Contains("còn chi được 4.000.000 đồng", Assert.Single(more.Errors), StringComparison.Ordinal);

        var corrected = await PressAsync(officer, await PageAsync(officer, given.Document.QuerySelector("main a[aria-label='Đính chính: 12 suất']")!.GetAttribute("href")!), "Ghi", ("Số tiền (đồng)", "5.000.000"), ("Lý do đính chính", "Ghi nhầm"));
        Assert.Contains("Bằng tiền 10.000.000 5.000.000 5.000.000", string.Join('\n', Rows(corrected)), StringComparison.Ordinal);

        Assert.Contains("Quỹ khuyến học xã Xã Hải Lăng 5.000.000 0", string.Join('\n', Rows(await PageAsync(association, "/money/funds"))), StringComparison.Ordinal);
        Assert.Contains("Huy động, xã hội hóa 10.000.000 5.000.000", string.Join('\n', Rows(await PageAsync(association, "/money"))), StringComparison.Ordinal);
        var read = await PageAsync(association, $"/money/funds/{book.Document.QuerySelector("main a[href*='/write']")!.GetAttribute("href")!.Split('/')[3]}");
        Assert.DoesNotContain(read.Document.QuerySelectorAll("main a"), link => PageView.Words(link) is "Ghi thu" or "Đính chính");
    }

    [Theory]
    [InlineData("Ghi thu", "Ngày", "")]
    [InlineData("Ghi thu", "Ngày", "2099-01-01")]
    [InlineData("Ghi thu", "Số tiền (đồng)", "một triệu")]
    [InlineData("Ghi thu", "Số tiền (đồng)", "")]
    [InlineData("Ghi thu", "Nội dung", "")]
    [InlineData("Ghi chi", "Số người học (không bắt buộc)", "nhiều")]
    [InlineData("Ghi chi", "Nhóm người học (không bắt buộc)", "")]
    public async Task What_cannot_be_is_told_at_its_field(string button, string field, string typed)
    {
        var officer = await AsAsync(Role.CommuneOfficer);
        var book = await PressAsync(officer, await PageAsync(officer, "/money/funds/new"), "Mở sổ", ("Tên quỹ", "Quỹ khuyến học xã"));
        List<(string, string)> all = [("Số tiền (đồng)", "1.000"), ("Nội dung", "Học bổng")];
        var given = button == "Ghi chi" ? new[] { ("Nhóm người học (không bắt buộc)", "Disabled"), ("Số người học (không bắt buộc)", "1") } : [];

        var page = await PressAsync(officer, await PageAsync(officer, Link(book, button)), "Ghi", [.. all.Concat(given).Where(cell => cell.Item1 != field), (field, typed)]);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.NotNull(page.Field(field).Closest(".field-wrong"));
    }

    [Fact]
    public async Task Who_is_no_union_states_no_fund_of_an_enterprise()
    {
        var officer = await AsAsync(Role.CommuneOfficer);

        var page = await PressAsync(
            officer, await PageAsync(officer, "/money/funds/new"), "Mở sổ", ("Tên quỹ", "Quỹ"), ("Quỹ của doanh nghiệp (không bắt buộc)", "Công ty Mẫu (minh họa)"));

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("do Liên đoàn Lao động kê khai", Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    private static string Link(PageView page, string words) => page.Document.QuerySelectorAll("main a").First(link => PageView.Words(link) == words).GetAttribute("href")!;
}
