using System.Net;
using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Programmes.Plans;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Testing;
using HieuHoc.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Pages;

public sealed class TaskPagesTests : WalkTest
{
    private const string Education = "Sở Giáo dục và Đào tạo tỉnh Quảng Trị";
    private const string Progress = "Ghi tiến độ";

    [Fact]
    public async Task A_task_is_given_by_hand_planned_by_its_agency_and_reported_on()
    {
        var standing = await AsAsync(Role.StandingAgency);
        var agency = (await OfficerAgencyAsync()).Name;
        var task = await PressAsync(standing, await PageAsync(standing, "/tasks/new"), "Giao nhiệm vụ", ("Nội dung nhiệm vụ, công việc", "Xây dựng tủ sách pháp luật"),
            ("Cơ quan chủ trì (không bắt buộc)", agency), ("Cơ quan phối hợp (không bắt buộc)", Education), ("Hạn hằng năm: ngày (không bắt buộc)", "30"), ("Hạn hằng năm: tháng (không bắt buộc)", "11"), ("Sản phẩm, kết quả (không bắt buộc)", "Danh mục sách"));
        Assert.Equal("Xây dựng tủ sách pháp luật", task.Heading);
        Assert.Contains("ngày 30 tháng 11 hằng năm", task.Main, StringComparison.Ordinal);
        Assert.Contains($"{agency}: chủ trì", task.Main, StringComparison.Ordinal);

        var officer = await AsAsync(Role.AgencyOfficer);
        var id = (await OfficerAgencyAsync()).Id;
        var plan = await PressAsync(officer, await PageAsync(officer, $"/tasks?agency={id}&year=2026"), "Lập, cập nhật kế hoạch năm từ nhiệm vụ");
        Assert.Contains("Đã thêm 1 nhiệm vụ vào kế hoạch năm", plan.Main, StringComparison.Ordinal);
        Assert.Equal($"Kế hoạch năm 2026 của {agency}", plan.Heading);
        Assert.Contains("Xây dựng tủ sách pháp luật", plan.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Công văn đôn đốc", plan.Main, StringComparison.Ordinal);
        var again = await PressAsync(officer, await PageAsync(officer, $"/tasks?agency={id}&year=2026"), "Lập, cập nhật kế hoạch năm từ nhiệm vụ");
        Assert.Contains("không có gì mới", again.Main, StringComparison.Ordinal);

        var row = await PageAsync(officer, plan.Document.QuerySelector("tbody a")!.GetAttribute("href")!);
        var said = await PressAsync(officer, row, Progress, ("Mức độ thực hiện", "UnderWay"), ("Kết quả, khó khăn (không bắt buộc)", "Đã mở 2 tủ sách"));
        Assert.Contains("Đã ghi tiến độ.", said.Main, StringComparison.Ordinal);
        Assert.Contains("Đã mở 2 tủ sách", said.Main, StringComparison.Ordinal);
        var second = await PressAsync(officer, row, Progress, ("Mức độ thực hiện", "Done"));
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Contains("Đã mở 2 tủ sách", second.Main, StringComparison.Ordinal);
        Assert.Equal("Done", second.Typed("Mức độ thực hiện"));
        Assert.Contains("Hoàn thành", (await PressAsync(officer, second, Progress)).Main, StringComparison.Ordinal);
        Assert.Equal([RowState.UnderWay, RowState.Done], await Stored().RowProgresses.OrderBy(one => one.Number).Select(one => one.State).ToListAsync(Ct));
    }

    [Fact]
    public async Task A_row_is_changed_dropped_and_refused_beside_its_field()
    {
        var officer = await AsAsync(Role.AgencyOfficer);
        var id = (await OfficerAgencyAsync()).Id;
        var form = await PageAsync(officer, $"/tasks/rows/new?agency={id}&year=2026");
        var unsaid = await PressAsync(officer, form, "Thêm vào kế hoạch năm");
        Assert.Equal((HttpStatusCode.BadRequest, 1), (unsaid.Status, unsaid.Errors.Count));
        var added = await PressAsync(officer, unsaid, "Thêm vào kế hoạch năm", ("Nội dung nhiệm vụ, công việc", "Tập huấn cán bộ"));
        Assert.Contains("Đã thêm việc vào kế hoạch năm.", added.Main, StringComparison.Ordinal);
        var row = await PageAsync(officer, added.Document.QuerySelector("tbody a")!.GetAttribute("href")!);

        var late = await PressAsync(officer, row, "Lưu", ("Thời hạn (không bắt buộc)", "2027-01-01"));
        Assert.Contains("Thời hạn phải trong năm 2026", PageView.Words(late.Document.GetElementById("DueOn_error")), StringComparison.Ordinal);
        var changed = await PressAsync(officer, late, "Lưu", ("Thời hạn (không bắt buộc)", "2026-11-01"), ("Ghi chú (không bắt buộc)", "Hội trường lớn"));
        Assert.Contains("Hội trường lớn", changed.Main, StringComparison.Ordinal);
        Assert.Contains("Quá hạn", changed.Main, StringComparison.Ordinal);
        var future = await PressAsync(officer, changed, Progress, ("Tính đến ngày", "2026-11-22"));
        Assert.Contains("21/11/2026", PageView.Words(future.Document.GetElementById("ActedOn_error")), StringComparison.Ordinal);
        var unnamed = await PressAsync(officer, changed, Progress, ("Tính đến ngày", ""));
        Assert.Equal((HttpStatusCode.BadRequest, 1), (unnamed.Status, unnamed.Errors.Count));
        var unreasoned = await PressAsync(officer, changed, "Bỏ");
        Assert.Contains("Chưa ghi lý do bỏ", PageView.Words(unreasoned.Document.GetElementById("Reason_error")), StringComparison.Ordinal);
        var dropped = await PressAsync(officer, unreasoned, "Bỏ", ("Lý do bỏ", "Trùng với kế hoạch khác"));
        Assert.Contains("Đã bỏ khỏi kế hoạch năm: Trùng với kế hoạch khác", dropped.Main, StringComparison.Ordinal);
        Assert.Empty(dropped.Document.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task The_standing_agency_reminds_an_agency_of_what_is_overdue_and_names_successors()
    {
        var standing = await AsAsync(Role.StandingAgency);
        var (one, other) = (Given.Agency(await ProvinceIdAsync(), "Sở Một"), Given.Agency(await ProvinceIdAsync(), "Sở Hai"));
        var ended = Given.EndedAgency(await ProvinceIdAsync(), "Sở Cũ", one, other);
        var task = Given.Task(ended);
        var own = Given.AnnualRow(ended, dueOn: new DateOnly(2026, 11, 1), text: "Việc còn nợ");

        var page = await PressAsync(standing, await PageAsync(standing, $"/tasks/{task.Value}"), "Giao tiếp", ("Cơ quan thực hiện tiếp phần của Sở Cũ", $"{other}"));
        Assert.Contains("nay do Sở Hai thực hiện", page.Main, StringComparison.Ordinal);
        var row = await PressAsync(standing, await PageAsync(standing, $"/tasks/rows/{own.Value}"), "Giao tiếp", ("Cơ quan thực hiện tiếp", $"{other}"));
        Assert.Contains("Đã ghi cơ quan thực hiện tiếp.", row.Main, StringComparison.Ordinal);

        var list = await PageAsync(standing, $"/tasks?agency={other}");
        Assert.Contains("Việc còn nợ", list.Main, StringComparison.Ordinal);
        var letter = await GetAsync(standing, list.Document.QuerySelector("a[href*='handler=Letter']")!.GetAttribute("href")!);
        Assert.Equal((HttpStatusCode.OK, PaperFiles.Word), (letter.StatusCode, letter.Content.Headers.ContentType?.MediaType));
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(standing, $"/tasks?handler=Letter&agency={one}")).StatusCode);
    }

    [Fact]
    public async Task What_a_form_cannot_take_is_told_beside_its_field_and_what_was_typed_stays()
    {
        var standing = await AsAsync(Role.StandingAgency);
        var task = Given.Task((await OfficerAgencyAsync()).Id);
        var form = await PageAsync(standing, $"/tasks/{task.Value}/edit");
        Assert.Equal((await OfficerAgencyAsync()).Name, form.Typed("Cơ quan chủ trì (không bắt buộc)"));

        var unknown = await PressAsync(standing, form, "Lưu nhiệm vụ", ("Cơ quan phối hợp (không bắt buộc)", "Sở Không Có"));
        Assert.Contains("Sở Không Có", PageView.Words(unknown.Document.GetElementById("Coordinate_error")), StringComparison.Ordinal);
        Assert.Equal("Sở Không Có", unknown.Typed("Cơ quan phối hợp (không bắt buộc)"));
        var unread = await PressAsync(standing, form, "Lưu nhiệm vụ", ("Từ năm", "năm nay"));
        Assert.Equal(HttpStatusCode.BadRequest, unread.Status);
        var saved = await PressAsync(standing, form, "Lưu nhiệm vụ", ("Phòng, ban thực hiện (không bắt buộc)", "Phòng Nghiệp vụ"));
        Assert.Contains("Phòng Nghiệp vụ", saved.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await PressAsync(standing, form, "Lưu nhiệm vụ", ("Đến năm", "2031"))).Status);
    }

    [Fact]
    public async Task Tasks_are_taken_over_from_a_confirmed_plan_and_the_plan_leads_there()
    {
        var standing = await AsAsync(Role.StandingAgency);
        var plan = Given.Plan();
        Assert.Equal(HttpStatusCode.Found, (await GetAsync(standing, $"/plans/{plan.Value}/tasks")).StatusCode);

        var page = await ConfirmedAsync(standing, plan);
        Assert.NotNull(page.Document.QuerySelector($"a[href='/plans/{plan.Value}/tasks']"));
        var taken = await PressAsync(standing, await PageAsync(standing, $"/plans/{plan.Value}/tasks"), "Tiếp nhận nhiệm vụ");
        Assert.Contains("Đã tiếp nhận 1 nhiệm vụ", taken.Main, StringComparison.Ordinal);
        Assert.Contains("Chưa giao cơ quan", (await PageAsync(standing, "/tasks?year=2026")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_taking_over_says_who_is_meant_by_names_of_many_and_all_of_them_get_the_task()
    {
        var standing = await AsAsync(Role.StandingAgency);
        var plan = Given.Plan("""
            III. TỔ CHỨC THỰC HIỆN
            1. UBND các xã, phường, đặc khu: Củng cố trung tâm học tập cộng đồng.
            2. Sở Tài chính và LĐLĐ tỉnh: Bố trí kinh phí.
            """);
        await ConfirmedAsync(standing, plan);

        var page = await PageAsync(standing, $"/plans/{plan.Value}/tasks");
        Assert.Contains("Tất cả UBND cấp xã trong tỉnh", page.Main, StringComparison.Ordinal);
        Assert.Contains("Liên đoàn Lao động tỉnh Quảng Trị", page.Main, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("form .field"));

        await PressAsync(standing, page, "Tiếp nhận nhiệm vụ");

        Assert.Contains("Củng cố trung tâm", (await PageAsync(await AsAsync(Role.CommuneOfficer), "/tasks?year=2026")).Main, StringComparison.Ordinal);
        Assert.Contains("0 nhiệm vụ chưa tiếp nhận", (await PageAsync(standing, $"/plans/{plan.Value}/tasks")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deadlines_of_rows_stand_in_the_calendar_and_its_file_for_whom_they_are()
    {
        var agency = (await OfficerAgencyAsync()).Id;
        var row = Given.AnnualRow(agency, dueOn: new DateOnly(2026, 12, 20), text: "Tập huấn, cán bộ; lớp 2");
        var officer = await AsAsync(Role.AgencyOfficer);

        var page = await PageAsync(officer, "/calendar");
        var file = await (await GetAsync(officer, "/calendar?handler=File")).Content.ReadAsStringAsync(Ct);

        Assert.NotNull(page.Document.QuerySelector($"a[href='/tasks/rows/{row.Value}']"));
        Assert.Contains("DTSTART;VALUE=DATE:20261220", file, StringComparison.Ordinal);
        Assert.Contains("Hạn nhiệm vụ: Tập huấn\\, cán bộ\\; lớp 2", file.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("Tập huấn", (await PageAsync(await AsAsync(Role.CommuneOfficer), "/calendar")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_planned_is_overdue_by_the_day_of_its_task_and_leads_to_the_plan_of_its_year()
    {
        var standing = await AsAsync(Role.StandingAgency);
        var agency = (await OfficerAgencyAsync()).Id;
        var task = Once(agency, new DateOnly(2025, 12, 1));
        Once(agency, new DateOnly(2026, 12, 20), "Tổng kết");

        var overdue = await PageAsync(standing, "/tasks?year=2026&state=Overdue");
        Assert.Contains("Chưa đưa vào kế hoạch năm 2025", overdue.Main, StringComparison.Ordinal);
        Assert.NotNull(overdue.Document.QuerySelector($"a[href='/tasks?agency={agency}&year=2025']"));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(standing, $"/tasks?handler=Letter&agency={agency}")).StatusCode);

        var officer = await AsAsync(Role.AgencyOfficer);
        var days = await PageAsync(officer, "/calendar");
        Assert.Contains("Tổng kết", days.Main, StringComparison.Ordinal);
        Assert.Contains("Chưa đưa vào kế hoạch năm 2026", days.Main, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20261220", await (await GetAsync(officer, "/calendar?handler=File")).Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);

        var plan = await PressAsync(officer, await PageAsync(officer, $"/tasks?agency={agency}&year=2025"), "Lập, cập nhật kế hoạch năm từ nhiệm vụ");
        Assert.Contains("Đã thêm 2 nhiệm vụ", plan.Main, StringComparison.Ordinal);
        var row = await Stored().AnnualRows.SingleAsync(one => one.TaskId == task, Ct);
        Assert.NotNull((await PageAsync(officer, "/tasks?year=2026")).Document.QuerySelector($"a[href='/tasks/rows/{row.Id.Value}']"));
    }

    [Fact]
    public async Task A_row_says_its_own_day_and_the_day_of_its_task_where_they_differ()
    {
        var standing = await AsAsync(Role.StandingAgency);
        var agency = (await OfficerAgencyAsync()).Id;
        var task = Once(agency, new DateOnly(2026, 12, 20));
        var (own, same) = (Given.AnnualRow(agency, task, dueOn: new DateOnly(2026, 12, 10)), Given.AnnualRow(Given.Agency(await ProvinceIdAsync(), "Sở Một"), task, dueOn: new DateOnly(2026, 12, 20)));

        Assert.Contains("thời hạn của nhiệm vụ: 20/12/2026", (await PageAsync(standing, $"/tasks/rows/{own.Value}")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("thời hạn của nhiệm vụ", (await PageAsync(standing, $"/tasks/rows/{same.Value}")).Main, StringComparison.Ordinal);
        Assert.Contains("thời hạn của nhiệm vụ: 20/12/2026", (await PageAsync(standing, $"/tasks?agency={agency}")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_communes_get_a_task_by_one_line_and_the_page_says_so_in_one()
    {
        var standing = await AsAsync(Role.StandingAgency);
        const string Every = "UBND các xã, phường, đặc khu";
        var task = await PressAsync(standing, await PageAsync(standing, "/tasks/new"), "Giao nhiệm vụ", ("Nội dung nhiệm vụ, công việc", "Củng cố trung tâm học tập cộng đồng"),
            ("Cơ quan chủ trì (không bắt buộc)", Every), ("Hạn hằng năm: ngày (không bắt buộc)", "30"), ("Hạn hằng năm: tháng (không bắt buộc)", "11"));

        Assert.Contains("Tất cả UBND cấp xã trong tỉnh", task.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Ủy ban nhân dân xã", task.Main, StringComparison.Ordinal);
        var edit = await PageAsync(standing, task.Document.QuerySelector("a[href$='/edit']")!.GetAttribute("href")!);
        Assert.Equal(Every, edit.Typed("Cơ quan chủ trì (không bắt buộc)"));
        var officer = await AsAsync(Role.CommuneOfficer);
        Assert.Contains("Củng cố trung tâm", (await PageAsync(officer, "/tasks?year=2026")).Main, StringComparison.Ordinal);
        Assert.Contains("Củng cố trung tâm", (await PageAsync(officer, "/calendar")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_that_confirmed_plans_ask_for_stand_in_the_calendar_of_who_owes_them_and_in_its_file()
    {
        var plan = Given.ConfirmedPlan(new PlanReport("III.1", 12, 14, "year", true, "UBND tỉnh"), new PlanAssignment("III.1", "UBND các xã, phường", []));
        var (officer, standing, other) = (await AsAsync(Role.CommuneOfficer), await AsAsync(Role.StandingAgency), await AsAsync(Role.AgencyOfficer));

        var page = await PageAsync(officer, "/calendar");
        var all = await PageAsync(standing, "/calendar");
        var file = (await (await GetAsync(officer, "/calendar?handler=File")).Content.ReadAsStringAsync(Ct)).Replace("\r\n ", "", StringComparison.Ordinal);

        Assert.Contains("Báo cáo theo 12/KH-UBND: Trước ngày 14/12 · hằng năm · gửi UBND tỉnh", page.Main, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll($"a[href='/plans/{plan.Value}']"));
        Assert.NotNull(all.Document.QuerySelector($"a[href='/plans/{plan.Value}']"));
        Assert.Contains("DTSTART;VALUE=DATE:20261214", file, StringComparison.Ordinal);
        Assert.DoesNotContain("12/KH-UBND", (await PageAsync(other, "/calendar")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_comes_in_pages_or_whole_for_printing_and_by_its_states()
    {
        var standing = await AsAsync(Role.StandingAgency);
        var agency = (await OfficerAgencyAsync()).Id;

        for (var i = 0; i < 52; i++)
        {
            Given.AnnualRow(agency, text: $"Việc {i}");
        }

        Given.AnnualRow(agency, dueOn: new DateOnly(2026, 1, 31), text: "Việc quá hạn");

        var first = await PageAsync(standing, "/tasks?year=2026");
        Assert.Equal(50, first.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Việc quá hạn", PageView.Words(first.Document.QuerySelector("tbody tr")!), StringComparison.Ordinal);
        Assert.Equal(53, (await PageAsync(standing, "/tasks?year=2026&all=true")).Document.QuerySelectorAll("tbody tr").Length);
        Assert.Single((await PageAsync(standing, "/tasks?year=2026&state=Overdue")).Document.QuerySelectorAll("tbody tr"));
        Assert.Contains("Không có nhiệm vụ nào", (await PageAsync(standing, "/tasks?year=2025")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_the_visitors_is_not_found_and_nothing_is_told_of_it()
    {
        var other = Given.Agency(await ProvinceIdAsync(), "Sở Một");
        var row = Given.AnnualRow(other, Given.Task(other), dueOn: new DateOnly(2026, 11, 1));
        var officer = await AsAsync(Role.AgencyOfficer);

        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(officer, $"/tasks/rows/{row.Value}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(officer, $"/tasks/rows/{row.Value}/attachments")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(officer, $"/tasks/rows/new?agency={other}&year=2026")).StatusCode);
        Assert.DoesNotContain("Sở Một", (await PageAsync(officer, $"/tasks?agency={other}")).Main, StringComparison.Ordinal);
        Assert.Equal("/tasks", (await PageAsync(officer, "/overview")).Document.QuerySelector("a[href='/tasks']")?.GetAttribute("href"));
    }

    private async Task<(int Id, string Name)> OfficerAgencyAsync()
    {
        var userName = PersonIn(Role.AgencyOfficer).UserName;
        var person = await Stored().People.SingleAsync(person => person.UserName == userName, Ct);
        var own = await Stored().RoleGrants.SingleAsync(row => row.PersonId == person.Id && row.Role == Role.AgencyOfficer, Ct);

        return (own.AgencyId!.Value, (await Stored().SubjectNameAsync(own.AgencyId.Value, Clock.Now.Day, Ct))!);
    }

    /// <summary>The plan after each of its items was accepted and it was confirmed.</summary>
    private async Task<PageView> ConfirmedAsync(HttpClient standing, PlanId plan)
    {
        var page = await PageAsync(standing, $"/plans/{plan.Value}");

        foreach (var key in page.Document.QuerySelectorAll("[data-state=Open]").Select(item => item.Id!).ToList())
        {
            page = await PageAsync(standing, $"/plans/{plan.Value}");
            var (address, fields) = page.Press(page.Document.GetElementById(key)!.QuerySelector("button[value=Accepted]")!);
            using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
            await standing.PostAsync(new Uri(address, UriKind.Relative), form, Ct);
        }

        return await PressAsync(standing, await PageAsync(standing, $"/plans/{plan.Value}"), "Xác nhận kế hoạch");
    }

    private TaskId Once(int agency, DateOnly day, string text = "Sơ kết") => Given.Task(agency, stated: Given.Stated with
    {
        Text = text, FromYear = 2025, ToYear = 2026, Recurrence = TaskRecurrence.Once, DueMonth = null, DueDay = null, DueOn = day,
    });
}
