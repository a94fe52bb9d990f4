using Deque.AxeCore.Playwright;
using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Demo;
using HieuHoc.Documents;
using HieuHoc.Places;
using HieuHoc.Programmes.Money;
using HieuHoc.Programmes.Pilots;
using HieuHoc.Reporting.Records;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace HieuHoc.Browser.Tests;

/// <summary>What holds for every page: nothing for axe to find, and nothing that scrolls sideways on a cheap phone.</summary>
public sealed class EveryPageTests(Chromium chromium) : BrowserTest(chromium)
{
    private const int Phone = 360;
    private const int Desk = 1280;

    [Fact]
    public async Task Axe_finds_nothing_in_light_and_in_dark()
    {
        var found = new List<string>();

        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await EachAsync(Desk, scheme, async (page, address) =>
            {
                var result = await page.RunAxe();
                found.AddRange(result.Violations.Select(violation =>
                    $"{scheme} {address}: {violation.Id} {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"));
            });
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public async Task Nothing_scrolls_sideways_on_a_phone()
    {
        var wide = new List<string>();

        await EachAsync(Phone, ColorScheme.Light, async (page, address) =>
        {
            var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");

            if (width > Phone)
            {
                wide.Add($"{address}: {width} px");
            }

            await PictureAsync(page, PictureName(address) + "-360");
        });

        Assert.True(wide.Count == 0, string.Join('\n', wide));
    }

    /// <summary>Looks at every page of every role in turn.</summary>
    private async Task EachAsync(int width, ColorScheme scheme, Func<IPage, string, Task> look)
    {
        foreach (var (role, addresses) in await AddressesAsync())
        {
            var page = await AsAsync(role, width, scheme: scheme);

            foreach (var address in addresses)
            {
                await page.GotoAsync(address);
                await look(page, $"{role} {address}");
            }
        }

        var stranger = await OpenAsync(width, scheme: scheme);
        await stranger.GotoAsync("/sign-in");
        await look(stranger, "stranger /sign-in");
    }

    private async Task<IReadOnlyList<(Role Role, string[] Addresses)>> AddressesAsync()
    {
        await using var db = Database.Open();
        var commune = await db.PlaceByCodeAsync(DemoPeople.CommuneCode, new DateOnly(2026, 11, 21), Ct);
        var communes = db.PlaceCodes.Select(code => code.PlaceId);
        var ofCommunes = db.Returns.Where(@return => communes.Contains(@return.SubjectId));
        var askedOfVillages = db.Rounds.Where(round => round.Code == "2026-thon").Select(round => round.Id);
        var ofVillages = db.Returns.Where(@return => askedOfVillages.Contains(@return.RoundId));
        var own = await db.Returns.Where(@return => @return.SubjectId == commune!.Id).Select(@return => @return.Id).SingleAsync(Ct);
        var mend = await ofCommunes.Where(@return => @return.State == ReturnState.ToMend).Select(@return => @return.Id).FirstAsync(Ct);
        var sent = await ofCommunes.Where(@return => @return.State == ReturnState.Sent).Select(@return => @return.Id).FirstAsync(Ct);
        var round = await db.Rounds.Where(round => round.Code == "2026").Select(round => round.Id).SingleAsync(Ct);
        var entering = await ofVillages.Where(@return => @return.State == ReturnState.Entering).Select(@return => @return.Id).SingleAsync(Ct);
        var given = new Given(Database.Engine);
        var report = await db.Reports.Select(report => (ReportId?)report.Id).FirstOrDefaultAsync(Ct) ?? given.Report();
        var plan = given.Plan();
        var agency = await db.Agencies.Where(agency => agency.Code == "quang-tri.so-vhttdl").Select(agency => agency.Id).SingleAsync(Ct);
        var task = given.Task(agency);
        var row = given.AnnualRow(agency, task, dueOn: new DateOnly(2026, 11, 15));
        var budget = await db.BudgetRounds.Select(round => (BudgetRoundId?)round.Id).FirstOrDefaultAsync(Ct) ?? given.BudgetRound(commune!.Id);
        var spending = await db.BudgetEntries.Select(entry => (BudgetEntryId?)entry.Id).FirstOrDefaultAsync(Ct) ?? given.Spending(commune!.Id);
        var fund = await db.StudyFunds.Select(known => (StudyFundId?)known.Id).FirstOrDefaultAsync(Ct) ?? given.Fund(commune!.Id);
        var document = await db.OfficialDocuments.Where(document => document.Number == "5332/KH-UBND").Select(document => document.Id).SingleAsync(Ct);
        var province = (await db.Owners.SingleAsync(owner => owner.Id == 1, Ct)).PlaceId;
        var committee = given.Committee(province);
        var (visit, planned) = (given.Visit(province, commune!.Id), given.Visit(province, commune.Id, carriedOut: false));
        var finding = given.Finding(visit, commune.Id, dueOn: new DateOnly(2026, 11, 19));
        var (pilot, evaluated) = (given.Pilot(agency, commune.Id), given.Pilot(agency, commune.Id, PilotState.Evaluated));
        var raised = given.Raised(commune.Id);
        var arrived = await ofVillages.Where(@return => @return.State == ReturnState.Sent).Select(@return => @return.Id).SingleAsync(Ct);

        return
        [
            (Role.CommuneOfficer, ["/", "/overview", "/returns", $"/returns/{own.Value}", $"/returns/{own.Value}?section=models", $"/returns/{own.Value}/attachments", $"/returns/{own.Value}/workbook", $"/returns/{own.Value}/report", $"/returns/{own.Value}/paper", "/difficulties", "/difficulties/new", "/own-targets", "/own-targets/citizen-share/2030", $"/returns/{entering.Value}", $"/returns/{arrived.Value}", "/returns?round=2026-thon", $"/places/{DemoPeople.CommuneCode}", $"/places/{DemoPeople.CommuneCode}/history", "/me", "/me/security", "/devices", "/relay", "/capture", $"/places/{DemoPeople.CommuneCode}/villages", $"/places/{DemoPeople.CommuneCode}/villages/rearrange", "/rounds", $"/rounds/{round.Value}", "/people", "/people/new", "/calendar", $"/findings/{finding.Value}", $"/findings/{finding.Value}/attachments", $"/rounds/{round.Value}/remind", "/import", "/import/villages"]),
            (Role.CommuneLeader, ["/", $"/returns/{own.Value}"]),
            (Role.StandingAgency,
            [
                "/", "/overview", "/returns", "/rounds", $"/rounds/{round.Value}", $"/returns/{mend.Value}", $"/returns/{sent.Value}", $"/returns/{sent.Value}/paper", "/difficulties", "/places/44",
                "/indicators/citizen-share/44?year=2026", "/indicators/life-skills-share/44/survey?year=2026", "/reports", $"/reports/{report.Value}", "/programme", "/plans", "/plans/new", $"/plans/{plan.Value}", $"/plans/{plan.Value}/measure/target-1", "/pilots", "/pilots/new", $"/pilots/{pilot.Value}", $"/pilots/{pilot.Value}/edit", $"/pilots/{pilot.Value}/measure", $"/pilots/{pilot.Value}/attachments", $"/pilots/{evaluated.Value}", $"/pilots/{evaluated.Value}/evaluate", $"/difficulties/{raised.Value}", "/visits", "/visits/new", $"/visits/{visit.Value}", $"/visits/{planned.Value}/edit", $"/findings/{finding.Value}", "/committees", "/committees/new", $"/committees/{committee.Value}", $"/committees/{committee.Value}/decide", "/money", "/money/rounds/new", $"/money/rounds/{budget.Value}", $"/money/rounds/{budget.Value}/requests/{commune!.Id}", $"/money/units/{commune!.Id}?year=2026", $"/money/units/{commune!.Id}/write?kind=Allocation", "/money?year=2026", "/money/funds", "/tasks", $"/tasks?agency={agency}&year=2026", "/tasks/new", $"/tasks/{task.Value}", $"/tasks/{task.Value}/edit", $"/tasks/rows/{row.Value}", $"/tasks/rows/{row.Value}/attachments", $"/tasks/rows/new?agency={agency}&year=2026", "/calendar", "/law/citizen-share", "/agencies", "/documents", "/documents?q=hoc+tap", "/documents/new", $"/documents/{document.Value}/attachments", $"/documents/{document.Value}/edit", $"/documents/{document.Value}", $"/documents/{document.Value}?find=hoc+tap", "/jobs", "/me/password", "/me/second-factor", "/nothing-here",
                "/rounds/new", .. new[] { "extend", "close", "progress", "letter", "figures", "remind", "remind?all=true", "progress?show=all", "state" }.Select(page => $"/rounds/{round.Value}/{page}"),
            ]),
            (Role.Administrator, ["/", "/import", "/import/agencies", "/import/accounts", "/people", "/people/new", "/packs", "/packs/programmes/quang-tri-2021-2030/2021.1", "/jobs", "/mails", "/reports"]),
        ];
    }

    private static string PictureName(string address) => address switch
    {
        "CommuneOfficer /" => "home-officer",
        "StandingAgency /" => "home-agency",
        "StandingAgency /places/44" => "province",
        "stranger /sign-in" => "sign-in",
        _ when address.StartsWith("StandingAgency /indicators", StringComparison.Ordinal) => "indicator-rows",
        _ when address.StartsWith("StandingAgency /tasks?agency", StringComparison.Ordinal) => "tasks",
        _ => "all/" + string.Concat(address.Select(c => char.IsLetterOrDigit(c) ? c : '-'))[..Math.Min(40, address.Length)],
    };
}
