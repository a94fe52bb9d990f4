using System.Net;
using HieuHoc.Access;
using HieuHoc.Agencies;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Pages;

/// <summary>What is raised outside a report, in one list with what reports say.</summary>
public sealed class DifficultyPagesTests : WalkTest
{
    private const string Text = "Nội dung";

    [Fact]
    public async Task A_commune_raises_the_standing_agency_passes_on_the_leaders_answer_and_the_commune_puts_it_away()
    {
        var (commune, agency, leader) = (await AsAsync(Role.CommuneOfficer), await AsAsync(Role.StandingAgency), await AsAsync(Role.Leader));

        var page = await PressAsync(commune, await PageAsync(commune, "/difficulties/new"), "Gửi cơ quan thường trực", (Text, "Thiếu người dạy lớp xóa mù chữ"));
        Assert.Contains("Đã nêu, gửi cơ quan thường trực", page.Main, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main form"));
        var address = page.Address.AbsolutePath;

        Assert.Contains("Thiếu người dạy lớp xóa mù chữ", Rows(await PageAsync(agency, "/difficulties?open=true"))[0], StringComparison.Ordinal);
        Assert.Empty((await PageAsync(leader, address)).Document.QuerySelectorAll("main textarea"));
        var passed = await PressAsync(agency, await PageAsync(agency, address), "Chuyển cấp trên", ("Nội dung trả lời", "Vượt thẩm quyền"), ("Chuyển đến", "SteeringCommittee"));
        Assert.Contains("Cơ quan thường trực chuyển Ban Chỉ đạo", passed.Main, StringComparison.Ordinal);
        Assert.Contains("Chờ Ban Chỉ đạo trả lời", passed.Main, StringComparison.Ordinal);

        Assert.Contains("1 khó khăn, kiến nghị được chuyển đến, chờ trả lời", (await PageAsync(leader, "/")).Main, StringComparison.Ordinal);
        var answered = await PressAsync(leader, await PageAsync(leader, address), "Trả lời", ("Nội dung trả lời", "Bố trí giáo viên biệt phái"));
        Assert.Contains("Bố trí giáo viên biệt phái", answered.Main, StringComparison.Ordinal);
        Assert.Contains("Vượt thẩm quyền", answered.Main, StringComparison.Ordinal);

        var closed = await PressAsync(commune, await PageAsync(commune, address), "Khép lại");
        Assert.Contains("Đã khép lại", closed.Main, StringComparison.Ordinal);
        Assert.Empty(closed.Document.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task It_is_about_a_task_of_one_s_own_or_a_target_and_says_which()
    {
        await using var db = Engine.Open();
        var ubnd = (await db.Agencies.SingleAsync(agency => agency.Code == $"{HaiLang}.ubnd", Ct)).Id;
        var task = Given.Task(ubnd);
        var commune = await AsAsync(Role.CommuneOfficer);
        var form = await PageAsync(commune, "/difficulties/new");

        var ofTask = await PressAsync(commune, form, "Gửi cơ quan thường trực", (Text, "Chưa có kinh phí"), ("Đợt báo cáo, việc liên quan", $"Task:{task.Value}"));

        Assert.Contains(ofTask.Document.QuerySelectorAll("main a"), link => link.GetAttribute("href") == $"/tasks/{task.Value}");
        var target = form.Document.QuerySelectorAll("optgroup")[1].QuerySelector("option")!.GetAttribute("value")!;
        Assert.Contains("Chỉ tiêu: ", (await PressAsync(commune, await PageAsync(commune, "/difficulties/new"), "Gửi cơ quan thường trực", (Text, "Khó đạt"), ("Đợt báo cáo, việc liên quan", target))).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_is_told_at_its_field_and_nothing_typed_is_lost()
    {
        var commune = await AsAsync(Role.CommuneOfficer);

        var page = await PressAsync(commune, await PageAsync(commune, "/difficulties/new"), "Gửi cơ quan thường trực", (Text, " "), ("Kiến nghị với (không bắt buộc)", "Sở Tài chính"));

        Assert.Equal((HttpStatusCode.BadRequest, "Sở Tài chính"), (page.Status, page.Typed("Kiến nghị với (không bắt buộc)")));
        Assert.Contains("field-wrong", page.Field(Text).Closest(".field")!.ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_list_has_those_of_reports_and_those_raised_at_any_time_each_for_its_own_people()
    {
        await SentDifficultyAsync();
        var raised = Given.Raised((await ReturnOfAsync(HaiLang)).SubjectId);

        var all = string.Join('\n', Rows(await PageAsync(await AsAsync(Role.StandingAgency), "/difficulties")));

        Assert.Contains("Thiếu kinh phí cho lớp học (minh họa)", all, StringComparison.Ordinal);
        Assert.Contains("Thiếu người dạy lớp xóa mù chữ (minh họa)", all, StringComparison.Ordinal);
        Assert.Contains("nêu ngày 18/11/2026", all, StringComparison.Ordinal);
        Assert.Contains("Thiếu người dạy", string.Join('\n', Rows(await PageAsync(await AsAsync(Role.CommuneOfficer), "/difficulties"))), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await PageAsync(await AsAsync(Role.AgencyOfficer), $"/difficulties/{raised.Value}")).Status);
    }

    [Fact]
    public async Task The_second_of_two_people_sees_what_the_first_said()
    {
        var address = $"/difficulties/{Given.Raised((await ReturnOfAsync(HaiLang)).SubjectId).Value}";
        var agency = await AsAsync(Role.StandingAgency);
        var (one, other) = (await PageAsync(agency, address), await PageAsync(agency, address));
        await PressAsync(agency, one, "Trả lời", ("Nội dung trả lời", "Câu thứ nhất"));

        var page = await PressAsync(agency, other, "Chuyển cấp trên", ("Nội dung trả lời", "Câu thứ hai"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("Câu thứ nhất", page.Main, StringComparison.Ordinal);
    }
}
