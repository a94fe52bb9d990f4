using System.Net;
using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Demo;
using HieuHoc.Programmes.Pilots;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Pages;

public sealed class PilotPagesTests : WalkTest
{
    private const string Name = "Tên thí điểm";
    private const string Trial = "Mô hình, nội dung làm thử";
    private const string Areas = "Địa bàn";
    private const string Lead = "Cơ quan chủ trì";
    private const string FirstDay = "Bắt đầu";
    private const string LastDay = "Đánh giá trước hết ngày";
    private const string Source = "Nguồn của số liệu tự ghi (không bắt buộc)";

    private int haiLang;
    private int homeAffairs;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await using var db = Engine.Open();
        haiLang = (await ReturnOfAsync(HaiLang)).SubjectId;
        homeAffairs = (await db.Agencies.SingleAsync(agency => agency.Code == DemoPeople.HomeAffairs, Ct)).Id;
    }

    [Fact]
    public async Task A_pilot_is_set_up_measured_begun_evaluated_and_replicated()
    {
        var browser = await AsAsync(Role.StandingAgency);

        var page = await SetUpAsync(browser);
        Assert.Contains("Đã ghi thí điểm.", page.Main, StringComparison.Ordinal);
        Assert.Contains("Xã Hải Lăng", page.Main, StringComparison.Ordinal);
        page = await PressAsync(
            browser, await PageAsync(browser, $"{page.Address.AbsolutePath}/measure"), "Thêm chỉ số",
            ("Tên chỉ số riêng (không bắt buộc)", "Lượt đọc mỗi tối"), ("Đơn vị tính (không bắt buộc)", "lượt"), ("Ngày của số liệu ban đầu", "2026-02-28"), ("Xã Hải Lăng", "10,5"), (Source, "Sổ thư viện"));
        Assert.Contains("Lượt đọc mỗi tối (lượt)", page.Main, StringComparison.Ordinal);
        Assert.Contains("Nguồn: Sổ thư viện", page.Main, StringComparison.Ordinal);
        page = await PressAsync(browser, page, "Bắt đầu thí điểm");
        Assert.Contains("Đã bắt đầu.", page.Main, StringComparison.Ordinal);

        var form = await PageAsync(browser, $"{page.Address.AbsolutePath}/evaluate");
        page = await PressAsync(
            browser, form, "Ghi kết quả đánh giá", ("Xã Hải Lăng (ban đầu: 10,5)", "25"), (Source, "Sổ thư viện"), ("Kết luận", "Người đọc tăng"), ("Đề nghị quyết định trước hết ngày (không bắt buộc)", "2026-12-15"));
        Assert.Contains("+14,5", page.Main, StringComparison.Ordinal);
        Assert.Contains("Đã đánh giá, chờ quyết định", page.Main, StringComparison.Ordinal);

        var refused = await PressAsync(browser, page, "Ghi quyết định", ("Số, ký hiệu văn bản quyết định", "600/QĐ-UBND"), ("Ngày quyết định", "2026-11-21"));
        Assert.Equal((HttpStatusCode.BadRequest, "Nhân rộng thì hãy ghi đến đâu."), (refused.Status, Assert.Single(refused.Errors)));
        var decided = await PressAsync(browser, refused, "Ghi quyết định", ("Nhân rộng đến đâu (không bắt buộc)", "Toàn tỉnh từ năm 2027"));
        Assert.Contains("Đã ghi quyết định nhân rộng.", decided.Main, StringComparison.Ordinal);
        Assert.Contains("600/QĐ-UBND ngày 21/11/2026", decided.Main, StringComparison.Ordinal);
        Assert.Empty(decided.Document.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task What_the_system_knows_is_read_beside_the_province()
    {
        var browser = await AsAsync(Role.StandingAgency);
        var page = await SetUpAsync(browser);

        page = await PressAsync(
            browser, await PageAsync(browser, $"{page.Address.AbsolutePath}/measure"), "Thêm chỉ số",
            ("Chỉ số của hệ thống (không bắt buộc)", "family-share"), ("Ngày của số liệu ban đầu", "2025-12-31"));

        Assert.Contains("Toàn tỉnh: Tỉnh Quảng Trị", page.Main, StringComparison.Ordinal);
        Assert.Contains("%", Rows(page)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_prepared_is_changed_and_its_places_are_read_back_as_written()
    {
        var browser = await AsAsync(Role.StandingAgency);
        var page = await SetUpAsync(browser);

        var edit = await PageAsync(browser, $"{page.Address.AbsolutePath}/edit");
        Assert.Equal("Xã Hải Lăng", edit.Typed(Areas));
        var changed = await PressAsync(browser, edit, "Lưu", (Name, "Thư viện mở cả tuần"));

        Assert.Equal("Thư viện mở cả tuần", changed.Heading);
        var refused = await PressAsync(browser, changed, "Hủy thí điểm", ("Lý do hủy", ""));
        Assert.Equal((HttpStatusCode.BadRequest, "Hãy ghi lý do hủy thí điểm."), (refused.Status, Assert.Single(refused.Errors)));
        Assert.Contains("Đã hủy Bão số 5", (await PressAsync(browser, changed, "Hủy thí điểm", ("Lý do hủy", "Bão số 5"))).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await PageAsync(browser, $"{page.Address.AbsolutePath}/edit")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await PageAsync(browser, $"{page.Address.AbsolutePath}/measure")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await PageAsync(browser, $"{page.Address.AbsolutePath}/evaluate")).Status);
    }

    [Theory]
    [InlineData("", "A", "Xã Hải Lăng", "Sở Nội vụ", "2026-03-01", "2026-12-31", Name)]
    [InlineData("A", "", "Xã Hải Lăng", "Sở Nội vụ", "2026-03-01", "2026-12-31", Trial)]
    [InlineData("A", "A", "Xã Không Có", "Sở Nội vụ", "2026-03-01", "2026-12-31", Areas)]
    [InlineData("A", "A", "Xã Hải Lăng", "Sở Không Có", "2026-03-01", "2026-12-31", Lead)]
    [InlineData("A", "A", "Xã Hải Lăng", "Sở Nội vụ", "", "2026-12-31", FirstDay)]
    [InlineData("A", "A", "Xã Hải Lăng", "Sở Nội vụ", "2026-03-01", "", LastDay)]
    [InlineData("A", "A", "Xã Hải Lăng", "Sở Nội vụ", "2026-03-01", "2026-02-01", LastDay)]
    public async Task What_cannot_be_is_told_at_its_field_and_nothing_typed_is_lost(string name, string trial, string areas, string lead, string first, string last, string field)
    {
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PressAsync(
            browser, await PageAsync(browser, "/pilots/new"), "Ghi thí điểm", (Name, name), (Trial, trial), (Areas, areas), (Lead, lead), (FirstDay, first), (LastDay, last));

        Assert.Equal((HttpStatusCode.BadRequest, areas, lead), (page.Status, page.Typed(Areas), page.Typed(Lead)));
        Assert.Contains("field-wrong", page.Field(field).Closest(".field")!.ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_measure_and_an_evaluation_nothing_typed_is_lost()
    {
        var browser = await AsAsync(Role.StandingAgency);
        var (prepared, running) = (Given.Pilot(homeAffairs, haiLang), Given.Pilot(homeAffairs, haiLang, PilotState.Running));

        var measure = await PressAsync(
            browser, await PageAsync(browser, $"/pilots/{prepared.Value}/measure"), "Thêm chỉ số", ("Tên chỉ số riêng (không bắt buộc)", "Số buổi"), ("Xã Hải Lăng", "nhiều"), (Source, "Sổ"));
        var evaluation = await PressAsync(browser, await PageAsync(browser, $"/pilots/{running.Value}/evaluate"), "Ghi kết quả đánh giá", ("Xã Hải Lăng (ban đầu: 10)", "25"), ("Kết luận", "Tốt"));

        Assert.Equal((HttpStatusCode.BadRequest, "nhiều", "Số buổi"), (measure.Status, measure.Typed("Xã Hải Lăng"), measure.Typed("Tên chỉ số riêng (không bắt buộc)")));
        Assert.StartsWith("“nhiều” của Xã Hải Lăng không phải là số.", Assert.Single(measure.Errors), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.BadRequest, "25", "Tốt"), (evaluation.Status, evaluation.Typed("Xã Hải Lăng (ban đầu: 10)"), evaluation.Typed("Kết luận")));
        Assert.Contains("field-wrong", evaluation.Field(Source).Closest(".field")!.ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_measure_is_taken_away_before_it_begins()
    {
        var browser = await AsAsync(Role.AgencyOfficer);
        var page = await PageAsync(browser, $"/pilots/{Given.Pilot(homeAffairs, haiLang).Value}");

        var removed = await PressAsync(browser, page, "Bỏ chỉ số");

        Assert.Contains("Đã bỏ chỉ số.", removed.Main, StringComparison.Ordinal);
        Assert.Contains("Chưa có chỉ số nào.", removed.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_people_sees_what_the_first_did()
    {
        var address = $"/pilots/{Given.Pilot(homeAffairs, haiLang).Value}";
        var (standing, leading) = (await AsAsync(Role.StandingAgency), await AsAsync(Role.AgencyOfficer));
        var (mine, theirs) = (await PageAsync(standing, address), await PageAsync(leading, address));
        await PressAsync(leading, theirs, "Bắt đầu thí điểm");

        var page = await PressAsync(standing, mine, "Hủy thí điểm", ("Lý do hủy", "Lũ"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("Đang thí điểm", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commune_looks_at_its_pilot_and_changes_nothing_and_a_neighbour_finds_none()
    {
        var (address, elsewhere) = ($"/pilots/{Given.Pilot(homeAffairs, haiLang).Value}", $"/pilots/{Given.Pilot(homeAffairs, (await ReturnOfAsync(VinhDinh)).SubjectId).Value}");
        var commune = await AsAsync(Role.CommuneOfficer);

        var page = await PageAsync(commune, address);

        Assert.Equal((HttpStatusCode.OK, 0), (page.Status, page.Document.QuerySelectorAll("main form").Length));
        Assert.Equal(HttpStatusCode.NotFound, (await PageAsync(commune, elsewhere)).Status);
        Assert.Single(Rows(await PageAsync(commune, "/pilots")));
        Assert.Equal(HttpStatusCode.Forbidden, (await PageAsync(commune, "/pilots/new")).Status);
    }

    [Fact]
    public async Task An_overdue_evaluation_says_so_and_a_state_without_pilots_says_so()
    {
        Given.Pilot(homeAffairs, haiLang, PilotState.Running, new DateOnly(2026, 11, 1));
        var browser = await AsAsync(Role.Leader);

        Assert.Contains("Quá hạn đánh giá", Assert.Single(Rows(await PageAsync(browser, "/pilots"))), StringComparison.Ordinal);
        Assert.Contains("Không có thí điểm nào ở trạng thái này.", (await PageAsync(browser, "/pilots?state=Stopped")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_calendar_and_its_file_name_the_next_steps()
    {
        Given.Pilot(homeAffairs, haiLang, PilotState.Running);
        Given.Pilot(homeAffairs, haiLang, PilotState.Evaluated);
        var browser = await AsAsync(Role.CommuneOfficer);

        var page = await PageAsync(browser, "/calendar");
        var file = await (await GetAsync(browser, "/calendar?handler=File")).Content.ReadAsStringAsync(Ct);

        Assert.Contains("15/12/2026 Hạn quyết định về thí điểm", page.Main, StringComparison.Ordinal);
        Assert.Contains("31/12/2026 Hạn đánh giá thí điểm", page.Main, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20261231", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_overview_leads_here()
    {
        var page = await PageAsync(await AsAsync(Role.CommuneLeader), $"/overview/{HaiLang}");

        Assert.Contains(page.Document.QuerySelectorAll("main a"), link => PageView.Words(link) == "Thí điểm, mô hình điểm" && link.GetAttribute("href") == "/pilots");
    }

    private static async Task<PageView> SetUpAsync(HttpClient browser) => await PressAsync(
        browser, await PageAsync(browser, "/pilots/new"), "Ghi thí điểm",
        (Name, "Thư viện mở buổi tối"), (Trial, "Mở cửa thư viện xã từ 19 giờ"), (Areas, "Xã Hải Lăng"), (Lead, "Sở Nội vụ"), (FirstDay, "2026-03-01"), (LastDay, "2026-12-31"));
}
