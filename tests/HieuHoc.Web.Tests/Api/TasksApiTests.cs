using System.Text.Json;
using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Demo;
using HieuHoc.Programmes.Tasks;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Api;

public sealed class TasksApiTests : ApiTest
{
    [Fact]
    public async Task What_is_to_be_done_is_listed_by_year_agency_and_standing_in_parts()
    {
        var standing = await ProgramAsync(Role.StandingAgency, ApiScopes.Read);
        var agency = Given.Agency(await ProvinceIdAsync(), "Sở Một");
        var task = Given.Task(agency);
        var late = Given.AnnualRow(agency, dueOn: new DateOnly(2026, 11, 1), text: "Việc quá hạn");

        for (var i = 0; i < 51; i++)
        {
            Given.AnnualRow(agency, text: $"Việc {i}");
        }

        var all = (await AskAsync(standing, $"/api/v1/tasks?agency={agency}")).Body;
        var rest = (await AskAsync(standing, $"/api/v1/tasks?agency={agency}&skip=50")).Body;
        var overdue = (await AskAsync(standing, $"/api/v1/tasks?year=2026&agency={agency}&state=overdue")).Body;
        var unplanned = (await AskAsync(standing, $"/api/v1/tasks?year=2027&agency={agency}&state=not-planned")).Body;

        Assert.Equal((2026, 53, 50, 3), (all.GetProperty("year").GetInt32(), all.GetProperty("count").GetInt32(), all.GetProperty("tasks").GetArrayLength(), rest.GetProperty("tasks").GetArrayLength()));
        // What is given and not planned is late by its own day.
        Assert.Equal([(JsonValueKind.Null, "Việc quá hạn"), (JsonValueKind.String, "Tổ chức Tuần lễ hưởng ứng học tập suốt đời")], overdue.GetProperty("tasks").EnumerateArray().Select(late => (late.GetProperty("task").ValueKind, late.GetProperty("text").GetString())));
        var line = overdue.GetProperty("tasks")[0];
        Assert.Equal(
            (late.Value, JsonValueKind.Null, "Việc quá hạn", "Sở Một", "overdue", "2026-11-01"),
            (line.GetProperty("row").GetGuid(), line.GetProperty("task").ValueKind, line.GetProperty("text").GetString(),
             line.GetProperty("agency").GetProperty("name").GetString(), line.GetProperty("state").GetString(), line.GetProperty("dueOn").GetString()));
        Assert.Equal((task.Value, "lead"), (unplanned.GetProperty("tasks")[0].GetProperty("task").GetGuid(), unplanned.GetProperty("tasks")[0].GetProperty("roles")[0].GetString()));
        Assert.Contains(all.GetProperty("agencies").EnumerateArray(), known => known.GetProperty("id").GetInt32() == agency);

        foreach (var wrong in (string[])["year=1999", "year=2101", "skip=-1", "state=late", "state=0", "agency=mot"])
        {
            Assert.Equal((400, "RequestUnreadable"), Problem(await AskAsync(standing, "/api/v1/tasks?" + wrong)));
        }
    }

    [Fact]
    public async Task A_task_is_read_with_its_agencies_and_rows()
    {
        var agency = await OfficersAgencyAsync();
        var task = Given.Task(agency);
        var row = Given.AnnualRow(agency, task, dueOn: new DateOnly(2026, 11, 15));

        var (status, body) = await AskAsync(await ProgramAsync(Role.AgencyOfficer), $"/api/v1/tasks/{task.Value}");

        Assert.Equal((200, HieuHoc.Testing.Given.Stated.Text, "every-year", 11, 15), (status, body.GetProperty("text").GetString(), body.GetProperty("recurrence").GetString(), body.GetProperty("dueMonth").GetInt32(), body.GetProperty("dueDay").GetInt32()));
        Assert.Equal(("Sở Nội vụ tỉnh Quảng Trị", "lead"), (body.GetProperty("agencies")[0].GetProperty("agency").GetString(), body.GetProperty("agencies")[0].GetProperty("roles")[0].GetString()));
        Assert.Equal((row.Value, 2026, "not-begun", false), (body.GetProperty("rows")[0].GetProperty("id").GetGuid(), body.GetProperty("rows")[0].GetProperty("year").GetInt32(), body.GetProperty("rows")[0].GetProperty("state").GetString(), body.GetProperty("rows")[0].GetProperty("isDropped").GetBoolean()));
    }

    [Fact]
    public async Task Progress_is_said_once_however_often_it_is_sent_and_nobody_speaks_over_another_unseen()
    {
        var row = Given.AnnualRow(await OfficersAgencyAsync(), text: "Tập huấn");
        var (officer, address) = (await ProgramAsync(Role.AgencyOfficer), $"/api/v1/tasks/rows/{row.Value}");
        var first = new { id = Guid.CreateVersion7(), state = "under-way", actedOn = "2026-11-20", words = "Đã mở một lớp" };

        Assert.Equal("\"0\"", (await GetAsync(officer, address)).Headers.ETag?.Tag);
        var said = await SayAsync(officer, row, first, "\"0\"");
        var again = await SayAsync(officer, row, first, "\"0\"");
        var any = await SayAsync(officer, row, first, "*");
        var late = await SayAsync(officer, row, new { id = Guid.CreateVersion7(), state = "done", actedOn = "2026-11-21" }, "\"0\"");
        var other = await SayAsync(officer, row, new { first.id, state = "done", first.actedOn, first.words }, "\"1\"");
        var last = await SayAsync(officer, row, new { id = Guid.CreateVersion7(), state = "done", actedOn = "2026-11-21" }, "*");

        Assert.Equal((200, "under-way", 1), (said.Status, said.Body.GetProperty("state").GetString(), said.Body.GetProperty("version").GetInt32()));
        Assert.Equal(said.Body.GetRawText(), again.Body.GetRawText());
        Assert.Equal(said.Body.GetRawText(), any.Body.GetRawText());
        Assert.Equal("Đã mở một lớp", said.Body.GetProperty("progress")[0].GetProperty("words").GetString());
        Assert.Equal((409, "ProgressSaidMeanwhile"), Problem(late));
        Assert.Equal(("done", "under-way"), (late.Body.GetProperty("yours").GetProperty("state").GetString(), late.Body.GetProperty("current").GetProperty("state").GetString()));
        Assert.Equal((409, "ProgressSaidMeanwhile"), Problem(other));
        Assert.Equal((200, "done", 2), (last.Status, last.Body.GetProperty("standing").GetString(), last.Body.GetProperty("progress").GetArrayLength()));
        Assert.Equal("\"2\"", (await GetAsync(officer, address)).Headers.ETag?.Tag);
        await using var db = Engine.Open();
        Assert.Equal(2, await db.RowProgresses.CountAsync(one => one.RowId == row, Ct));
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_with_the_pages_own_refusals()
    {
        var row = Given.AnnualRow(await OfficersAgencyAsync());
        var officer = await ProgramAsync(Role.AgencyOfficer);
        var fits = new { id = Guid.CreateVersion7(), state = "done", actedOn = "2026-11-21" };

        Assert.Equal((400, "VersionNotNamed"), Problem(await SayAsync(officer, row, fits, null)));
        Assert.Equal((400, "RequestUnreadable"), Problem(await SayAsync(officer, row, new { fits.id, fits.actedOn }, "*")));
        Assert.Equal((400, "RequestUnreadable"), Problem(await SayAsync(officer, row, new { fits.id, state = "later", fits.actedOn }, "*")));
        Assert.Equal((400, "ProgressDayInFuture"), Problem(await SayAsync(officer, row, new { fits.id, fits.state, actedOn = "2026-11-22" }, "*")));
        Assert.Equal((400, "TaskTextTooLong"), Problem(await SayAsync(officer, row, new { fits.id, fits.state, fits.actedOn, words = new string('x', RowProgress.LongestWords + 1) }, "*")));
        await using (var db = Engine.Open())
        {
            (await db.AnnualRows.SingleAsync(one => one.Id == row, Ct)).Drop("Trùng");
            await db.SaveChangesAsync(Ct);
        }

        Assert.Equal((409, "AnnualRowIsDropped"), Problem(await SayAsync(officer, row, fits, "*")));
        Assert.Equal("Trùng", (await AskAsync(officer, $"/api/v1/tasks/rows/{row.Value}")).Body.GetProperty("dropReason").GetString());
        await using var after = Engine.Open();
        Assert.Equal(0, await after.RowProgresses.CountAsync(one => one.RowId == row, Ct));
    }

    [Fact]
    public async Task Who_only_looks_on_says_nothing_and_for_an_agency_that_ended_a_successor_is_named_first()
    {
        var row = Given.AnnualRow(await OfficersAgencyAsync());
        var (one, other) = (Given.Agency(await ProvinceIdAsync(), "Sở Một"), Given.Agency(await ProvinceIdAsync(), "Sở Hai"));
        var orphan = Given.AnnualRow(Given.EndedAgency(await ProvinceIdAsync(), "Sở Cũ", one, other));
        var body = new { id = Guid.CreateVersion7(), state = "done", actedOn = "2026-11-21" };

        Assert.Equal((403, "AnnualPlanNotYours"), Problem(await SayAsync(await ProgramAsync(Role.AssociationOfficer), row, body, "*")));
        Assert.Equal((403, "RoleMayNot"), Problem(await SayAsync(await ProgramAsync(Role.Auditor), row, body, "*")));
        Assert.Equal((409, "TaskSuccessorUnnamed"), Problem(await SayAsync(await ProgramAsync(Role.StandingAgency), orphan, body, "*")));
    }

    [Fact]
    public async Task What_is_of_another_agency_is_not_found_here_and_on_the_pages()
    {
        var other = Given.Agency(await ProvinceIdAsync(), "Sở Một");
        var task = Given.Task(other);
        var row = Given.AnnualRow(other, task);
        var (program, browser) = (await ProgramAsync(Role.AgencyOfficer), await AsAsync(Role.AgencyOfficer));

        Assert.Equal((404, "TaskNotFound"), Problem(await AskAsync(program, $"/api/v1/tasks/{task.Value}")));
        Assert.Equal((404, "AnnualRowNotFound"), Problem(await AskAsync(program, $"/api/v1/tasks/rows/{row.Value}")));
        Assert.Equal((404, "AnnualRowNotFound"), Problem(await SayAsync(program, row, new { id = Guid.CreateVersion7(), state = "done", actedOn = "2026-11-21" }, "*")));
        Assert.Equal(404, (int)(await GetAsync(browser, $"/tasks/{task.Value}")).StatusCode);
        Assert.Equal(404, (int)(await GetAsync(browser, $"/tasks/rows/{row.Value}")).StatusCode);
        Assert.Equal(0, (await AskAsync(program, $"/api/v1/tasks?agency={other}")).Body.GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task Saying_progress_is_a_scope_of_its_own()
    {
        var row = Given.AnnualRow(await OfficersAgencyAsync());

        var answer = await SayAsync(await ProgramAsync(Role.AgencyOfficer, ApiScopes.Read, ApiScopes.ReturnsWrite), row, new { id = Guid.CreateVersion7(), state = "done", actedOn = "2026-11-21" }, "*");

        Assert.Equal((403, "ScopeMissing"), Problem(answer));
        Assert.Equal("programme:write", answer.Body.GetProperty("scope").GetString());
    }

    private static Task<(int Status, JsonElement Body)> SayAsync(HttpClient program, AnnualRowId row, object body, string? ifMatch) =>
        SendAsync(program, HttpMethod.Post, $"/api/v1/tasks/rows/{row.Value}/progress", body, ifMatch);

    private async Task<int> OfficersAgencyAsync() => (await Stored().Agencies.SingleAsync(agency => agency.Code == DemoPeople.HomeAffairs, Ct)).Id;
}
