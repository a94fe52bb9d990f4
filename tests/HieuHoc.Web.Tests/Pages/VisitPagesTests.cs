using System.Net;
using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Demo;
using HieuHoc.Documents;
using HieuHoc.Places;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Pages;

public sealed class VisitPagesTests : WalkTest
{
    private const string Subject = "Nội dung";
    private const string Visited = "Đơn vị được kiểm tra, giám sát";
    private const string FirstDay = "Từ ngày";
    private const string LastDay = "Đến ngày (không bắt buộc)";
    private const string Team = "Thành phần đoàn";
    private const string Points = "Nội dung xem xét (không bắt buộc)";

    private int province;
    private int haiLang;
    private int homeAffairs;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await using var db = Engine.Open();
        province = (await db.Owners.SingleAsync(owner => owner.Id == 1, Ct)).PlaceId;
        haiLang = (await ReturnOfAsync(HaiLang)).SubjectId;
        homeAffairs = (await db.Agencies.SingleAsync(agency => agency.Code == DemoPeople.HomeAffairs, Ct)).Id;
    }

    [Fact]
    public async Task A_coordination_regulation_that_nobody_reviews_this_year_leads_to_the_plan_of_its_review()
    {
        await using (var db = Engine.Open())
        {
            var (place, person) = (province, await db.People.FirstAsync(person => person.Owner == 1, Ct));
            await new RegisterDocument(db, Clock).RunAsync(
                new DocumentId(Guid.CreateVersion7()),
                new StatedDocument { Type = DocumentType.Regulation, Level = DocumentLevel.Department, Number = "05/QC-SGDĐT-HKH", IssuedOn = new DateOnly(2025, 5, 5), Issuer = "Sở Giáo dục và Đào tạo", Title = "Phối hợp xây dựng xã hội học tập" },
                new Actor(1, person.Id, Role.StandingAgency, place),
                Ct);
        }

        var browser = await AsAsync(Role.StandingAgency);
        var list = await PageAsync(browser, "/visits");
        Assert.Contains("Quy chế phối hợp chưa sơ kết năm nay", list.Main, StringComparison.Ordinal);

        var page = await PageAsync(browser, Link(list, "Lập lịch sơ kết"));
        var unknown = await PressAsync(browser, page, "Lên lịch", (Visited, $"{homeAffairs}"), (FirstDay, "2026-11-21"), (Team, "Nguyễn Văn Mẫu"), ("Quy chế phối hợp (không bắt buộc)", "99/QC-X"));
        Assert.Equal((HttpStatusCode.BadRequest, 1), (unknown.Status, unknown.Errors.Count));
        var planned = await PressAsync(browser, page, "Lên lịch", (Visited, $"{homeAffairs}"), (FirstDay, "2026-11-21"), (Team, "Nguyễn Văn Mẫu"));

        Assert.Equal("Sơ kết Quy chế phối hợp số 05/QC-SGDĐT-HKH", planned.Heading);
        Assert.DoesNotContain("chưa sơ kết năm nay", (await PageAsync(browser, "/visits")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visit_is_planned_carried_out_followed_up_and_closed()
    {
        var (browser, commune) = (await AsAsync(Role.StandingAgency), await AsAsync(Role.CommuneOfficer));

        var page = await PlanAsync(browser);
        Assert.Contains("Đã lên lịch.", page.Main, StringComparison.Ordinal);
        Assert.Contains("21/11/2026 – 22/11/2026", page.Main, StringComparison.Ordinal);
        page = await PressAsync(browser, page, "Ghi là đã thực hiện");
        page = await PressAsync(browser, page, "Ghi kết quả xem xét", ("Nhận xét 1", "Mở cửa hằng ngày"));
        Assert.Equal("Mở cửa hằng ngày", page.Typed("Nhận xét 1"));
        page = await PressAsync(browser, page, "Ghi kiến nghị", ("Nội dung kiến nghị", "Mở tủ sách ở mỗi thôn"), ("Trả lời trước hết ngày", "2026-12-05"));
        Assert.Contains("Mở tủ sách ở mỗi thôn", page.Main, StringComparison.Ordinal);
        var refused = await PressAsync(browser, page, "Kết thúc");
        Assert.Equal((HttpStatusCode.Conflict, "Còn 1 kiến nghị chưa xong."), (refused.Status, refused.Errors.Single()[..26]));

        Assert.Contains("1 kiến nghị sau kiểm tra, giám sát chờ đơn vị trả lời", (await PageAsync(commune, "/")).Main, StringComparison.Ordinal);
        var finding = await PageAsync(commune, Link(await PageAsync(commune, "/visits"), "Mở tủ sách ở mỗi thôn"));
        var answered = await PressAsync(commune, finding, "Gửi trả lời", ("Trả lời", "Đã mở 12 tủ sách"));
        Assert.Contains("Đã ghi câu trả lời.", answered.Main, StringComparison.Ordinal);
        Assert.Contains("đoàn kiểm tra, giám sát đang xem xét", answered.Main, StringComparison.Ordinal);

        Assert.Contains("1 câu trả lời kiến nghị chờ xem xét", (await PageAsync(browser, "/")).Main, StringComparison.Ordinal);
        var looked = await PageAsync(browser, finding.Address.AbsolutePath);
        Assert.Contains("Đã mở 12 tủ sách", looked.Main, StringComparison.Ordinal);
        looked = await PressAsync(browser, looked, "Yêu cầu làm tiếp", ("Ý kiến của đoàn", "Gửi ảnh"), ("Thời hạn mới nếu yêu cầu làm tiếp (không bắt buộc)", "2026-12-20"));
        Assert.Contains("thời hạn mới 20/12/2026", looked.Main, StringComparison.Ordinal);
        await PressAsync(commune, await PageAsync(commune, finding.Address.AbsolutePath), "Gửi trả lời", ("Trả lời", "Có ảnh"));
        looked = await PressAsync(browser, await PageAsync(browser, finding.Address.AbsolutePath), "Chấp nhận kết quả");
        Assert.Contains("Đã chấp nhận kết quả.", looked.Main, StringComparison.Ordinal);

        var closed = await PressAsync(browser, await PageAsync(browser, page.Address.AbsolutePath), "Kết thúc");
        Assert.Contains("Đã kết thúc.", closed.Main, StringComparison.Ordinal);
        Assert.Empty(closed.Document.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task A_planned_visit_is_changed_and_cancelled_with_a_reason()
    {
        var browser = await AsAsync(Role.AgencyOfficer);
        var page = await PlanAsync(browser);

        var changed = await PressAsync(browser, await PageAsync(browser, $"{page.Address.AbsolutePath}/edit"), "Lưu", (Subject, "Giám sát việc công nhận"));
        Assert.Equal("Giám sát việc công nhận", changed.Heading);
        var refused = await PressAsync(browser, changed, "Hủy", ("Lý do hủy", ""));
        Assert.Equal((HttpStatusCode.BadRequest, "Hãy ghi lý do hủy."), (refused.Status, Assert.Single(refused.Errors)));
        var cancelled = await PressAsync(browser, changed, "Hủy", ("Lý do hủy", "Mưa lũ"));

        Assert.Contains("Đã hủy Mưa lũ", cancelled.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await PageAsync(browser, $"{page.Address.AbsolutePath}/edit")).Status);
    }

    [Theory]
    [InlineData("", "2026-11-21", "", "A", Subject)]
    [InlineData("Kiểm tra", "", "", "A", FirstDay)]
    [InlineData("Kiểm tra", "2026-11-21", "2026-11-20", "A", LastDay)]
    [InlineData("Kiểm tra", "2026-11-21", "", "", Team)]
    public async Task What_cannot_be_is_told_at_its_field_and_nothing_typed_is_lost(string subject, string first, string last, string team, string field)
    {
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PressAsync(
            browser, await PageAsync(browser, "/visits/new"), "Lên lịch", (Subject, subject), (Visited, $"{haiLang}"), (FirstDay, first), (LastDay, last), (Team, team), (Points, "Một"));

        Assert.Equal((HttpStatusCode.BadRequest, "Một", $"{haiLang}"), (page.Status, page.Typed(Points), page.Typed(Visited)));
        Assert.Contains("field-wrong", page.Field(field).Closest(".field")!.ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_visited_is_chosen()
    {
        var browser = await AsAsync(Role.StandingAgency);

        var page = await PressAsync(browser, await PageAsync(browser, "/visits/new"), "Lên lịch", (Subject, "Kiểm tra"), (FirstDay, "2026-11-21"), (Team, "A"));

        Assert.Contains("field-wrong", page.Field(Visited).Closest(".field")!.ClassName, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "2026-12-05", "Nội dung kiến nghị")]
    [InlineData("Mở tủ sách", "", "Trả lời trước hết ngày")]
    [InlineData("Mở tủ sách", "2020-01-01", "Trả lời trước hết ngày")]
    public async Task A_finding_that_cannot_be_is_told_at_its_field(string text, string due, string field)
    {
        var browser = await AsAsync(Role.StandingAgency);
        var page = await PageAsync(browser, $"/visits/{Given.Visit(province, haiLang).Value}");

        var refused = await PressAsync(browser, page, "Ghi kiến nghị", ("Nội dung kiến nghị", text), ("Trả lời trước hết ngày", due));

        Assert.Equal((HttpStatusCode.BadRequest, text), (refused.Status, refused.Typed("Nội dung kiến nghị")));
        Assert.Contains("field-wrong", refused.Field(field).Closest(".field")!.ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_people_sees_what_the_first_did()
    {
        var (visit, browser) = (Given.Visit(province, haiLang), await AsAsync(Role.StandingAgency));
        var address = $"/findings/{Given.Finding(visit, haiLang).Value}";
        var commune = await AsAsync(Role.CommuneOfficer);
        var leader = await AsAsync(Role.CommuneLeader);
        var (mine, theirs) = (await PageAsync(commune, address), await PageAsync(leader, address));
        await PressAsync(leader, theirs, "Gửi trả lời", ("Trả lời", "Lãnh đạo đã trả lời"));

        var page = await PressAsync(commune, mine, "Gửi trả lời", ("Trả lời", "Tôi trả lời"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("Lãnh đạo đã trả lời", page.Main, StringComparison.Ordinal);
        var (one, other) = (await PageAsync(browser, $"/visits/{visit.Value}"), await PageAsync(browser, $"/visits/{visit.Value}"));
        await PressAsync(browser, one, "Ghi kết quả xem xét", ("Nhận xét 1", "Một"));
        var told = await PressAsync(browser, other, "Ghi kết quả xem xét", ("Nhận xét 1", "Hai"));
        Assert.Equal((HttpStatusCode.Conflict, "Hai"), (told.Status, told.Typed("Nhận xét 1")));
    }

    [Fact]
    public async Task An_overdue_finding_stands_first_and_says_so_and_a_form_without_a_button_is_refused()
    {
        var visit = Given.Visit(province, haiLang);
        Given.Finding(visit, haiLang, 1, new DateOnly(2027, 1, 1));
        var late = Given.Finding(visit, haiLang, 2, new DateOnly(2026, 11, 1));
        var browser = await AsAsync(Role.Leader);

        var page = await PageAsync(browser, "/visits");

        Assert.Contains("2 kiến nghị chưa xong, 1 quá hạn.", page.Main, StringComparison.Ordinal);
        Assert.Contains("Quá hạn trả lời", Rows(page)[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Quá hạn trả lời", Rows(page)[1], StringComparison.Ordinal);
        Assert.Contains("Không có cuộc nào ở trạng thái này.", (await PageAsync(browser, "/visits?state=Closed")).Main, StringComparison.Ordinal);
        var commune = await AsAsync(Role.CommuneOfficer);
        var form = (await PageAsync(commune, $"/findings/{late.Value}")).Press("Gửi trả lời").Fields.Where(field => field.Name != "Step").Select(field => KeyValuePair.Create(field.Name, field.Value));
        using var content = new FormUrlEncodedContent(form);
        Assert.Equal(HttpStatusCode.BadRequest, (await commune.PostAsync(new Uri($"/findings/{late.Value}", UriKind.Relative), content, Ct)).StatusCode);
    }

    [Fact]
    public async Task An_agency_that_is_named_sees_its_finding_and_not_what_else_was_seen()
    {
        var visit = Given.Visit(province, haiLang);
        var (own, other) = (Given.Finding(visit, homeAffairs), Given.Finding(visit, haiLang, 2));
        var browser = await AsAsync(Role.AgencyLeader);

        var page = await PageAsync(browser, $"/visits/{visit.Value}");

        Assert.Single(Rows(page));
        Assert.DoesNotContain("Nội dung xem xét", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Nguyễn Văn Mẫu", page.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await PageAsync(browser, $"/findings/{other.Value}")).Status);
        Assert.Contains("Đã ghi câu trả lời.", (await PressAsync(browser, await PageAsync(browser, $"/findings/{own.Value}"), "Gửi trả lời", ("Trả lời", "Đã làm"))).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_on_paper_is_taken_down_by_the_visitor_and_a_finding_taken_back()
    {
        var visit = Given.Visit(province, haiLang);
        var (answered, withdrawn) = (Given.Finding(visit, homeAffairs), Given.Finding(visit, haiLang, 2));
        var browser = await AsAsync(Role.StandingAgency);
        const string Words = "Ghi thay câu trả lời bằng văn bản, hoặc lý do rút kiến nghị";

        Assert.Contains("ghi theo văn bản trả lời", (await PressAsync(browser, await PageAsync(browser, $"/findings/{answered.Value}"), "Ghi câu trả lời", (Words, "Công văn 12"))).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await PressAsync(browser, await PageAsync(browser, $"/findings/{withdrawn.Value}"), "Rút kiến nghị", (Words, " "))).Status);
        Assert.Contains("Đã rút kiến nghị.", (await PressAsync(browser, await PageAsync(browser, $"/findings/{withdrawn.Value}"), "Rút kiến nghị", (Words, "Ghi nhầm"))).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evidence_that_the_unit_adds_stands_beside_the_finding_for_the_visitor_and_nobody_else()
    {
        var address = $"/findings/{Given.Finding(Given.Visit(province, haiLang), haiLang).Value}";
        var commune = await AsAsync(Role.CommuneOfficer);
        var token = (await PageAsync(commune, $"{address}/attachments")).Press("English").Fields.Single(field => field.Name == "__RequestVerificationToken").Value;
        using var content = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" }, { new StringContent($"{Guid.CreateVersion7()}"), "NewId" }, { new ByteArrayContent("%PDF-1.7"u8.ToArray()), "Upload", "tu-sach.pdf" },
        };

        var answer = await commune.PostAsync(new Uri($"{address}/attachments", UriKind.Relative), content, Ct);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var page = await PageAsync(await AsAsync(Role.StandingAgency), address);
        var file = page.Document.QuerySelectorAll("main a").Single(link => PageView.Words(link) == "tu-sach.pdf").GetAttribute("href")!;
        Assert.Equal("%PDF-1.7", await (await GetAsync(commune, file)).Content.ReadAsStringAsync(Ct));
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(await AsAsync(Role.AgencyOfficer), file)).StatusCode);
    }

    [Fact]
    public async Task An_auditor_sees_initials_alone()
    {
        var page = await PageAsync(await AsAsync(Role.Auditor), $"/visits/{Given.Visit(province, haiLang).Value}");

        Assert.Contains("N. V. M., Sở GDĐT", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Mẫu", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_calendar_and_its_file_name_visits_to_come_and_last_days_to_answer()
    {
        var browser = await AsAsync(Role.StandingAgency);
        await PlanAsync(browser);
        Given.Finding(Given.Visit(province, haiLang), haiLang, dueOn: new DateOnly(2026, 12, 5));

        var page = await PageAsync(await AsAsync(Role.CommuneOfficer), "/calendar");
        var file = await (await GetAsync(await AsAsync(Role.CommuneOfficer), "/calendar?handler=File")).Content.ReadAsStringAsync(Ct);

        Assert.Contains("Kiểm tra từ 21/11/2026 đến 22/11/2026", page.Main, StringComparison.Ordinal);
        Assert.Contains("05/12/2026 Hạn trả lời kiến nghị", page.Main, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20261121\r\nDTEND;VALUE=DATE:20261123", file, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20261205", file, StringComparison.Ordinal);
        Assert.DoesNotContain("kiến nghị", (await PageAsync(await AsAsync(Role.AgencyOfficer), "/calendar")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_overview_leads_here() =>
        Assert.Equal("/visits", Link(await PageAsync(await AsAsync(Role.CommuneLeader), $"/overview/{HaiLang}"), "Kiểm tra, giám sát"));

    private async Task<PageView> PlanAsync(HttpClient browser) => await PressAsync(
        browser, await PageAsync(browser, "/visits/new"), "Lên lịch",
        (Subject, "Kiểm tra việc xây dựng xã hội học tập"), (Visited, $"{haiLang}"), (FirstDay, "2026-11-21"), (LastDay, "2026-11-22"), (Team, "Nguyễn Văn Mẫu, Sở GDĐT"), (Points, "Trung tâm học tập cộng đồng"));

    private static string Link(PageView page, string words) =>
        page.Document.QuerySelectorAll("main a").First(link => PageView.Words(link) == words).GetAttribute("href")!;
}
