using System.Text.Json;
using HieuHoc.Access;
using HieuHoc.Programmes.Own;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Api;

public sealed class OwnTargetsApiTests : ApiTest
{
    private const string Citizens = "/api/v1/own-targets/citizen-share/2030";

    [Fact]
    public async Task A_commune_reads_what_is_wanted_of_it_and_sets_more_by_its_own_decision()
    {
        var officer = await ProgramAsync(Role.CommuneOfficer);
        var wanted = new { id = Guid.CreateVersion7(), threshold = 95.5, decision = " 12/NQ\u0000-HĐND ", decidedOn = "2026-01-15" };

        var before = Listed((await AskAsync(officer, "/api/v1/own-targets")).Body);
        Assert.Equal("\"0\"", (await GetAsync(officer, Citizens)).Headers.ETag?.Tag);
        var set = await SendAsync(officer, HttpMethod.Put, Citizens, wanted, "\"0\"");
        var again = await SendAsync(officer, HttpMethod.Put, Citizens, wanted, "\"0\"");
        var any = await SendAsync(officer, HttpMethod.Put, Citizens, wanted, "*");

        Assert.Equal((JsonValueKind.Null, "percent", "up"), (before.GetProperty("own").ValueKind, before.GetProperty("kind").GetString(), before.GetProperty("direction").GetString()));
        var own = set.Body.GetProperty("own");
        Assert.Equal(
            (200, 1, 95.5m, "12/NQ-HĐND", "2026-01-15"),
            (set.Status, own.GetProperty("version").GetInt32(), own.GetProperty("threshold").GetDecimal(), own.GetProperty("decision").GetString(), own.GetProperty("decidedOn").GetString()));
        Assert.Equal(before.GetProperty("programme").GetDecimal(), set.Body.GetProperty("programme").GetDecimal());
        Assert.Equal(set.Body.GetRawText(), again.Body.GetRawText());
        Assert.Equal(set.Body.GetRawText(), any.Body.GetRawText());
        Assert.Equal(set.Body.GetRawText(), (await AskAsync(officer, Citizens)).Body.GetRawText());
        Assert.Equal("\"1\"", (await GetAsync(officer, Citizens)).Headers.ETag?.Tag);
    }

    [Fact]
    public async Task It_wants_what_the_programme_wants_again_by_a_further_version()
    {
        var leader = await ProgramAsync(Role.CommuneLeader);
        await SetAsync(leader, 95, "*");

        var back = await SetAsync(leader, null, "\"1\"");

        Assert.Equal((200, 2, JsonValueKind.Null), (back.Status, back.Body.GetProperty("own").GetProperty("version").GetInt32(), back.Body.GetProperty("own").GetProperty("threshold").ValueKind));
        Assert.Equal(2, await Stored().OwnValues.CountAsync(Ct));
    }

    [Fact]
    public async Task Who_started_from_an_older_value_is_told_what_stands_now()
    {
        var officer = await ProgramAsync(Role.CommuneOfficer);
        await SetAsync(officer, 95, "\"0\"");

        var late = await SetAsync(officer, 96, "\"0\"");

        Assert.Equal((409, "OwnValueChangedMeanwhile"), Problem(late));
        Assert.Equal((96, 95), (late.Body.GetProperty("yours").GetProperty("threshold").GetInt32(), late.Body.GetProperty("current").GetProperty("own").GetProperty("threshold").GetInt32()));
        Assert.Equal(1, await Stored().OwnValues.CountAsync(Ct));
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_with_the_pages_own_refusals()
    {
        var officer = await ProgramAsync(Role.CommuneOfficer);

        async Task<(int, string?)> PutAsync(object body, string? ifMatch = "*", string address = Citizens) => Problem(await SendAsync(officer, HttpMethod.Put, address, body, ifMatch));

        object Of(object? threshold, string decision = "12/NQ-HĐND", string decidedOn = "2026-01-15") => new { id = Guid.CreateVersion7(), threshold, decision, decidedOn };

        Assert.Equal((400, "VersionNotNamed"), await PutAsync(Of(95), ifMatch: null));
        Assert.Equal((400, "RequestUnreadable"), await PutAsync(new { id = Guid.CreateVersion7(), decision = "1", decidedOn = "2026-01-15" }));
        Assert.Equal((400, "RequestUnreadable"), await PutAsync(Of("95")));
        Assert.Equal((400, "OwnValueDecisionMissing"), await PutAsync(Of(95, decision: " ")));
        Assert.Equal((400, "OwnValueDayAhead"), await PutAsync(Of(95, decidedOn: "2026-11-22")));
        Assert.Equal((400, "OwnValueOutOfRange"), await PutAsync(Of(95.555)));
        Assert.Equal((400, "OwnValueNotBeyond"), await PutAsync(Of(1)));
        Assert.Equal((404, "OwnValueTargetUnknown"), await PutAsync(Of(95), address: "/api/v1/own-targets/citizen-share/2020"));
        Assert.Equal((404, "OwnValueTargetUnknown"), Problem(await AskAsync(officer, "/api/v1/own-targets/citizen-share/2020")));
        Assert.Equal((404, "OwnValueTargetUnknown"), Problem(await AskAsync(officer, "/api/v1/own-targets/none/2030")));
        Assert.Equal(0, await Stored().OwnValues.CountAsync(Ct));
    }

    [Fact]
    public async Task It_is_the_communes_alone_and_a_scope_of_its_own()
    {
        Assert.Equal((403, "RoleMayNot"), Problem(await AskAsync(await ProgramAsync(Role.StandingAgency), "/api/v1/own-targets")));
        Assert.Equal((403, "ScopeMissing"), Problem(await SetAsync(await ProgramAsync(Role.CommuneOfficer, ApiScopes.Read), 95, "*")));
    }

    private static Task<(int Status, JsonElement Body)> SetAsync(HttpClient program, decimal? threshold, string ifMatch) =>
        SendAsync(program, HttpMethod.Put, Citizens, new { id = Guid.CreateVersion7(), threshold, decision = "12/NQ-HĐND", decidedOn = "2026-01-15" }, ifMatch);

    private static JsonElement Listed(JsonElement targets) =>
        Assert.Single(targets.EnumerateArray(), target => (target.GetProperty("indicator").GetString(), target.GetProperty("year").GetInt32()) == ("citizen-share", 2030));
}
