using System.Net;
using System.Security.Cryptography;
using HieuHoc.Access;
using HieuHoc.Returns;

namespace HieuHoc.Web.Tests.Pages;

/// <summary>A report is begun, written section by section, locked, and read for ever as it was.</summary>
public sealed class WritingAReportPageTests : WalkTest
{
    [Fact]
    public async Task A_report_is_begun_from_the_list_and_stands_in_it()
    {
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PressAsync(browser, await PageAsync(browser, "/reports"), "Lập báo cáo");

        Assert.Equal("Sở Giáo dục và Đào tạo báo cáo Ủy ban nhân dân tỉnh, 2026", page.Heading);
        Assert.Contains("Đang soạn Bản 1 · Theo địa giới hiện nay", page.Main, StringComparison.Ordinal);
        Assert.Contains("Tỷ lệ gia đình đạt danh hiệu “Gia đình học tập”", page.Typed("Nội dung mục: Kết quả thực hiện"), StringComparison.Ordinal);
        var list = await PageAsync(browser, "/reports");
        Assert.Contains(list.Document.QuerySelectorAll("main a"), link => link.GetAttribute("href") == page.Address.AbsolutePath);
    }

    [Fact]
    public async Task What_is_written_in_a_section_is_kept_and_shown_beside_what_the_figures_say()
    {
        var browser = await AsAsync(Role.StandingAgency);
        var address = await BegunAsync();

        var page = await WriteAsync(browser, address, "tasks", "Mở thêm lớp xóa mù chữ.");

        Assert.Equal("Mở thêm lớp xóa mù chữ.", page.Typed("Nội dung mục: Nhiệm vụ, giải pháp năm sau"));
        Assert.Contains("Câu chữ theo số liệu hiện nay (Cơ quan soạn thảo bổ sung trước khi trình ký)", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_writer_keeps_what_was_typed_and_sees_what_the_first_saved()
    {
        var (first, second) = (await AsAsync(Role.StandingAgency), await AsAsync(Role.StandingAgency));
        var address = await BegunAsync();
        var seen = await PageAsync(second, address);
        await WriteAsync(first, address, "tasks", "Của người thứ nhất.");

        var refused = await WriteAsync(second, seen, "tasks", "Của người thứ hai.");

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal("Của người thứ hai.", refused.Typed("Nội dung mục: Nhiệm vụ, giải pháp năm sau"));
        Assert.Contains("Nội dung người khác vừa lưu Của người thứ nhất.", refused.Main, StringComparison.Ordinal);
        Assert.Single(refused.Errors);
        Assert.Empty((await WriteAsync(second, refused, "tasks", "Của cả hai.")).Errors);
    }

    [Fact]
    public async Task A_locked_report_shows_its_hashes_and_hands_the_same_bytes_over_each_time()
    {
        var browser = await AsAsync(Role.StandingAgency);
        var page = await PressAsync(browser, await PageAsync(browser, await BegunAsync()), "Chốt và khóa bản");

        Assert.Contains("Đã chốt và khóa", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("đóng dấu", page.Main, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Số liệu trong bản này vẫn đúng như số liệu đã xác nhận hiện nay.", page.Main, StringComparison.Ordinal);
        var rows = page.Document.QuerySelectorAll("main tbody tr").ToList();
        Assert.Equal(2, rows.Count);

        foreach (var row in rows)
        {
            var link = row.QuerySelector("a")!.GetAttribute("href")!;
            var (once, again) = (await BytesAsync(browser, link), await BytesAsync(browser, link));
            Assert.Equal(once, again);
            Assert.Equal(PageView.Words(row.QuerySelector("code")), Convert.ToHexStringLower(SHA256.HashData(once)));
        }

        Assert.Equal(HttpStatusCode.Conflict, (await GetAsync(browser, $"{page.Address.AbsolutePath}?handler=Paper")).StatusCode);
    }

    [Fact]
    public async Task A_correction_after_locking_and_a_newer_version_are_announced()
    {
        var browser = await AsAsync(Role.StandingAgency);
        var locked = await PressAsync(browser, await PageAsync(browser, await BegunAsync()), "Chốt và khóa bản");
        Time.Pass(TimeSpan.FromMinutes(10));
        await TakeAsync((await ReturnsInAsync(ReturnState.Sent))[0].Id, ReturnStep.Confirm);
        var next = await PressAsync(browser, await PageAsync(browser, locked.Address.AbsolutePath), "Lập bản mới từ bản này");

        var old = await PageAsync(browser, locked.Address.AbsolutePath);

        Assert.Contains("số liệu được đính chính hoặc xác nhận thêm sau khi chốt", old.Main, StringComparison.Ordinal);
        Assert.Contains("Đã có bản mới hơn.", old.Main, StringComparison.Ordinal);
        Assert.Equal(next.Address.AbsolutePath, old.Document.QuerySelectorAll("main a").Single(link => PageView.Words(link) == "Mở bản 2").GetAttribute("href"));
        Assert.Contains("Bản 2", next.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Money_stands_in_its_section_once_it_is_written_and_leads_to_its_entries()
    {
        var (browser, officer) = (await AsAsync(Role.StandingAgency), await AsAsync(Role.CommuneOfficer));
        var address = await BegunAsync();
        var before = await PageAsync(browser, address);
        var money = await PageAsync(officer, "/money");
        var form = await PageAsync(officer, $"{money.Document.QuerySelectorAll("main a").Single(link => PageView.Words(link) == "Kinh phí của đơn vị tôi").GetAttribute("href")!.Split('?')[0]}/write?kind=Spending");
        await PressAsync(officer, form, "Ghi", ("Số tiền (đồng)", "2.500.000"), ("Nội dung, nhiệm vụ", "Tài liệu"), ("Nguồn", "Local"));

        var page = await PageAsync(browser, address);

        Assert.Equal("Chưa có số liệu về kinh phí năm 2026: chưa ghi khoản phân bổ, khoản chi hay khoản huy động nào.", before.Typed("Nội dung mục: Kinh phí thực hiện"));
        Assert.StartsWith("Năm 2026 đã chi 2.500.000 đồng", page.Typed("Nội dung mục: Kinh phí thực hiện"), StringComparison.Ordinal);
        var number = page.Document.QuerySelectorAll("main td a").Single(link => PageView.Words(link) == "2.500.000");
        var unit = (await PageAsync(browser, number.GetAttribute("href")!)).Document.QuerySelectorAll("main th a").Single().GetAttribute("href")!;
        Assert.Contains("Chi: Tài liệu", (await PageAsync(browser, unit)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drafts_are_handed_over_as_files_too()
    {
        var browser = await AsAsync(Role.StandingAgency);
        var address = await BegunAsync();

        foreach (var handler in new[] { "Paper", "Appendix" })
        {
            Assert.Equal("PK"u8.ToArray(), (await BytesAsync(browser, $"{address}?handler={handler}"))[..2]);
        }
    }

    [Fact]
    public async Task The_Association_opens_its_own_report_alone()
    {
        var browser = await AsAsync(Role.AssociationOfficer);

        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(browser, await BegunAsync())).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(browser, await BegunAsync("association"))).StatusCode);
    }

    [Theory]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Leader)]
    public async Task Who_writes_no_report_reads_the_locked_one_from_the_first_page_on_and_changes_nothing(Role role)
    {
        var (writer, reader) = (await AsAsync(Role.StandingAgency), await AsAsync(role));
        var address = await BegunAsync();
        var (draft, none) = (await GetAsync(reader, address), await PageAsync(reader, "/reports"));
        await PressAsync(writer, await PageAsync(writer, address), "Chốt và khóa bản");

        var home = await PageAsync(reader, "/");
        var list = await PageAsync(reader, home.Document.QuerySelectorAll("main a").Single(link => PageView.Words(link) == "Báo cáo năm đã chốt và khóa: 1").GetAttribute("href")!);
        var page = await PageAsync(reader, Assert.Single(list.Document.QuerySelectorAll("main tbody th a")).GetAttribute("href")!);

        Assert.Equal(HttpStatusCode.NotFound, draft.StatusCode);
        Assert.Contains("Chưa có báo cáo nào được chốt và khóa.", none.Main, StringComparison.Ordinal);
        Assert.Empty(list.Document.QuerySelectorAll("main form"));
        Assert.Empty(page.Document.QuerySelectorAll("main form"));
        var file = page.Document.QuerySelector("main tbody a")!;
        Assert.Equal(PageView.Words(page.Document.QuerySelector("main tbody code")), Convert.ToHexStringLower(SHA256.HashData(await BytesAsync(reader, file.GetAttribute("href")!))));
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(reader, "/reports?handler=Paper&year=2026")).StatusCode);
    }

    [Fact]
    public async Task An_agency_that_writes_no_report_reads_none()
    {
        var (writer, clerk) = (await AsAsync(Role.StandingAgency), await AsAsync(Role.Clerk));
        var address = await BegunAsync();
        await PressAsync(writer, await PageAsync(writer, address), "Chốt và khóa bản");

        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(clerk, address)).StatusCode);
        Assert.DoesNotContain("đã chốt và khóa: ", (await PageAsync(clerk, "/")).Main, StringComparison.Ordinal);
    }

    /// <summary>A report that the standing agency begins; returns its address.</summary>
    private async Task<string> BegunAsync(string variant = "department")
    {
        var browser = await AsAsync(Role.StandingAgency);
        var page = await PageAsync(browser, "/reports");
        var form = page.Document.QuerySelectorAll("main form").Single(form => form.QuerySelector("input[name=variant]")?.GetAttribute("value") == variant
            && form.QuerySelector("input[name=year]")!.GetAttribute("value") == "2026");
        var answer = await SendAsync(browser, "/reports", form, []);

        return answer.Headers.Location!.ToString();
    }

    private static async Task<PageView> WriteAsync(HttpClient browser, string address, string section, string text) =>
        await WriteAsync(browser, await PageAsync(browser, address), section, text);

    private static async Task<PageView> WriteAsync(HttpClient browser, PageView page, string section, string text)
    {
        var form = page.Document.QuerySelectorAll("main form").Single(form => form.QuerySelector("input[name=Section]")?.GetAttribute("value") == section);
        var answer = await SendAsync(browser, $"{page.Address.AbsolutePath}?handler=Write", form, [("Text", text)]);

        return answer.StatusCode is HttpStatusCode.Found
            ? await PageAsync(browser, answer.Headers.Location!.ToString())
            : await PageView.OfAsync(answer, Ct);
    }

    private static Task<HttpResponseMessage> SendAsync(
        HttpClient browser, string address, AngleSharp.Dom.IElement form, IReadOnlyList<(string Name, string Value)> typed)
    {
        var fields = form.QuerySelectorAll("input[name]").Select(input => (Name: input.GetAttribute("name")!, Value: input.GetAttribute("value") ?? ""))
            .Concat(form.QuerySelectorAll("select[name]").Select(select => (Name: select.GetAttribute("name")!, Value: "Today")))
            .Concat(typed);
        // Kept until the request is sent; the client disposes it with the request.
        var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

        return browser.PostAsync(new Uri(address, UriKind.Relative), content, Ct);
    }

    private static async Task<byte[]> BytesAsync(HttpClient browser, string address) =>
        await (await GetAsync(browser, address)).Content.ReadAsByteArrayAsync(Ct);
}
