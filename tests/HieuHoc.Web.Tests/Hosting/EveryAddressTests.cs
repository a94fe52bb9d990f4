using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Demo;
using HieuHoc.Documents;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using HieuHoc.Platform.Jobs;
using HieuHoc.Programmes;
using HieuHoc.Programmes.Checks;
using HieuHoc.Programmes.Committees;
using HieuHoc.Programmes.Money;
using HieuHoc.Programmes.Pilots;
using HieuHoc.Programmes.Plans;
using HieuHoc.Programmes.Tasks;
using HieuHoc.Reporting.Records;
using HieuHoc.Returns;
using HieuHoc.Returns.Narrative;
using HieuHoc.Rules;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Web.Tests.Hosting;

/// <summary>What holds of every page there is: a page added to the site is asked too.</summary>
public sealed partial class EveryAddressTests : WalkTest
{
    private static readonly IReadOnlyList<Role?> Everyone = [null, .. DemoPeople.All.Select(person => (Role?)person.Role)];

    /// <summary>An address that exists for each pattern that has parameters; {id} stands for the return of Hải Lăng, {job} for a job of the installation.</summary>
    private static readonly IReadOnlyDictionary<string, string> Samples = new Dictionary<string, string>
    {
        ["returns/{id:guid}"] = "/returns/{id}", ["returns/{id:guid}/attachments"] = "/returns/{id}/attachments",
        ["returns/{id:guid}/workbook/{file:guid?}"] = "/returns/{id}/workbook",
        ["rounds/{id:guid}/villages/{code}/workbook/{file:guid?}"] = "/rounds/{asked-of-villages}/villages/" + HaiLang + "/workbook",
        ["import/{kind}/{file:guid?}"] = "/import/villages", ["import/accounts/{file:guid}/slips"] = $"/import/accounts/{Guid.Empty}/slips",
        ["rounds/{id:guid}"] = "/rounds/{round}", ["rounds/{id:guid}/figures"] = "/rounds/{round}/figures",
        ["rounds/{id:guid}/extend"] = "/rounds/{round}/extend", ["rounds/{id:guid}/close"] = "/rounds/{round}/close",
        ["rounds/{id:guid}/remind"] = "/rounds/{round}/remind?all=true", ["rounds/{id:guid}/state"] = "/rounds/{round}/state",
        ["rounds/{id:guid}/progress"] = "/rounds/{round}/progress", ["rounds/{id:guid}/letter"] = "/rounds/{round}/letter",
        ["places/{code}/parts"] = "/places/99998@2025-06-30/parts",
        ["returns/{id:guid}/report"] = "/returns/{id}/report", ["returns/{id:guid}/paper"] = "/returns/{id}/paper",
        ["difficulties/{id:guid}"] = "/difficulties/{difficulty}", ["overview/{code?}"] = $"/overview/{HaiLang}",
        ["jobs/{id:guid}"] = "/jobs/{job}", ["reports/{id:guid}"] = "/reports/{report}", ["places/{code}"] = $"/places/{HaiLang}",
        ["places/{code}/history"] = $"/places/{HaiLang}/history",
        ["villages/{id:int}"] = "/villages/{village}",
        ["places/{code}/villages"] = $"/places/{HaiLang}/villages",
        ["places/{code}/villages/rearrange"] = $"/places/{HaiLang}/villages/rearrange",
        ["indicators/{code}/{placeCode}"] = $"/indicators/family-share/{HaiLang}?year=2026",
        ["indicators/{code}/{placeCode}/survey"] = $"/indicators/life-skills-share/{HaiLang}/survey?year=2026",
        ["packs/{kind}/{code}/{version}"] = "/packs/programmes/quang-tri-2021-2030/2021.1",
        ["law/{code}"] = "/law/family-share",
        ["error/{code:int:range(400,599)}"] = "/error/404",
        ["agencies/{id:int}"] = "/agencies/{agency}", ["plans/{id:guid}"] = "/plans/{plan}",
        ["plans/{id:guid}/measure/{item}"] = "/plans/{plan}/measure/target-1",
        ["own-targets/{indicator}/{year:int}"] = "/own-targets/citizen-share/2030",
        ["plans/{id:guid}/tasks"] = "/plans/{plan}/tasks", ["tasks/{id:guid}"] = "/tasks/{task}", ["tasks/{id:guid}/edit"] = "/tasks/{task}/edit",
        ["tasks/rows/{id:guid}"] = "/tasks/rows/{row}", ["tasks/rows/{id:guid}/attachments"] = "/tasks/rows/{row}/attachments",
        ["committees/{id:guid}"] = "/committees/{committee}", ["committees/{id:guid}/decide/{decision:guid?}"] = "/committees/{committee}/decide",
        ["pilots/{id:guid}"] = "/pilots/{pilot}", ["pilots/{id:guid}/edit"] = "/pilots/{pilot}/edit", ["pilots/{id:guid}/measure"] = "/pilots/{pilot}/measure",
        ["pilots/{id:guid}/evaluate"] = "/pilots/{running-pilot}/evaluate", ["pilots/{id:guid}/attachments"] = "/pilots/{pilot}/attachments",
        ["visits/{id:guid}"] = "/visits/{visit}", ["visits/{id:guid}/edit"] = "/visits/{planned-visit}/edit",
        ["findings/{id:guid}"] = "/findings/{finding}", ["findings/{id:guid}/attachments"] = "/findings/{finding}/attachments",
        ["people/{id:guid}"] = "/people/{person}",
        ["documents/{id:guid}"] = "/documents/{document}", ["documents/{id:guid}/edit"] = "/documents/{document}/edit",
        ["money/rounds/{id:guid}"] = "/money/rounds/{budget}", ["money/rounds/{id:guid}/requests/{subject:int}"] = "/money/rounds/{budget}/requests/{commune}",
        ["money/units/{subject:int}"] = "/money/units/{commune}?year=2026", ["money/units/{subject:int}/write"] = "/money/units/{commune}/write",
        ["money/entries/{id:guid}/attachments"] = "/money/entries/{spending}/attachments",
        ["money/funds/{id:guid}"] = "/money/funds/{fund}", ["money/funds/{id:guid}/write"] = "/money/funds/{fund}/write",
        ["documents/{id:guid}/attachments"] = "/documents/{document}/attachments",
    };

    private static readonly IReadOnlyList<string> ClosedLists =
    [
        .. Enum.GetNames<ReturnState>(), .. Enum.GetNames<ReturnStep>(), .. Enum.GetNames<Verdict>(), .. Enum.GetNames<Role>(),
        .. Enum.GetNames<PlaceLevel>(), .. Enum.GetNames<IndicatorKind>(), .. Enum.GetNames<AgencyKind>(), .. Enum.GetNames<JobState>(), .. Enum.GetNames<ReportState>(),
        .. Enum.GetNames<DocumentType>(), .. Enum.GetNames<DocumentLevel>(), .. Enum.GetNames<DocumentState>(), .. Enum.GetNames<DocumentRelationKind>(),
        .. Enum.GetNames<TaskRecurrence>(), .. Enum.GetNames<RowState>(), .. Enum.GetNames<TaskLineState>(),
        .. Enum.GetNames<VisitKind>(), .. Enum.GetNames<VisitState>(), .. Enum.GetNames<PointSeen>(), .. Enum.GetNames<FindingState>(), .. Enum.GetNames<FindingStep>(),
        .. Enum.GetNames<PilotState>(), .. Enum.GetNames<PilotStep>(), .. Enum.GetNames<PilotDecision>(), .. Enum.GetNames<DifficultySubject>(), .. Enum.GetNames<DifficultyForward>(),
        .. Enum.GetNames<CommitteeDuty>(), .. Enum.GetNames<CommitteeStanding>(),
        .. Enum.GetNames<MoneySource>(), .. Enum.GetNames<BudgetEntryKind>(), .. Enum.GetNames<FundEntryKind>(), .. Enum.GetNames<FundForm>(), .. Enum.GetNames<FundPurpose>(), .. Enum.GetNames<LearnerGroup>(), .. Enum.GetNames<BudgetRequestState>(),
        .. HieuHocServices.JobHandlers().Select(kind => kind.Name),
    ];

    private readonly Texts texts = new();
    private JobId job;
    private int village;
    private Guid difficulty;
    private ReportId report;
    private PlanId plan;
    private TaskId task;
    private AnnualRowId row;
    private CommitteeId committee;
    private VisitId visit;
    private VisitId plannedVisit;
    private FindingId finding;
    private PilotId pilot;
    private PilotId runningPilot;
    private BudgetRoundId budget;
    private BudgetEntryId spending;
    private StudyFundId fund;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await using var db = Engine.Open();
        job = db.Enqueue<SweepAttachments>(1, new { }, null, Clock.Now);
        await db.SaveChangesAsync(Ct);
        report = Given.Report("association", ReportWriter.Association);
        plan = Given.Plan();
        var agency = (await db.Agencies.SingleAsync(agency => agency.Code == $"{HaiLang}.ubnd", Ct)).Id;
        task = Given.Task(agency);
        row = Given.AnnualRow(agency, task, dueOn: Clock.Now.Day.AddDays(-3));
        committee = Given.Committee((await db.Owners.SingleAsync(owner => owner.Id == 1, Ct)).PlaceId);
        await VisitAsync(db);
        budget = Given.BudgetRound((await ReturnOfAsync(HaiLang)).SubjectId);
        spending = Given.Spending((await ReturnOfAsync(HaiLang)).SubjectId);
        fund = Given.Fund((await ReturnOfAsync(HaiLang)).SubjectId);
        Given.Split([(await ReturnOfAsync(HaiLang)).SubjectId, (await ReturnOfAsync(VinhDinh)).SubjectId]);
        difficulty = await SentDifficultyAsync();
        village = Given.Place("Mẫu (minh họa)", under: (await db.PlaceByCodeAsync(HaiLang, Clock.Now.Day, Ct))!.Id);
    }

    [Fact]
    public async Task Every_page_opens_for_its_roles_alone_in_both_languages_and_says_nothing_in_code()
    {
        var wrong = new List<string>();

        foreach (var role in Everyone)
        {
            var browser = role is { } known ? await AsAsync(known) : Stranger();

            foreach (var language in Texts.Languages)
            {
                await SpeakAsync(browser, language);

                foreach (var page in await PagesAsync())
                {
                    var view = await PageAsync(browser, page.Address);
                    var expected = Expected(page, role);
                    wrong.AddRange((view.Status == expected ? [] : new[] { $"{(int)view.Status} instead of {(int)expected}" })
                        .Concat(view.Status is HttpStatusCode.Found ? [] : Faults(view, language))
                        .Select(fault => $"{role?.ToString() ?? "stranger"} {language} {page.Address}: {fault}"));
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Nothing_that_can_be_asked_of_a_page_breaks_it()
    {
        var broken = new List<string>();

        foreach (var role in Everyone)
        {
            var browser = role is { } known ? await AsAsync(known) : Stranger();
            var token = (await PageAsync(browser, role is null ? "/sign-in" : "/")).Press("English").Fields
                .Single(field => field.Name == "__RequestVerificationToken").Value;

            foreach (var page in await PagesAsync())
            {
                if (page.Address is "/sign-out")
                {
                    continue;
                }

                foreach (var (method, query) in Requests(page.Address))
                {
                    using var request = new HttpRequestMessage(method, new Uri(query, UriKind.Relative))
                    {
                        Content = method == HttpMethod.Get ? null : new FormUrlEncodedContent(
                            [KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("khong", "co"), KeyValuePair.Create("Revision", "x")]),
                    };
                    var answer = await browser.SendAsync(request, Ct);

                    if ((int)answer.StatusCode is < 200 or >= 500)
                    {
                        broken.Add($"{role?.ToString() ?? "stranger"} {method} {query}: {(int)answer.StatusCode}");
                    }
                }
            }
        }

        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    /// <summary>
    /// A visit to Hải Lăng that names an agency of the province, and one that is still planned: both are seen by every role that sees visits.
    /// Pilots there, led by the same agency, alike.
    /// </summary>
    private async Task VisitAsync(HieuHocDb db)
    {
        var province = (await db.Owners.SingleAsync(owner => owner.Id == 1, Ct)).PlaceId;
        var visited = (await ReturnOfAsync(HaiLang)).SubjectId;
        var named = (await db.Agencies.SingleAsync(agency => agency.Code == DemoPeople.HomeAffairs, Ct)).Id;
        (visit, plannedVisit) = (Given.Visit(province, visited), Given.Visit(province, visited, carriedOut: false));
        finding = Given.Finding(visit, named);
        Given.Finding(plannedVisit, named);
        (pilot, runningPilot) = (Given.Pilot(named, visited), Given.Pilot(named, visited, PilotState.Running));
    }

    private async Task SpeakAsync(HttpClient browser, string language)
    {
        var page = await PageAsync(browser, "/error/404");
        await page.PressAsync(browser, texts[$"language.{language}"], [], Ct);
    }

    private static IEnumerable<(HttpMethod Method, string Query)> Requests(string address)
    {
        var with = address.Contains('?', StringComparison.Ordinal) ? '&' : '?';

        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head, HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Options])
        {
            yield return (method, address);
            yield return (method, $"{address}{with}handler=KhongCo");
            yield return (method, $"{address}{with}handler=Step&step=99&year=x&page=x&state=x&round=x&indicator=x&signedOut=x");
            yield return (method, $"{address}{with}year=2147483647&page=2147483647");
        }
    }

    /// <summary>What no page may show; a page of an error is a page too.</summary>
    private IEnumerable<string> Faults(PageView view, string language)
    {
        var said = Said(view.Document.DocumentElement);

        foreach (var key in Key().Matches(said).Select(match => match.Value).Where(texts.Has).Distinct())
        {
            yield return $"the key {key}";
        }

        // In English a single word of a closed list may be meant as a word.
        foreach (var name in ClosedLists.Where(name => language == "vi" || name.Count(char.IsUpper) > 1).Distinct())
        {
            if (Regex.IsMatch(said, $@"(?<![\w./]){name}(?![\w./])"))
            {
                yield return $"the name {name}";
            }
        }

        if (!PageView.Words(view.Document.QuerySelector(".demo-banner")).StartsWith(texts.In(language, "frame.demo"), StringComparison.Ordinal))
        {
            yield return "no mark of the demonstration";
        }
    }

    /// <summary>Everything that is read or read out; the file of a pack, shown word for word, is not the page's own words.</summary>
    private static string Said(IElement page)
    {
        var said = (IElement)page.Clone();
        said.QuerySelectorAll("pre.source").ToList().ForEach(source => source.Remove());

        return string.Join('\n',
            said.QuerySelectorAll("*").SelectMany(element => element.Attributes)
                .Where(attribute => attribute.Name is "aria-label" or "title" or "alt" or "placeholder")
                .Select(attribute => attribute.Value)
                .Append(said.TextContent));
    }

    private static HttpStatusCode Expected(SitePage page, Role? role) => page switch
    {
        { Address: "/error/404" } => HttpStatusCode.NotFound,
        { Address: "/enrol" or "/capture" } => HttpStatusCode.OK,
        { Address: "/sign-in" or "/sign-in/passkey" } => role is null ? HttpStatusCode.OK : HttpStatusCode.Found,
        { Roles: null } => HttpStatusCode.Found,
        _ when role is null => HttpStatusCode.Found,
        // An administrator takes over accounts and agencies, and has uploaded none.
        { Address: var address } when role is Role.Administrator && address.StartsWith("/import/", StringComparison.Ordinal) => HttpStatusCode.NotFound,
        // A commune keeps the accounts of its villages alone.
        { Address: var address } when role is Role.CommuneOfficer && address.StartsWith("/people/", StringComparison.Ordinal) && address != "/people/new" =>
            HttpStatusCode.NotFound,
        // The sample is a draft: it is of its writers alone, also for who reads locked reports.
        { Address: var address, Roles: var roles } when roles.Contains(role.Value) && !RoleTable.Of(role.Value).May.Contains(Capability.BuildReports)
            && address.StartsWith("/reports/", StringComparison.Ordinal) => HttpStatusCode.NotFound,
        // The return of a commune does not exist for who stays in an agency; the round that asks both does.
        { Address: var address, Roles: var roles } when RoleTable.Of(role.Value).StaysInAgency && roles.Contains(role.Value)
            && address.StartsWith("/returns/", StringComparison.Ordinal) => HttpStatusCode.NotFound,
        // Fund books are the Association's to read, and no other agency's.
        { Address: var address, Roles: var roles } when roles.Contains(role.Value) && RoleTable.Of(role.Value).StaysInAgency
            && address.StartsWith("/money/funds/", StringComparison.Ordinal) && address != "/money/funds/new" => HttpStatusCode.NotFound,
        // Of budgets an agency and the Association see their own.
        { Address: var address, Roles: var roles } when roles.Contains(role.Value) && (RoleTable.Of(role.Value).StaysInAgency || role is Role.AssociationOfficer)
            && new[] { "/requests/", "/money/units/", "/money/entries/" }.Any(part => address.Contains(part, StringComparison.Ordinal)) => HttpStatusCode.NotFound,
        // What a commune spends, the commune writes down.
        { Address: var address } when role is (Role.StandingAgency or Role.AssociationOfficer) && address.EndsWith("/write", StringComparison.Ordinal) => HttpStatusCode.Forbidden,
        // What a neighbour tells the standing agency is for whoever receives it.
        { Address: var address, Roles: var roles } when address.StartsWith("/difficulties/", StringComparison.Ordinal) && address != "/difficulties/new" && roles.Contains(role.Value)
            && (RoleTable.Of(role.Value).IsSender || RoleTable.Of(role.Value).StaysInAgency) => HttpStatusCode.NotFound,
        // Pilots are kept by who runs the programme and by the agency that leads them.
        { Address: var address, Roles: var roles } when address.StartsWith("/pilots/", StringComparison.Ordinal) && roles.Contains(role.Value)
            && new[] { "/edit", "/measure", "/evaluate" }.Any(part => address.EndsWith(part, StringComparison.Ordinal)) =>
            role is Role.StandingAgency or Role.AssociationOfficer or Role.AgencyOfficer ? HttpStatusCode.OK : HttpStatusCode.Forbidden,
        // The sample is what the province registered: of its keepers alone.
        { Address: var address, Roles: var roles } when (address.EndsWith("/edit", StringComparison.Ordinal) || address.EndsWith("/decide", StringComparison.Ordinal)) && roles.Contains(role.Value)
            && role is not (Role.StandingAgency or Role.AssociationOfficer) => HttpStatusCode.Forbidden,
        // Of which agency the work is, the address does not say.
        { Address: "/tasks/rows/new", Roles: var roles } when roles.Contains(role.Value) => HttpStatusCode.NotFound,
        // The sample is of the people's committee of the commune.
        { Address: var address, Roles: var roles } when RoleTable.Of(role.Value).StaysInAgency && roles.Contains(role.Value)
            && address.StartsWith("/tasks/", StringComparison.Ordinal) => HttpStatusCode.NotFound,
        // The sample is being looked at: the plan itself says what to do first.
        { Address: var address, Roles: var roles } when roles.Contains(role.Value) && address.StartsWith("/plans/", StringComparison.Ordinal)
            && address.EndsWith("/tasks", StringComparison.Ordinal) => HttpStatusCode.Found,
        // What the installation does is for the administrator; others see the jobs that they asked for.
        _ when page.Address.StartsWith("/jobs/", StringComparison.Ordinal) && role is not Role.Administrator => HttpStatusCode.NotFound,
        _ => page.Roles.Contains(role.Value) ? HttpStatusCode.OK : HttpStatusCode.Forbidden,
    };

    private async Task<IReadOnlyList<SitePage>> PagesAsync()
    {
        await using var db = Engine.Open();
        var officer = PersonIn(Role.CommuneOfficer).UserName;
        IReadOnlyList<(string Hole, string Value)> holes =
        [
            ("{village}", $"{village}"),
            ("{job}", $"{job.Value}"),
            ("{report}", $"{report.Value}"),
            ("{plan}", $"{plan.Value}"),
            ("{task}", $"{task.Value}"),
            ("{row}", $"{row.Value}"),
            ("{visit}", $"{visit.Value}"),
            ("{planned-visit}", $"{plannedVisit.Value}"),
            ("{finding}", $"{finding.Value}"),
            ("{pilot}", $"{pilot.Value}"),
            ("{running-pilot}", $"{runningPilot.Value}"),
            ("{committee}", $"{committee.Value}"),
            ("{budget}", $"{budget.Value}"),
            ("{spending}", $"{spending.Value}"),
            ("{fund}", $"{fund.Value}"),
            ("{commune}", (await ReturnOfAsync(HaiLang)).SubjectId.ToString(CultureInfo.InvariantCulture)),
            ("{round}", $"{(await ReturnOfAsync(HaiLang)).RoundId.Value}"),
            ("{asked-of-villages}", (await db.Rounds.SingleAsync(round => round.Code == "2026-thon", Ct)).Id.Value.ToString()),
            ("{difficulty}", $"{difficulty}"),
            ("{id}", (await ReturnOfAsync(HaiLang)).Id.Value.ToString()),
            ("{agency}", (await db.Agencies.SingleAsync(agency => agency.Code == $"{HaiLang}.ubnd", Ct)).Id.ToString(CultureInfo.InvariantCulture)),
            ("{document}", $"{(await db.OfficialDocuments.FirstAsync(document => document.Level == DocumentLevel.Province, Ct)).Id.Value}"),
            ("{person}", (await db.People.SingleAsync(person => person.UserName == officer, Ct)).Id.Value.ToString()),
        ];
        var loader = Site.Services.GetRequiredService<PageLoader>();
        var pages = new List<SitePage>();

        foreach (var endpoint in Site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } descriptor)
            {
                continue;
            }

            var pattern = endpoint.RoutePattern.RawText!;
            var address = endpoint.RoutePattern.Parameters.Count == 0 ? "/" + pattern : holes.Aggregate(Samples[pattern], (text, hole) => text.Replace(hole.Hole, hole.Value, StringComparison.Ordinal));
            var model = (await loader.LoadAsync(descriptor, EndpointMetadataCollection.Empty)).ModelTypeInfo!;
            var roles = model.GetCustomAttributes(typeof(ForAttribute), false).Cast<ForAttribute>().SingleOrDefault()?.Roles;
            pages.Add(new SitePage(address, roles));
        }

        return pages;
    }

    [GeneratedRegex(@"(?<![\w/@.])[a-z][A-Za-z]*(\.[A-Za-z0-9-]+)+")]
    private static partial Regex Key();

    /// <summary>A page and the roles that it says it is for; null when everyone may open it.</summary>
    private sealed record SitePage(string Address, IReadOnlyList<Role>? Roles);
}
