using System.Text.Json;
using HieuHoc.Access;
using HieuHoc.Places;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Api;

public sealed class VillagesApiTests : ApiTest
{
    private const string List = $"/api/v1/places/{HaiLang}/villages";

    [Fact]
    public async Task A_village_is_entered_listed_and_read()
    {
        var officer = await ProgramAsync(Role.CommuneOfficer);

        var entered = await SendAsync(officer, HttpMethod.Post, List, new { kind = "Thôn", name = "Lương Điền", from = "2026-01-01", legalBasis = "NQ 1" });
        var again = await SendAsync(officer, HttpMethod.Post, List, new { kind = "Thôn", name = "Lương Điền", from = "2026-01-01", legalBasis = "NQ 1" });
        var listed = await AskAsync(officer, List);
        var before = await AskAsync(officer, List + "?on=2025-12-31");
        var one = await AskAsync(officer, $"/api/v1/villages/{entered.Body.GetProperty("id").GetInt32()}");

        Assert.Equal((200, 200), (entered.Status, again.Status));
        Assert.Equal(
            ("thôn", "Lương Điền", "Thôn Lương Điền", "Xã Hải Lăng"),
            (Text(entered, "kind"), Text(entered, "name"), Text(entered, "fullName"), Text(entered, "commune")));
        Assert.Equal(entered.Body.GetRawText(), again.Body.GetRawText());
        Assert.Equal(entered.Body.GetRawText(), Listed(listed.Body, "Thôn Lương Điền").GetRawText());
        Assert.Equal(entered.Body.GetRawText(), one.Body.GetRawText());
        Assert.DoesNotContain(before.Body.EnumerateArray(), village => village.GetProperty("fullName").GetString() == "Thôn Lương Điền");
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Without_a_day_it_begins_today()
    {
        var entered = await SendAsync(await ProgramAsync(Role.CommuneOfficer), HttpMethod.Post, List, new { kind = "thôn", name = "Lương Điền" });

        var id = entered.Body.GetProperty("id").GetInt32();
        await using var db = Engine.Open();
        Assert.Equal(Clock.Now.Day, (await db.Places.SingleAsync(place => place.Id == id, Ct)).ValidFrom);
    }

    [Fact]
    public async Task A_village_gets_another_name_and_stays_the_same()
    {
        var agency = await ProgramAsync(Role.StandingAgency);
        var id = await EnterAsync(agency, "Lương Điền");

        var renamed = await SendAsync(agency, HttpMethod.Post, $"/api/v1/villages/{id}/names", new { kind = "tổ dân phố", name = "Một", from = "2026-06-01" });
        var again = await SendAsync(agency, HttpMethod.Post, $"/api/v1/villages/{id}/names", new { kind = "tổ dân phố", name = "Một", from = "2026-06-01" });

        Assert.Equal((200, id, "Tổ dân phố Một"), (renamed.Status, renamed.Body.GetProperty("id").GetInt32(), Text(renamed, "fullName")));
        Assert.Equal(renamed.Body.GetRawText(), again.Body.GetRawText());
        Assert.Equal(id, Listed((await AskAsync(agency, List + "?on=2026-05-31")).Body, "Thôn Lương Điền").GetProperty("id").GetInt32());
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_with_the_pages_own_refusals()
    {
        var officer = await ProgramAsync(Role.CommuneOfficer);
        var id = await EnterAsync(officer, "Lương Điền");
        await EnterAsync(officer, "Mỹ Chánh");
        var names = $"/api/v1/villages/{id}/names";

        async Task<(int, string?)> PostAsync(string address, object body) => Problem(await SendAsync(officer, HttpMethod.Post, address, body));

        Assert.Equal((400, "VillageNameIllFormed"), await PostAsync(List, new { kind = "thôn", name = " " }));
        Assert.Equal((400, "VillageDayOutOfRange"), await PostAsync(List, new { kind = "thôn", name = "Mới", from = "2026-11-22" }));
        Assert.Equal((409, "VillageNameTaken"), await PostAsync(List, new { kind = "thôn", name = "luong dien", from = "2026-01-01" }));
        Assert.Equal((400, "RequestUnreadable"), await PostAsync(List, new { name = "Mới" }));
        Assert.Equal((400, "RequestUnreadable"), await PostAsync(List, new { kind = "thôn", name = "Mới", khac = 1 }));
        Assert.Equal((400, "VillageNameIllFormed"), await PostAsync(names, new { kind = "", name = "Mới" }));
        Assert.Equal((400, "VillageDayOutOfRange"), await PostAsync(names, new { kind = "thôn", name = "Mới", from = "2026-01-01" }));
        Assert.Equal((409, "VillageNameTaken"), await PostAsync(names, new { kind = "thôn", name = "Mỹ Chánh", from = "2026-06-01" }));
        Assert.Equal((404, "VillageNotFound"), await PostAsync("/api/v1/villages/999999/names", new { kind = "thôn", name = "Mới" }));
        Assert.Equal((400, "RequestUnreadable"), Problem(await AskAsync(officer, List + "?on=hom-qua")));
        Assert.Equal(2, await CountAsync());
    }

    [Fact]
    public async Task A_village_that_has_ended_gets_no_other_name()
    {
        var officer = await ProgramAsync(Role.CommuneOfficer);
        var id = await EnterAsync(officer, "Lương Điền");
        await using (var db = Engine.Open())
        {
            await db.Places.Where(place => place.Id == id).ExecuteUpdateAsync(set => set.SetProperty(place => place.ValidTo, new DateOnly(2026, 10, 31)), Ct);
        }

        var answer = await SendAsync(officer, HttpMethod.Post, $"/api/v1/villages/{id}/names", new { kind = "thôn", name = "Mới" });

        Assert.Equal((409, "VillageHasEnded"), Problem(answer));
    }

    [Fact]
    public async Task A_commune_and_what_is_no_village_do_not_exist_as_one()
    {
        var agency = await ProgramAsync(Role.StandingAgency);
        var commune = (await ReturnOfAsync(HaiLang)).SubjectId;

        Assert.Equal((404, "VillageNotFound"), Problem(await AskAsync(agency, $"/api/v1/villages/{commune}")));
        Assert.Equal((404, "PlaceNotFound"), Problem(await AskAsync(agency, "/api/v1/places/44/villages")));
    }

    [Fact]
    public async Task Keeping_villages_is_a_scope_of_its_own()
    {
        var program = await ProgramAsync(Role.CommuneOfficer, ApiScopes.Read, ApiScopes.ReturnsWrite);

        var answer = await SendAsync(program, HttpMethod.Post, List, new { kind = "thôn", name = "Lương Điền" });

        Assert.Equal((403, "ScopeMissing"), Problem(answer));
        Assert.Equal("villages:write", answer.Body.GetProperty("scope").GetString());
    }

    private static async Task<int> EnterAsync(HttpClient program, string name) =>
        (await SendAsync(program, HttpMethod.Post, List, new { kind = "thôn", name, from = "2026-01-01" })).Body.GetProperty("id").GetInt32();

    private static string? Text((int Status, JsonElement Body) answer, string member) => answer.Body.GetProperty(member).GetString();

    private static JsonElement Listed(JsonElement villages, string fullName) =>
        Assert.Single(villages.EnumerateArray(), village => village.GetProperty("fullName").GetString() == fullName);

    /// <summary>How many villages there are besides those of the demonstration.</summary>
    private async Task<int> CountAsync()
    {
        await using var db = Engine.Open();

        return await db.Places.Where(place => place.Level == PlaceLevel.Village)
            .Join(db.PlaceNames, place => place.Id, name => name.PlaceId, (_, name) => name.Name)
            .CountAsync(name => !name.EndsWith("(minh họa)"), Ct);
    }
}
