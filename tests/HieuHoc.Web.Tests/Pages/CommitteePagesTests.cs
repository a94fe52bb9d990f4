using System.Net;
using HieuHoc.Access;

namespace HieuHoc.Web.Tests.Pages;

public sealed class CommitteePagesTests : WalkTest
{
    private const string Save = "Ghi quyết định";
    private const string Name = "Tên ban chỉ đạo";
    private const string Number = "Số, ký hiệu quyết định";
    private const string Day = "Ngày quyết định";
    private const string Members = "Thành viên";
    private const string List = "1\tNguyễn Văn Mẫu\tChủ tịch UBND xã\tTrưởng ban\r\n2\tTrần Thị Mẫu\tCông chức Văn hóa – Xã hội\tThư ký";

    [Fact]
    public async Task A_commune_takes_its_committee_down_renews_it_and_sees_who_left()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        Assert.Contains("Chưa có quyết định trong sổ", (await PageAsync(browser, "/committees")).Main, StringComparison.Ordinal);

        var page = await RecordAsync(browser, "12/QĐ-UBND", "2025-08-01", List);

        Assert.Equal("Ban Chỉ đạo xây dựng xã hội học tập xã", page.Heading);
        Assert.Contains("Đã ghi quyết định.", page.Main, StringComparison.Ordinal);
        Assert.StartsWith("Nguyễn Văn Mẫu Trưởng ban Chủ tịch UBND xã", Rows(page)[0], StringComparison.Ordinal);
        Assert.StartsWith("Trần Thị Mẫu Thư ký Công chức Văn hóa – Xã hội", Rows(page)[1], StringComparison.Ordinal);

        var form = await PageAsync(browser, Link(page, "Ghi quyết định kiện toàn"));
        Assert.Equal(("", "Nguyễn Văn Mẫu; Chủ tịch UBND xã; Trưởng ban\nTrần Thị Mẫu; Công chức Văn hóa – Xã hội; Thư ký"), (form.Typed(Number), form.Typed(Members)));
        var renewed = await PressAsync(browser, form, Save, (Number, "3/QĐ-UBND"), (Day, "2026-01-15"), (Members, "Nguyễn Văn Mẫu; Bí thư Đảng ủy; Trưởng ban\nLê Văn Mẫu; Công chức; Thư ký"));

        Assert.Contains("Tham gia: Lê Văn Mẫu (Thư ký)", renewed.Main, StringComparison.Ordinal);
        Assert.Contains("Thôi tham gia: Trần Thị Mẫu (Thư ký)", renewed.Main, StringComparison.Ordinal);
        var then = await PageAsync(browser, $"{renewed.Address.AbsolutePath}?on=2025-12-31");
        Assert.Contains("Theo Quyết định số 12/QĐ-UBND ngày 01/08/2025: 2 người.", then.Main, StringComparison.Ordinal);
        Assert.Contains("Ngày này chưa có quyết định nào", (await PageAsync(browser, $"{renewed.Address.AbsolutePath}?on=2025-07-31")).Main, StringComparison.Ordinal);
        Assert.Contains("15/01/2026", (await PageAsync(browser, "/committees")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_taken_down_wrongly_is_corrected_and_the_history_tells_it()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var page = await RecordAsync(browser, "12/QĐ-UBND", "2025-08-01", List);

        var corrected = await PressAsync(browser, await PageAsync(browser, Link(page, "Sửa")), Save, (Number, "21/QĐ-UBND"));

        Assert.Contains("Đã sửa quyết định.", corrected.Main, StringComparison.Ordinal);
        Assert.Contains("Quyết định số 21/QĐ-UBND ngày 01/08/2025", corrected.Main, StringComparison.Ordinal);
        Assert.Contains("Sửa quyết định đã ghi", corrected.Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "2026-01-15", List, Number)]
    [InlineData("3/QĐ-UBND", "", List, Day)]
    [InlineData("3/QĐ-UBND", "2099-01-01", List, Day)]
    [InlineData("3/QĐ-UBND", "2025-06-30", List, Day)]
    [InlineData("3/QĐ-UBND", "2026-01-15", "", Members)]
    [InlineData("3/QĐ-UBND", "2026-01-15", "Nguyễn Văn Mẫu; Chủ tịch", Members)]
    public async Task What_cannot_be_is_told_at_its_field_and_nothing_typed_is_lost(string number, string day, string members, string field)
    {
        var browser = await AsAsync(Role.CommuneOfficer);

        var page = await PressAsync(browser, await PageAsync(browser, "/committees/new"), Save, (Name, "Ban Chỉ đạo"), (Number, number), (Day, day), (Members, members));

        Assert.Equal((HttpStatusCode.BadRequest, "Ban Chỉ đạo"), (page.Status, page.Typed(Name)));
        Assert.Contains("field-wrong", page.Field(field).Closest(".field")!.ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_that_is_there_already_leads_to_its_committee()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var known = await RecordAsync(browser, "12/QĐ-UBND", "2025-08-01", List);

        var page = await RecordAsync(browser, "12/QĐ-UBND", "2025-08-01", List);

        Assert.Equal((HttpStatusCode.Conflict, known.Address.AbsolutePath), (page.Status, Link(page, "Mở ban chỉ đạo đã có")));
    }

    [Fact]
    public async Task The_second_of_two_people_is_told_and_a_decision_of_nothing_does_not_exist()
    {
        var browser = await AsAsync(Role.CommuneOfficer);
        var address = Link(await RecordAsync(browser, "12/QĐ-UBND", "2025-08-01", List), "Ghi quyết định kiện toàn");
        var (mine, theirs) = (await PageAsync(browser, address), await PageAsync(browser, address));
        await PressAsync(browser, theirs, Save, (Number, "3/QĐ-UBND"), (Day, "2026-01-15"));

        var page = await PressAsync(browser, mine, Save, (Number, "4/QĐ-UBND"), (Day, "2026-02-15"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("Người khác vừa cập nhật", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await PageAsync(browser, $"{address}/{Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task The_province_sees_every_commune_chooses_who_has_none_and_changes_none_of_them()
    {
        var id = Given.Committee((await ReturnOfAsync(HaiLang)).SubjectId);
        var browser = await AsAsync(Role.StandingAgency);

        var all = await PageAsync(browser, "/committees");
        var none = await PageAsync(browser, "/committees?standing=None");
        var notRenewed = await PageAsync(browser, "/committees?standing=NotRenewed");

        Assert.Contains("1 trên 78 nơi đã thành lập hoặc kiện toàn sau sáp nhập; 0 nơi chưa kiện toàn; 77 nơi chưa có quyết định trong sổ.", all.Main, StringComparison.Ordinal);
        Assert.Equal((1 + 1, 1), (Rows(all).Count, Rows(none).Count));
        Assert.Equal((77, false), Lacking(all));
        Assert.Equal((77, true), Lacking(none));
        Assert.Contains("Không có nơi nào như vậy.", notRenewed.Main, StringComparison.Ordinal);
        var page = await PageAsync(browser, $"/committees/{id.Value}");
        Assert.DoesNotContain("Ghi quyết định kiện toàn", page.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await PageAsync(browser, $"/committees/{id.Value}/decide")).Status);
    }

    /// <summary>How many communes stand folded together because they have no committee, and whether they are spelled out at once.</summary>
    private static (int Names, bool IsOpen) Lacking(PageView page)
    {
        var folded = page.Document.QuerySelectorAll("main details").Single(details => PageView.Words(details.QuerySelector("summary")).StartsWith("Chưa có quyết định trong sổ: 77", StringComparison.Ordinal));

        return (folded.QuerySelectorAll("li").Length, folded.HasAttribute("open"));
    }

    [Fact]
    public async Task The_province_takes_down_the_committee_of_a_district_that_ended()
    {
        var browser = await AsAsync(Role.StandingAgency);
        var form = await PageAsync(browser, "/committees/new");
        var district = form.Document.QuerySelectorAll("#Place option").First(option => option.TextContent.StartsWith("Huyện", StringComparison.Ordinal));

        var page = await PressAsync(
            browser, form, Save, ("Đơn vị hành chính", district.GetAttribute("value")!), (Name, "Ban Chỉ đạo huyện"), (Number, "7/QĐ-UBND"), (Day, "2021-05-04"), (Members, List));

        Assert.Contains("Đã kết thúc cùng đơn vị hành chính", page.Main, StringComparison.Ordinal);
        Assert.Contains("Ban chỉ đạo của các đơn vị cũ", (await PageAsync(browser, "/committees")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_auditor_sees_initials_alone()
    {
        var id = Given.Committee((await ReturnOfAsync(HaiLang)).SubjectId);

        var page = await PageAsync(await AsAsync(Role.Auditor), $"/committees/{id.Value}");

        Assert.Contains("T. T. M.", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Mẫu", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_overview_leads_here() =>
        Assert.Equal("/committees", Link(await PageAsync(await AsAsync(Role.CommuneLeader), $"/overview/{HaiLang}"), "Ban chỉ đạo các cấp"));

    private static async Task<PageView> RecordAsync(HttpClient browser, string number, string day, string members) =>
        await PressAsync(
            browser, await PageAsync(browser, "/committees/new"), Save,
            (Name, "Ban Chỉ đạo xây dựng xã hội học tập xã"), (Number, number), (Day, day), (Members, members));

    private static string Link(PageView page, string words) =>
        page.Document.QuerySelectorAll("main a").First(link => PageView.Words(link) == words).GetAttribute("href")!;
}
