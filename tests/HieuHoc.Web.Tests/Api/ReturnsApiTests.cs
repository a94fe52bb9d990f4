using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Platform.Keys;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Web.Tests.Api;

public sealed class ReturnsApiTests : ApiTest
{
    /// <summary>The token, the roles, who it is, the return with all of it, the packs, whose law, and four commands of the saving.</summary>
    private const int MostQueries = 10;

    private static readonly object Some = new { answers = new Dictionary<string, object> { ["family.total"] = 3000, ["clan.total"] = 12 } };

    private static readonly object Other = new { answers = new Dictionary<string, object> { ["family.total"] = 3001 } };

    [Fact]
    public async Task A_return_is_read_with_its_version()
    {
        var program = await ProgramAsync(Role.CommuneOfficer, ApiScopes.Read);
        var id = (await ReturnOfAsync(HaiLang)).Id.Value;

        var answer = await GetAsync(program, $"/api/v1/returns/{id}");

        var body = (await ReadAsync(answer)).Body;
        Assert.Equal($"\"{body.GetProperty("revision").GetInt32()}\"", answer.Headers.ETag?.ToString());
        Assert.Equal((id, "entering", "Xã Hải Lăng"), (body.GetProperty("id").GetGuid(), body.GetProperty("state").GetString(), body.GetProperty("subject").GetString()));
        Assert.True(body.GetProperty("answers").GetProperty("family.total").GetDecimal() > 0);
    }

    [Fact]
    public async Task Sending_the_same_answers_again_changes_nothing()
    {
        var program = await ProgramAsync(Role.CommuneOfficer);
        var (address, version) = await AtAsync(program);

        var first = await SendAsync(program, HttpMethod.Put, address, Some, $"\"{version}\"");
        var again = await SendAsync(program, HttpMethod.Put, address, Some, $"\"{version}\"");
        var anyVersion = await SendAsync(program, HttpMethod.Put, address, Some, "*");

        Assert.Equal((200, 200, 200), (first.Status, again.Status, anyVersion.Status));
        Assert.Equal(version + 1, first.Body.GetProperty("revision").GetInt32());
        Assert.Equal(first.Body.GetRawText(), again.Body.GetRawText());
        Assert.Equal(first.Body.GetRawText(), anyVersion.Body.GetRawText());
    }

    [Fact]
    public async Task Answers_that_were_received_get_a_receipt_that_the_installation_knows_again()
    {
        var program = await ProgramAsync(Role.CommuneOfficer);
        var (address, version) = await AtAsync(program);

        var (_, body) = await SendAsync(program, HttpMethod.Put, address, Some, $"{version}");

        var receipt = body.GetProperty("receipt").Deserialize<Receipt>(Json.Compact)!;
        Assert.Equal((body.GetProperty("id").GetGuid(), version + 1, Clock.Now.Instant), (receipt.Id, receipt.Version, receipt.ReceivedAt));
        // Of what was sent, in canonical form.
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("""{"answers":{"clan.total":12,"family.total":3000}}"""))), receipt.Sha256);
        Assert.True(Site.Services.GetRequiredService<Receipts>().Gave(receipt));
        Assert.False(Site.Services.GetRequiredService<Receipts>().Gave(receipt with { Version = 99 }));
        Assert.False((await AskAsync(program, address)).Body.TryGetProperty("receipt", out _));
    }

    [Fact]
    public async Task Who_prefers_little_gets_the_receipt_alone_and_a_refusal_whole()
    {
        var program = await ProgramAsync(Role.CommuneOfficer);
        var (address, version) = await AtAsync(program);
        program.DefaultRequestHeaders.Add("Prefer", "return=minimal");

        var (status, body) = await SendAsync(program, HttpMethod.Put, address, Some, $"{version}");
        var again = await SendAsync(program, HttpMethod.Put, address, Some, "*");
        var refused = await SendAsync(program, HttpMethod.Put, address, Other, $"{version}");

        Assert.Equal((200, version + 1), (status, body.GetProperty("version").GetInt32()));
        Assert.Equal(["id", "version", "sha256", "receivedAt", "signature", "code"], body.EnumerateObject().Select(member => member.Name));
        Assert.Equal(body.GetRawText(), again.Body.GetRawText());
        Assert.True(Site.Services.GetRequiredService<Receipts>().Gave(body.Deserialize<Receipt>(Json.Compact)!));
        Assert.Equal((409, "ReturnChangedMeanwhile"), Problem(refused));
    }

    [Fact]
    public async Task What_is_read_to_save_a_return_is_read_once()
    {
        var counting = new CountingEngine(Engine);
        await using var site = await Site.StartAsync(counting, Time, Ct);
        using var program = site.Stranger();
        program.DefaultRequestHeaders.Authorization = new("Bearer", await TokenAsync(Role.CommuneOfficer));
        program.DefaultRequestHeaders.Add("Prefer", "return=minimal");
        var (address, version) = await AtAsync(program);
        counting.Begin();

        var (status, _) = await SendAsync(program, HttpMethod.Put, address, Some, $"{version}");

        Assert.Equal(200, status);
        Assert.InRange(counting.Queries, 1, MostQueries);
    }

    [Fact]
    public async Task Other_answers_from_the_same_version_are_a_conflict_that_shows_both()
    {
        var program = await ProgramAsync(Role.CommuneOfficer);
        var (address, version) = await AtAsync(program);
        await SendAsync(program, HttpMethod.Put, address, Some, $"{version}");

        var answer = await SendAsync(program, HttpMethod.Put, address, Other, $"{version}");

        Assert.Equal((409, "ReturnChangedMeanwhile"), Problem(answer));
        Assert.Equal(3001, answer.Body.GetProperty("yours").GetProperty("answers").GetProperty("family.total").GetInt32());
        Assert.Equal(3000, answer.Body.GetProperty("current").GetProperty("answers").GetProperty("family.total").GetInt32());
        Assert.Equal(3000, (await AskAsync(program, address)).Body.GetProperty("answers").GetProperty("family.total").GetInt32());
    }

    [Fact]
    public async Task Without_a_version_nothing_is_saved()
    {
        var program = await ProgramAsync(Role.CommuneOfficer);
        var (address, version) = await AtAsync(program);

        Assert.Equal((400, "VersionNotNamed"), Problem(await SendAsync(program, HttpMethod.Put, address, Some)));
        Assert.Equal((400, "VersionNotNamed"), Problem(await SendAsync(program, HttpMethod.Put, address, Some, "moi nhat")));
        Assert.Equal((400, "VersionNotNamed"), Problem(await SendAsync(program, HttpMethod.Post, address + "/steps", new { step = "submit" })));
        Assert.Equal(version, (await AskAsync(program, address)).Body.GetProperty("revision").GetInt32());
    }

    [Fact]
    public async Task What_the_form_does_not_ask_or_cannot_read_is_refused()
    {
        var program = await ProgramAsync(Role.CommuneOfficer);
        var (address, version) = await AtAsync(program);

        async Task<(int, string?)> PutAsync(string answers)
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(address, UriKind.Relative))
            {
                Content = new StringContent(answers, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")),
            };
            request.Headers.TryAddWithoutValidation("If-Match", $"{version}");

            return Problem(await ReadAsync(await program.SendAsync(request, Ct)));
        }

        Assert.Equal((400, "AnswerNotAsked"), await PutAsync("""{"answers":{"khong.co":1}}"""));
        Assert.Equal((400, "AnswersUnreadable"), await PutAsync("""{"answers":{"family.total":1.234}}"""));
        Assert.Equal((400, "AnswersUnreadable"), await PutAsync("""{"answers":{"family.total":-1}}"""));
        Assert.Equal((400, "RequestUnreadable"), await PutAsync("""{"answers":{"family.total":"12"}}"""));
        Assert.Equal((400, "RequestUnreadable"), await PutAsync("""{"answers":"""));
        Assert.Equal((400, "RequestUnreadable"), await PutAsync("""{"khac":{}}"""));
        Assert.Equal(version, (await AskAsync(program, address)).Body.GetProperty("revision").GetInt32());
    }

    [Fact]
    public async Task A_return_goes_its_way_through_the_API_as_through_the_pages()
    {
        var officer = await ProgramAsync(Role.CommuneOfficer);
        var leader = await ProgramAsync(Role.CommuneLeader);
        var agency = await ProgramAsync(Role.StandingAgency);
        await TypeAsync((await ReturnOfAsync(HaiLang)).Id);
        var (address, version) = await AtAsync(officer);

        async Task<string?> StepAsync(HttpClient program, string step) =>
            (await SendAsync(program, HttpMethod.Post, address + "/steps", new { step }, $"{version++}")).Body.GetProperty("state").GetString();

        Assert.Equal("awaiting-leader", await StepAsync(officer, "submit"));
        Assert.Equal("approved", await StepAsync(leader, "approve"));
        Assert.Equal("sent", await StepAsync(officer, "send"));
        Assert.Equal("confirmed", await StepAsync(agency, "confirm"));
        Assert.Equal(ReturnState.Confirmed, (await ReturnOfAsync(HaiLang)).State);
    }

    [Fact]
    public async Task What_looks_odd_is_explained_through_the_API_before_it_is_submitted()
    {
        var officer = await ProgramAsync(Role.CommuneOfficer);
        await TypeAsync((await ReturnOfAsync(HaiLang)).Id);
        var (address, _) = await AtAsync(officer);
        var explained = (await AskAsync(officer, address)).Body.GetProperty("findings").EnumerateArray().First();

        var taken = await SendAsync(officer, HttpMethod.Put, address + "/reasons", Reasons(""), "*");
        var refused = await SendAsync(officer, HttpMethod.Post, address + "/steps", new { step = "submit" }, "*");
        var given = await SendAsync(officer, HttpMethod.Put, address + "/reasons", Reasons("merger"), "*");
        var unknown = await SendAsync(officer, HttpMethod.Put, address + "/reasons", Reasons("storm"), "*");
        var submitted = await SendAsync(officer, HttpMethod.Post, address + "/steps", new { step = "submit" }, "*");

        Assert.Equal(("soft", "Thay đổi cách tính, cách thống kê"), (explained.GetProperty("weight").GetString(), explained.GetProperty("reason").GetString()));
        Assert.Equal(200, taken.Status);
        Assert.Equal((409, "ReturnHasUnexplainedFindings"), Problem(refused));
        Assert.Equal("Sáp nhập, sắp xếp đơn vị", given.Body.GetProperty("findings").EnumerateArray().First().GetProperty("reason").GetString());
        Assert.Equal((400, "ReadyReasonNotFound"), Problem(unknown));
        Assert.Equal("awaiting-leader", submitted.Body.GetProperty("state").GetString());

        static object Reasons(string ready) =>
            new { reasons = new[] { "models", "citizens", "centres", "skills", "association", "community", "schooling", "digital" }.Select(code => new { code, ready }) };
    }

    [Fact]
    public async Task Steps_are_refused_with_the_pages_own_refusals()
    {
        var officer = await ProgramAsync(Role.CommuneOfficer);
        var leader = await ProgramAsync(Role.CommuneLeader);
        var (address, version) = await AtAsync(officer);
        var steps = address + "/steps";

        Assert.Equal((403, "ReturnStepNotYours"), Problem(await SendAsync(leader, HttpMethod.Post, steps, new { step = "submit" }, "*")));
        Assert.Equal((409, "ReturnStepNotPossible"), Problem(await SendAsync(officer, HttpMethod.Post, steps, new { step = "confirm" }, "*")));
        Assert.Equal((400, "RequestUnreadable"), Problem(await SendAsync(officer, HttpMethod.Post, steps, new { step = "bay" }, "*")));
        Assert.Equal((409, "ReturnChangedMeanwhile"), Problem(await SendAsync(officer, HttpMethod.Post, steps, new { step = "submit" }, $"{version + 7}")));
        Assert.Equal((403, "ReturnNotYoursToFill"), Problem(await SendAsync(leader, HttpMethod.Put, address, Some, "*")));
    }

    [Fact]
    public async Task What_lies_outside_does_not_exist()
    {
        var officer = await ProgramAsync(Role.CommuneOfficer);
        var neighbour = $"/api/v1/returns/{(await ReturnOfAsync(VinhDinh)).Id.Value}";

        Assert.Equal((404, "ReturnNotFound"), Problem(await AskAsync(officer, neighbour)));
        Assert.Equal((404, "ReturnNotFound"), Problem(await SendAsync(officer, HttpMethod.Put, neighbour, Some, "*")));
        Assert.Equal((404, "ReturnNotFound"), Problem(await SendAsync(officer, HttpMethod.Post, neighbour + "/steps", new { step = "submit" }, "*")));
        Assert.Equal(1, (await AskAsync(officer, "/api/v1/returns")).Body.GetArrayLength());
        Assert.Equal(104, (await AskAsync(await ProgramAsync(Role.StandingAgency), "/api/v1/returns")).Body.GetArrayLength());
        Assert.Equal((404, "RoundNotFound"), Problem(await AskAsync(officer, "/api/v1/returns?round=1999")));
    }

    private async Task<(string Address, int Version)> AtAsync(HttpClient program)
    {
        var address = $"/api/v1/returns/{(await ReturnOfAsync(HaiLang)).Id.Value}";
        JsonElement body = (await AskAsync(program, address)).Body;

        return (address, body.GetProperty("revision").GetInt32());
    }
}
