using System.Text.Json;
using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Returns.Narrative;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Api;

public sealed class DifficultiesApiTests : ApiTest
{
    private const string All = "/api/v1/difficulties";

    [Fact]
    public async Task Something_is_raised_once_and_read_by_the_standing_agency()
    {
        var (officer, agency) = (await ProgramAsync(Role.CommuneOfficer), await ProgramAsync(Role.StandingAgency));
        var given = new { id = Guid.CreateVersion7(), kind = "proposal", text = "Bố trí kinh phí", addressee = "Sở Tài chính" };

        var raised = await SendAsync(officer, HttpMethod.Post, All, given);
        var again = await SendAsync(officer, HttpMethod.Post, All, given);
        var read = await AskAsync(agency, $"{All}/{given.id}");

        Assert.Equal(
            (200, "proposal", "Xã Hải Lăng", "Bố trí kinh phí", "Sở Tài chính", "general", JsonValueKind.Null),
            (raised.Status, Text(raised, "kind"), Text(raised, "sender"), Text(raised, "text"), Text(raised, "addressee"), Text(raised, "about"), raised.Body.GetProperty("reply").ValueKind));
        Assert.Equal(raised.Body.GetRawText(), again.Body.GetRawText());
        Assert.Equal(raised.Body.GetRawText(), read.Body.GetRawText());
        Assert.Equal(1, await Stored().Difficulties.CountAsync(item => item.Id == new DifficultyId(given.id), Ct));
    }

    [Fact]
    public async Task It_is_about_a_task_of_ones_own_or_a_target()
    {
        var task = Given.Task((await Stored().Agencies.SingleAsync(agency => agency.Code == $"{HaiLang}.ubnd", Ct)).Id);
        var officer = await ProgramAsync(Role.CommuneOfficer);

        var ofTask = await SendAsync(officer, HttpMethod.Post, All, new { id = Guid.CreateVersion7(), kind = "difficulty", text = "Thiếu người", about = "task", record = $"{task.Value}" });
        var ofTarget = await SendAsync(officer, HttpMethod.Post, All, new { id = Guid.CreateVersion7(), kind = "difficulty", text = "Thiếu người", about = "target", record = "S4-T10" });

        Assert.Equal((200, "task", HieuHoc.Testing.Given.Stated.Text), (ofTask.Status, Text(ofTask, "about"), Text(ofTask, "aboutWords")));
        Assert.Equal((200, "target", "S4-T10"), (ofTarget.Status, Text(ofTarget, "about"), Text(ofTarget, "record")));
    }

    [Fact]
    public async Task The_list_has_those_of_reports_too_with_a_reply_or_without_and_comes_in_parts()
    {
        var sent = await SentDifficultyAsync();
        var raised = Given.Raised((await ReturnOfAsync(HaiLang)).SubjectId);
        var agency = await ProgramAsync(Role.StandingAgency);
        await using (var db = Engine.Open())
        {
            (await db.Difficulties.SingleAsync(item => item.Id == raised, Ct)).Take(DifficultyReply.Answered, "Đã bố trí", default, 0, by: null, Clock.Now);
            await db.SaveChangesAsync(Ct);
        }

        var open = (await AskAsync(agency, All + "?open=true")).Body.GetProperty("difficulties").EnumerateArray().ToList();
        var replied = (await AskAsync(agency, All + "?open=false")).Body.GetProperty("difficulties").EnumerateArray().ToList();
        var all = (await AskAsync(agency, All)).Body.GetProperty("count").GetInt32();

        var ofReturn = Assert.Single(open, item => item.GetProperty("id").GetGuid() == sent);
        Assert.NotEqual((JsonValueKind.Null, JsonValueKind.Null), (ofReturn.GetProperty("return").ValueKind, ofReturn.GetProperty("round").ValueKind));
        Assert.Equal("Đã bố trí", Assert.Single(replied, item => item.GetProperty("id").GetGuid() == raised.Value).GetProperty("answer").GetString());
        Assert.Equal(all, open.Count + replied.Count);
        Assert.Equal((all, 0), Counted((await AskAsync(agency, $"{All}?skip={all}")).Body));
        Assert.Equal((400, "RequestUnreadable"), Problem(await AskAsync(agency, All + "?skip=-1")));
        Assert.Equal((400, "RequestUnreadable"), Problem(await AskAsync(agency, All + "?open=co")));
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_with_the_pages_own_refusals()
    {
        var officer = await ProgramAsync(Role.CommuneOfficer);
        var (id, others) = (Guid.CreateVersion7(), Given.Task(Given.Agency(await ProvinceIdAsync(), "Sở Một")));

        async Task<(int, string?)> PostAsync(object body) => Problem(await SendAsync(officer, HttpMethod.Post, All, body));

        Assert.Equal((400, "RequestUnreadable"), await PostAsync(new { id, text = "Thiếu người" }));
        Assert.Equal((400, "DifficultyTextMissing"), await PostAsync(new { id, kind = "difficulty", text = " " }));
        Assert.Equal((400, "DifficultyTooLong"), await PostAsync(new { id, kind = "difficulty", text = new string('x', SaveReportSection.LongestItem + 1) }));
        Assert.Equal((400, "DifficultyTaskUnknown"), await PostAsync(new { id, kind = "difficulty", text = "Thiếu người", about = "task", record = $"{others.Value}" }));
        Assert.Equal((400, "DifficultyTargetUnknown"), await PostAsync(new { id, kind = "difficulty", text = "Thiếu người", about = "target", record = "khong-co" }));
        Assert.Equal(200, (await SendAsync(officer, HttpMethod.Post, All, new { id, kind = "difficulty", text = "Thiếu người" })).Status);
        Assert.Equal((409, "DifficultyDiffers"), await PostAsync(new { id, kind = "difficulty", text = "Thiếu kinh phí" }));
        Assert.Equal((403, "RoleMayNot"), Problem(await SendAsync(await ProgramAsync(Role.StandingAgency), HttpMethod.Post, All, new { id, kind = "difficulty", text = "Thiếu người" })));
        Assert.Equal((403, "ScopeMissing"), Problem(await SendAsync(await ProgramAsync(Role.CommuneOfficer, ApiScopes.Read), HttpMethod.Post, All, new { id, kind = "difficulty", text = "Thiếu người" })));
    }

    [Fact]
    public async Task What_another_commune_raised_is_not_found_here_and_on_the_pages()
    {
        var raised = Given.Raised((await ReturnOfAsync(VinhDinh)).SubjectId);

        Assert.Equal((404, "DifficultyNotFound"), Problem(await AskAsync(await ProgramAsync(Role.CommuneOfficer), $"{All}/{raised.Value}")));
        Assert.Equal(404, (int)(await GetAsync(await AsAsync(Role.CommuneOfficer), $"/difficulties/{raised.Value}")).StatusCode);
    }

    private static (int Count, int Given) Counted(JsonElement body) => (body.GetProperty("count").GetInt32(), body.GetProperty("difficulties").GetArrayLength());

    private static string? Text((int Status, JsonElement Body) answer, string member) => answer.Body.GetProperty(member).GetString();
}
