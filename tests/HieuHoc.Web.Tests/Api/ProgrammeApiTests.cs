using System.Text.Json;
using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Demo;
using HieuHoc.Programmes.Money;
using HieuHoc.Programmes.Pilots;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests.Api;

/// <summary>What a program reads of how a plan runs: the plan itself, committees, visits, pilots and money.</summary>
public sealed class ProgrammeApiTests : ApiTest
{
    [Fact]
    public async Task A_plan_is_listed_and_read_with_its_items()
    {
        var plan = Given.Plan();
        var agency = await ProgramAsync(Role.StandingAgency, ApiScopes.Read);

        var line = Assert.Single((await AskAsync(agency, "/api/v1/plans")).Body.EnumerateArray(), one => one.GetProperty("id").GetGuid() == plan.Value);
        var (status, body) = await AskAsync(agency, $"/api/v1/plans/{plan.Value}");

        var items = body.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(("confirming", 0, items.Count), (line.GetProperty("state").GetString(), line.GetProperty("decided").GetInt32(), line.GetProperty("items").GetInt32()));
        Assert.Equal((200, "ke-hoach.txt", 0, JsonValueKind.Null), (status, body.GetProperty("source").GetString(), body.GetProperty("revision").GetInt32(), body.GetProperty("document").ValueKind));
        Assert.Equal("head", items[0].GetProperty("item").GetProperty("item").GetString());
        var target = items.Single(item => item.GetProperty("key").GetString() == "target-1");
        Assert.Equal(
            ("open", "target", 70m, JsonValueKind.Null),
            (target.GetProperty("state").GetString(), target.GetProperty("item").GetProperty("item").GetString(), target.GetProperty("item").GetProperty("value").GetDecimal(), target.GetProperty("item").GetProperty("link").ValueKind));
        Assert.NotEqual("", target.GetProperty("item").GetProperty("clause").GetString());
        Assert.Equal((404, "PlanNotFound"), Problem(await AskAsync(agency, $"/api/v1/plans/{Guid.NewGuid()}")));
    }

    [Fact]
    public async Task A_committee_is_listed_with_its_place_and_read_as_of_a_day()
    {
        var commune = (await ReturnOfAsync(HaiLang)).SubjectId;
        var committee = Given.Committee(commune);
        var officer = await ProgramAsync(Role.CommuneOfficer);
        var address = $"/api/v1/committees/{committee.Value}";

        var place = Assert.Single((await AskAsync(officer, "/api/v1/committees")).Body.EnumerateArray(), one => one.GetProperty("code").GetString() == HaiLang);
        var now = (await AskAsync(officer, address)).Body;
        var before = (await AskAsync(officer, address + "?on=2026-01-01")).Body;
        var never = (await AskAsync(officer, address + "?on=2020-01-01")).Body;

        Assert.Equal(
            ("Xã Hải Lăng", "renewed", "34/QĐ-UBND"),
            (place.GetProperty("place").GetString(), place.GetProperty("standing").GetString(), place.GetProperty("committees").EnumerateArray().Single(one => one.GetProperty("id").GetGuid() == committee.Value).GetProperty("number").GetString()));
        Assert.Equal(("Xã Hải Lăng", "Trần Thị Mẫu", "head", "2026-11-21"), (now.GetProperty("place").GetString(), Head(now), now.GetProperty("members")[0].GetProperty("duty").GetString(), now.GetProperty("on").GetString()));
        Assert.Equal("Nguyễn Văn Mẫu", Head(before));
        Assert.Equal(0, never.GetProperty("members").GetArrayLength());
        Assert.Equal(["34/QĐ-UBND", "12/QĐ-UBND"], now.GetProperty("decisions").EnumerateArray().Select(one => one.GetProperty("number").GetString()));
        Assert.Equal("T. T. M.", Head((await AskAsync(await ProgramAsync(Role.Auditor), address)).Body));
        Assert.Equal((400, "RequestUnreadable"), Problem(await AskAsync(officer, address + "?on=hom-qua")));
    }

    [Fact]
    public async Task A_visit_is_listed_by_its_state_and_read_with_its_findings_and_what_was_said_of_them()
    {
        var commune = (await ReturnOfAsync(HaiLang)).SubjectId;
        var visit = Given.Visit(await ProvinceIdAsync(), commune);
        var finding = Given.Finding(visit, commune);
        var (agency, officer) = (await ProgramAsync(Role.StandingAgency), await ProgramAsync(Role.CommuneOfficer));
        var browser = await AsAsync(Role.CommuneOfficer);
        await PressAsync(browser, await PageAsync(browser, $"/findings/{finding.Value}"), "Gửi trả lời", ("Trả lời", "Đã mua sách"));

        var line = Assert.Single((await AskAsync(agency, "/api/v1/visits?state=carried-out")).Body.GetProperty("visits").EnumerateArray(), one => one.GetProperty("id").GetGuid() == visit.Value);
        var (status, body) = await AskAsync(officer, $"/api/v1/visits/{visit.Value}");

        Assert.Equal(("Xã Hải Lăng", "check", 1), (line.GetProperty("visited").GetString(), line.GetProperty("kind").GetString(), line.GetProperty("unsettled").GetInt32()));
        Assert.Equal((200, true, "Nguyễn Văn Mẫu, Sở GDĐT", 2), (status, body.GetProperty("isWhole").GetBoolean(), body.GetProperty("team")[0].GetString(), body.GetProperty("points").GetArrayLength()));
        var found = Assert.Single(body.GetProperty("findings").EnumerateArray());
        Assert.Equal(("answered", "Xã Hải Lăng", "2026-12-10"), (found.GetProperty("state").GetString(), found.GetProperty("responsible").GetString(), found.GetProperty("dueOn").GetString()));
        Assert.Equal(("answer", "Đã mua sách"), (found.GetProperty("followUp")[0].GetProperty("step").GetString(), found.GetProperty("followUp")[0].GetProperty("words").GetString()));
        Assert.Equal("N. V. M., Sở GDĐT", (await AskAsync(await ProgramAsync(Role.Auditor), $"/api/v1/visits/{visit.Value}")).Body.GetProperty("team")[0].GetString());
        Assert.Equal(0, (await AskAsync(agency, "/api/v1/visits?skip=1000")).Body.GetProperty("visits").GetArrayLength());
        Assert.Equal((400, "RequestUnreadable"), Problem(await AskAsync(agency, "/api/v1/visits?state=CarriedOut")));
        Assert.Equal((400, "RequestUnreadable"), Problem(await AskAsync(agency, "/api/v1/visits?skip=-1")));
    }

    [Fact]
    public async Task Who_is_named_by_a_finding_alone_is_told_that_finding_and_not_what_else_was_seen()
    {
        var visit = Given.Visit(await ProvinceIdAsync(), (await ReturnOfAsync(VinhDinh)).SubjectId);
        Given.Finding(visit, (await Stored().Agencies.SingleAsync(agency => agency.Code == DemoPeople.HomeAffairs, Ct)).Id);
        Given.Finding(visit, (await ReturnOfAsync(VinhDinh)).SubjectId, number: 2);

        var body = (await AskAsync(await ProgramAsync(Role.AgencyOfficer), $"/api/v1/visits/{visit.Value}")).Body;

        Assert.Equal((false, 0, 0, 1), (body.GetProperty("isWhole").GetBoolean(), body.GetProperty("team").GetArrayLength(), body.GetProperty("points").GetArrayLength(), body.GetProperty("findings").GetArrayLength()));
    }

    [Fact]
    public async Task A_pilot_is_listed_by_its_state_and_read_with_what_it_is_judged_by()
    {
        var (lead, area) = ((await Stored().Agencies.SingleAsync(agency => agency.Code == DemoPeople.HomeAffairs, Ct)).Id, (await ReturnOfAsync(HaiLang)).SubjectId);
        var pilot = Given.Pilot(lead, area, PilotState.Evaluated);
        var officer = await ProgramAsync(Role.CommuneOfficer);

        var line = Assert.Single((await AskAsync(officer, "/api/v1/pilots?state=evaluated")).Body.GetProperty("pilots").EnumerateArray());
        var (status, body) = await AskAsync(officer, $"/api/v1/pilots/{pilot.Value}");

        Assert.Equal(("Sở Nội vụ tỉnh Quảng Trị", "Xã Hải Lăng", "2026-12-15"), (line.GetProperty("lead").GetString(), line.GetProperty("areas")[0].GetString(), line.GetProperty("nextDay").GetString()));
        var (measure, evaluation) = (body.GetProperty("measures")[0], body.GetProperty("evaluations")[0]);
        Assert.Equal((200, HaiLang, "Lượt đọc mỗi tối", "Sổ thư viện"), (status, body.GetProperty("areas")[0].GetProperty("code").GetString(), measure.GetProperty("name").GetString(), measure.GetProperty("sources")[0].GetString()));
        Assert.Equal((10m, 25m), (measure.GetProperty("values")[0].GetProperty("before").GetDecimal(), measure.GetProperty("values")[0].GetProperty("then").GetDecimal()));
        Assert.Equal(("Người đọc tăng", JsonValueKind.Null), (evaluation.GetProperty("findings").GetString(), evaluation.GetProperty("decision").ValueKind));
        Assert.Equal(0, (await AskAsync(officer, "/api/v1/pilots?state=running")).Body.GetProperty("count").GetInt32());
        Assert.Equal((400, "RequestUnreadable"), Problem(await AskAsync(officer, "/api/v1/pilots?state=over")));
        Assert.Equal((400, "RequestUnreadable"), Problem(await AskAsync(officer, "/api/v1/pilots?skip=-1")));
    }

    [Fact]
    public async Task The_money_of_a_year_is_told_as_far_as_the_person_sees_it()
    {
        var (own, other) = (Given.Place("Xã Mẫu Một (minh họa)", under: await ProvinceIdAsync()), (await ReturnOfAsync(VinhDinh)).SubjectId);
        var agency = await ProgramAsync(Role.StandingAgency);
        var before = Source((await AskAsync(agency, "/api/v1/money?year=2026")).Body, "local");
        var task = Given.Task((await Stored().Agencies.SingleAsync(known => known.Code == $"{VinhDinh}.ubnd", Ct)).Id);
        Given.Budget(BudgetEntryKind.Allocation, own, MoneySource.Local, 5_000_000);
        Given.Budget(BudgetEntryKind.Spending, other, MoneySource.Local, 2_000_000, task: task);

        var all = (await AskAsync(agency, "/api/v1/money?year=2026")).Body;
        var ofCommune = (await AskAsync(await ProgramAsync(Role.CommuneOfficer), "/api/v1/money?year=2026")).Body;
        var after = Source(all, "local");

        Assert.Equal(["province", "local", "integrated", "mobilised"], all.GetProperty("sources").EnumerateArray().Select(source => source.GetProperty("source").GetString()));
        Assert.Equal((before.Given + 5_000_000, before.Spent + 2_000_000), after);
        var unit = Assert.Single(all.GetProperty("units").EnumerateArray(), one => one.GetProperty("name").GetString()!.Contains("Mẫu Một", StringComparison.Ordinal));
        Assert.Equal((5_000_000, 0, 5_000_000), (unit.GetProperty("allocated").GetInt64(), unit.GetProperty("spent").GetInt64(), unit.GetProperty("remaining").GetInt64()));
        Assert.Equal(2_000_000, Assert.Single(all.GetProperty("tasks").EnumerateArray(), one => one.GetProperty("task").GetGuid() == task.Value).GetProperty("spent").GetInt64());
        Assert.DoesNotContain(ofCommune.GetProperty("units").EnumerateArray(), one => one.GetProperty("name").GetString() == "Xã Vĩnh Định");
        Assert.Equal(2026, (await AskAsync(agency, "/api/v1/money")).Body.GetProperty("year").GetInt32());
        Assert.Equal((400, "RequestUnreadable"), Problem(await AskAsync(agency, "/api/v1/money?year=2009")));
    }

    [Fact]
    public async Task What_lies_outside_ones_part_is_not_found_here_and_on_the_pages()
    {
        var (province, neighbour) = (await ProvinceIdAsync(), (await ReturnOfAsync(VinhDinh)).SubjectId);
        var lead = Given.Agency(province, "Sở Một");
        var (program, browser) = (await ProgramAsync(Role.CommuneOfficer), await AsAsync(Role.CommuneOfficer));

        foreach (var (address, refusal) in ((string, string)[])
        [
            ($"committees/{Given.Committee(neighbour).Value}", "CommitteeNotFound"),
            ($"visits/{Given.Visit(province, neighbour).Value}", "VisitNotFound"),
            ($"pilots/{Given.Pilot(lead, neighbour).Value}", "PilotNotFound"),
        ])
        {
            Assert.Equal((404, refusal), Problem(await AskAsync(program, "/api/v1/" + address)));
            Assert.Equal(404, (int)(await GetAsync(browser, "/" + address)).StatusCode);
        }

        Assert.Equal((403, "RoleMayNot"), Problem(await AskAsync(program, $"/api/v1/plans/{Given.Plan().Value}")));
        Assert.Equal((403, "RoleMayNot"), Problem(await AskAsync(await ProgramAsync(Role.Administrator), "/api/v1/money")));
    }

    private static string? Head(JsonElement committee) => committee.GetProperty("members")[0].GetProperty("name").GetString();

    private static (long Given, long Spent) Source(JsonElement money, string source) => money.GetProperty("sources").EnumerateArray()
        .Where(one => one.GetProperty("source").GetString() == source).Select(one => (one.GetProperty("given").GetInt64(), one.GetProperty("spent").GetInt64())).Single();
}
