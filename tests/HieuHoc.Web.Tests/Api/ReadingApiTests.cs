using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using HieuHoc.Access;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Web.Tests.Api;

public sealed class ReadingApiTests : ApiTest
{
    [Fact]
    public async Task A_program_learns_as_whom_it_acts()
    {
        var (status, body) = await AskAsync(await ProgramAsync(Role.CommuneOfficer, ApiScopes.Read), "/api/v1/me");

        Assert.Equal(200, status);
        Assert.Equal(("commune-officer", HaiLang), (body.GetProperty("role").GetString(), body.GetProperty("place").GetProperty("code").GetString()));
        Assert.Equal(["read"], body.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()));
    }

    [Fact]
    public async Task Places_are_found_by_name_code_and_day()
    {
        var agency = await ProgramAsync(Role.StandingAgency);

        var found = (await AskAsync(agency, "/api/v1/places?q=hai%20lang")).Body;
        var one = await AskAsync(agency, $"/api/v1/places/{HaiLang}@2026-01-01");
        var children = await AskAsync(agency, "/api/v1/places/44/children");

        Assert.Contains(found.EnumerateArray(), place => place.GetProperty("code").GetString() == HaiLang);
        Assert.Equal((200, "Xã Hải Lăng"), (one.Status, one.Body.GetProperty("fullName").GetString()));
        Assert.Equal(78, children.Body.GetArrayLength());
        Assert.Equal((404, "PlaceNotFound"), Problem(await AskAsync(agency, "/api/v1/places/99999")));
        Assert.Equal((400, "RequestUnreadable"), Problem(await AskAsync(agency, "/api/v1/places")));
    }

    [Fact]
    public async Task A_program_reads_how_a_round_stands_now()
    {
        var agency = await ProgramAsync(Role.StandingAgency);
        var round = (await ReturnOfAsync(HaiLang)).RoundId.Value;

        var (status, body) = await AskAsync(agency, $"/api/v1/rounds/{round}/state");

        Assert.Equal((200, 104), (status, body.GetProperty("all").GetInt32()));
        Assert.Contains(body.GetProperty("communes").EnumerateArray(), commune => commune.GetProperty("name").GetString() == "Xã Hải Lăng");
        Assert.Equal(20, body.GetProperty("arrived").GetArrayLength());
        Assert.Equal((404, "RoundNotFound"), Problem(await AskAsync(agency, $"/api/v1/rounds/{Guid.NewGuid()}/state")));
    }

    [Fact]
    public async Task A_program_searches_the_register_and_reads_a_document_with_its_relations()
    {
        var officer = await ProgramAsync(Role.CommuneOfficer);

        var found = (await AskAsync(officer, "/api/v1/documents?q=truyen%20thong&year=2019")).Body;
        var plan = found.GetProperty("documents")[0];
        var (status, whole) = await AskAsync(officer, $"/api/v1/documents/{plan.GetProperty("id").GetString()}");

        Assert.Equal((1, "5332/KH-UBND", "plan"), (found.GetProperty("count").GetInt32(), plan.GetProperty("number").GetString(), plan.GetProperty("type").GetString()));
        Assert.Equal((200, "Hoàng Nam"), (status, whole.GetProperty("signer").GetString()));
        Assert.Equal(
            ["implements 2053/QĐ-TTg", "derived-from 642/KH-UBND"],
            whole.GetProperty("relations").EnumerateArray().Take(2).Select(relation => $"{relation.GetProperty("kind").GetString()} {relation.GetProperty("other").GetProperty("number").GetString()}"));
        Assert.Equal(17, (await AskAsync(officer, "/api/v1/documents?skip=10")).Body.GetProperty("count").GetInt32());
        Assert.Equal((404, "DocumentNotFound"), Problem(await AskAsync(officer, $"/api/v1/documents/{Guid.NewGuid()}")));
        Assert.Equal((400, "RequestUnreadable"), Problem(await AskAsync(officer, "/api/v1/documents?skip=-1")));
    }

    [Fact]
    public async Task A_commune_finds_itself_and_not_its_neighbour()
    {
        var officer = await ProgramAsync(Role.CommuneOfficer);

        Assert.Equal(200, (await AskAsync(officer, $"/api/v1/places/{HaiLang}")).Status);
        Assert.Equal((404, "PlaceNotFound"), Problem(await AskAsync(officer, $"/api/v1/places/{VinhDinh}")));
        Assert.Equal((404, "PlaceNotFound"), Problem(await AskAsync(officer, $"/api/v1/places/{VinhDinh}/children")));
        Assert.Equal((404, "PlaceNotFound"), Problem(await AskAsync(officer, $"/api/v1/places/{VinhDinh}/targets?year=2026")));
        Assert.Equal((404, "PlaceNotFound"), Problem(await AskAsync(officer, $"/api/v1/indicators/family-share?place={VinhDinh}&year=2026")));
        Assert.Equal(0, (await AskAsync(officer, "/api/v1/places?q=vinh%20dinh")).Body.GetArrayLength());
    }

    [Fact]
    public async Task The_value_of_an_indicator_is_missing_until_every_commune_is_confirmed()
    {
        var agency = await ProgramAsync(Role.StandingAgency);

        var (status, body) = await AskAsync(agency, "/api/v1/indicators/family-share?place=44&year=2026");

        Assert.Equal((200, JsonValueKind.Null), (status, body.GetProperty("value").ValueKind));
        Assert.True(body.GetProperty("soFar").GetDecimal() > 0);
        Assert.Equal(78, body.GetProperty("expected").GetInt32());
        Assert.Equal((404, "IndicatorNotFound"), Problem(await AskAsync(agency, "/api/v1/indicators/khong-co?place=44&year=2026")));
        Assert.Equal((400, "RequestUnreadable"), Problem(await AskAsync(agency, "/api/v1/indicators/family-share?place=44&year=10000")));
        Assert.Contains("family-share", (await AskAsync(agency, "/api/v1/indicators")).Body.EnumerateArray().Select(indicator => indicator.GetProperty("code").GetString()));
        Assert.Equal((400, "RequestUnreadable"), Problem(await AskAsync(agency, "/api/v1/indicators?year=0")));
    }

    [Fact]
    public async Task A_target_says_how_it_stands_on_whom_it_is_measured_and_how_the_plan_words_it()
    {
        var agency = await ProgramAsync(Role.StandingAgency);

        var targets = (await AskAsync(agency, "/api/v1/places/44/targets?year=2026")).Body.EnumerateArray().ToDictionary(target => target.GetProperty("code").GetString()!);

        Assert.Equal(17, targets.Count);
        var districts = targets["S4-T1"].GetProperty("milestones")[1];
        Assert.Equal(("cannot-say", "2025-07-01"), (districts.GetProperty("progress").GetString(), districts.GetProperty("rebasing").GetProperty("from").GetString()));
        Assert.Equal("about", targets["S4-T10"].GetProperty("milestones")[0].GetProperty("qualifier").GetString());
        Assert.Equal(16, targets["S4-T14"].GetProperty("milestones")[1].GetProperty("lacking").GetInt32());
    }

    [Fact]
    public async Task Targets_rounds_and_packs_are_read()
    {
        var agency = await ProgramAsync(Role.StandingAgency);
        var administrator = await ProgramAsync(Role.Administrator);

        var targets = await AskAsync(agency, "/api/v1/places/44/targets?year=2026");
        var packs = (await AskAsync(administrator, "/api/v1/packs")).Body.EnumerateArray().ToList();
        var first = packs.First(pack => pack.GetProperty("kind").GetString() == "forms");
        var pack = await AskAsync(
            administrator, $"/api/v1/packs/forms/{first.GetProperty("id").GetString()}/{first.GetProperty("version").GetString()}");

        Assert.All(targets.Body.EnumerateArray(), target => Assert.NotEqual(0, target.GetProperty("milestones").GetArrayLength()));
        Assert.Equal((400, "RequestUnreadable"), Problem(await AskAsync(agency, "/api/v1/places/44/targets?year=0")));
        Assert.Equal("2026", (await AskAsync(agency, "/api/v1/rounds")).Body[0].GetProperty("period").GetString());
        Assert.Equal((200, first.GetProperty("id").GetString()), (pack.Status, pack.Body.GetProperty("id").GetString()));
        Assert.Equal((404, "PackNotFound"), Problem(await AskAsync(administrator, "/api/v1/packs/forms/khong/co")));
    }

    [Fact]
    public async Task An_administrator_makes_an_account_whose_password_is_shown_once()
    {
        var administrator = await ProgramAsync(Role.Administrator);
        var given = new { userName = "xa.vinhdinh", displayName = "Cán bộ Xã Vĩnh Định", role = "commune-officer", place = VinhDinh };

        var made = await SendAsync(administrator, HttpMethod.Post, "/api/v1/people", given);
        var again = await SendAsync(administrator, HttpMethod.Post, "/api/v1/people", given);
        var reset = await SendAsync(administrator, HttpMethod.Post, "/api/v1/people/xa.vinhdinh/password", null);

        Assert.Equal(201, made.Status);
        Assert.Equal((409, "UserNameTaken"), Problem(again));
        Assert.Equal("xa.vinhdinh", again.Body.GetProperty("userName").GetString());
        Assert.Equal(200, reset.Status);
        Assert.NotEqual(made.Body.GetProperty("password").GetString(), reset.Body.GetProperty("password").GetString());
        Assert.Equal((400, "AccountPlaceUnknown"), Problem(await SendAsync(administrator, HttpMethod.Post, "/api/v1/people", new { given.userName, given.displayName, given.role, place = "99999" })));
        Assert.Equal((404, "PersonNotFound"), Problem(await SendAsync(administrator, HttpMethod.Post, "/api/v1/people/khong.co/password", null)));
        Assert.Contains("xa.vinhdinh", (await AskAsync(administrator, "/api/v1/people")).Body.EnumerateArray().Select(person => person.GetProperty("userName").GetString()));
        await using var db = Engine.Open();
        Assert.NotNull((await db.People.SingleAsync(person => person.UserName == "xa.vinhdinh", Ct)).OneTimeSince);
    }

    [Theory]
    [InlineData(null, "Không có địa phương nào mang mã này")]
    [InlineData("en-GB, vi;q=0.5", "No place has this code")]
    [InlineData("fr, vi;q=0.9, en;q=0.8", "Không có địa phương nào mang mã này")]
    public async Task A_refusal_is_said_in_the_callers_language(string? language, string begins)
    {
        var agency = await ProgramAsync(Role.StandingAgency);

        if (language is not null)
        {
            agency.DefaultRequestHeaders.Add("Accept-Language", language);
        }

        var (status, body) = await AskAsync(agency, "/api/v1/places/99999");

        Assert.Equal(404, status);
        Assert.StartsWith(begins, body.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal((404, "/api/v1/places/99999"), (body.GetProperty("status").GetInt32(), body.GetProperty("instance").GetString()));
        Assert.False(body.TryGetProperty("kind", out _));
    }

    [Fact]
    public async Task What_the_API_does_not_have_is_a_problem_too_and_never_a_page()
    {
        var agency = await ProgramAsync(Role.StandingAgency);

        Assert.Equal((404, "ApiAddressNotFound"), Problem(await AskAsync(agency, "/api/v1/khong-co")));
        Assert.Equal((405, "RequestUnreadable"), Problem(await SendAsync(agency, HttpMethod.Delete, "/api/v1/rounds", null)));
    }

    [Fact]
    public async Task Something_that_broke_is_a_problem_with_the_id_of_the_log()
    {
        var agency = await ProgramAsync(Role.StandingAgency);
        await using (var db = Engine.Open())
        {
            await db.Engine.ExecuteAsync(db, "alter table round rename to round_gone", [], Ct);
        }

        var answer = await AskAsync(agency, "/api/v1/rounds");

        Assert.Equal((500, "ServerBroke"), Problem(answer));
        Assert.Matches("^[A-Z0-9]{8}$", answer.Body.GetProperty("errorId").GetString());
    }

    [Fact]
    public async Task Every_address_of_the_API_is_described_with_what_it_may_refuse()
    {
        var answer = await GetAsync(Stranger(), "/openapi/v1.json");
        var document = (await ReadAsync(answer)).Body;
        var described = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject(), (path, operation) => (Name: $"{operation.Name.ToUpperInvariant()} {path.Name}", operation.Value))
            .ToDictionary(operation => operation.Name, operation => operation.Value);
        var mapped = Site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/v1/", StringComparison.Ordinal))
            .Select(endpoint => $"{endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]} {Regex.Replace(endpoint.RoutePattern.RawText!.TrimEnd('/'), ":[a-z]+}", "}")}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.Equal(mapped.Order(StringComparer.Ordinal), described.Keys.Order(StringComparer.Ordinal));
        Assert.All(described, operation =>
        {
            var (opened, closed, may) = operation.Key.Contains("/capture", StringComparison.Ordinal)
                ? ("For enrolled devices", "SessionMissing", "NotOnThisDevice, RoleMayNot")
                : ("Scope: ", "TokenMissing, TokenNotValid", "ScopeMissing, RoleMayNot");
            var answers = operation.Value.GetProperty("responses");
            Assert.NotEqual("", operation.Value.GetProperty("summary").GetString());
            Assert.StartsWith(opened, operation.Value.GetProperty("description").GetString(), StringComparison.Ordinal);
            Assert.Equal(closed, answers.GetProperty("401").GetProperty("description").GetString());
            Assert.StartsWith(may, answers.GetProperty("403").GetProperty("description").GetString(), StringComparison.Ordinal);
        });
        Assert.Equal(
            "ReturnNotEditable, CellsFrozen, ReturnChangedMeanwhile",
            described["PUT /api/v1/returns/{id}"].GetProperty("responses").GetProperty("409").GetProperty("description").GetString());
        Assert.Equal(
            "TaskSuccessorUnnamed, AnnualRowIsDropped, ProgressSaidMeanwhile",
            described["POST /api/v1/tasks/rows/{id}/progress"].GetProperty("responses").GetProperty("409").GetProperty("description").GetString());
    }
}
