using HieuHoc.Access;
using HieuHoc.Places;

namespace HieuHoc.Web.Tests.Hosting;

/// <summary>What the parameter of an address names, seen from the place that a role answers for.</summary>
public enum Target
{
    /// <summary>Xã Hải Lăng, or something of it: the commune roles' own, and inside the province's.</summary>
    Inside,

    /// <summary>Xã Vĩnh Định: outside for a commune, inside for the province.</summary>
    Neighbour,

    /// <summary>A commune of another province.</summary>
    Elsewhere,

    /// <summary>A commune that was merged into Hải Lăng.</summary>
    Predecessor,

    /// <summary>A village of Hải Lăng: the village officer's own.</summary>
    OwnVillage,
}

/// <summary>What a parameter is about, and so which query keeps it within the actor's part.</summary>
public enum Scope
{
    /// <summary>The address names nothing of anybody's.</summary>
    None,

    Place,
    Return,

    /// <summary>A round: it lies nowhere, and is there for whom it asks and for who receives its returns.</summary>
    Round,

    Agency,

    /// <summary>An account that the actor keeps, or looks at.</summary>
    Account,
}

/// <summary>One line: an address, the roles that may open it, and what keeps others out.</summary>
/// <param name="Pattern">As the page writes it, without the first slash.</param>
/// <param name="Roles">Null for an address that strangers open too.</param>
public sealed record RouteRule(string Pattern, IReadOnlyList<Role>? Roles, Scope Scope = Scope.None)
{
    /// <summary>For the roles that may do this.</summary>
    public RouteRule(string pattern, Capability capability, Scope scope = Scope.None)
        : this(pattern, RoleTable.WhoMay(capability), scope) => IsOwnAccount = capability is Capability.OwnAccount;

    /// <summary>True when who only reads may post too.</summary>
    public bool IsOwnAccount { get; }

    /// <summary>True where the same roles of a commune are refused: it is about all of the province.</summary>
    public bool IsOfProvince { get; init; }

    /// <summary>Makes the address of a target; null for a pattern without parameters.</summary>
    public Func<RouteWorld, Target, string>? Address { get; init; }

    /// <summary>What a GET answers whoever may.</summary>
    public int Get { get; init; } = 200;

    /// <summary>What a POST with nothing filled in answers whoever may; a page without a handler understands none.</summary>
    public int Post { get; init; } = 400;

    /// <summary>The handler that a POST asks for; null for a page that has one without a name, or none.</summary>
    public string? Handler { get; init; }
}

/// <summary>What the addresses of the walk are about.</summary>
public sealed record RouteWorld(
    IReadOnlyDictionary<Target, string> PlaceCodes,
    IReadOnlyDictionary<Target, int> Villages,
    IReadOnlyDictionary<Target, Guid> Returns,
    IReadOnlyDictionary<Target, Guid> Rounds,
    IReadOnlyDictionary<Target, int> Agencies,
    IReadOnlyDictionary<Target, Guid> Accounts)
{
    /// <summary>The user name of the village officer who stands for the accounts there.</summary>
    public static string UserNameAt(Target target) => $"thon.{target}".ToLowerInvariant();
}

/// <summary>
/// Every address of the site and who may open it, for the test that walks them all. A new page adds its line here, with a
/// way to fill its parameters when it has any.
/// </summary>
public static partial class RouteTable
{
    public static IReadOnlyList<RouteRule> All { get; } =
    [
        new("", Capability.OwnAccount),
        new("me", Capability.OwnAccount) { Handler = "Role", Post = 404 },
        new("returns", Capability.SeeReturns),
        new("returns/{id:guid}", Capability.SeeReturns, Scope.Return) { Address = (world, target) => $"/returns/{world.Returns[target]}", Handler = "Save" },
        new("rounds", Capability.SeeReturns),
        new("rounds/{id:guid}", Capability.SeeReturns, Scope.Round) { Address = (world, target) => $"/rounds/{world.Rounds[target]}" },
        new("rounds/new", Capability.OpenRounds) { Handler = "Preview" },
        new("rounds/{id:guid}/extend", Capability.OpenRounds, Scope.Round) { Address = (world, target) => $"/rounds/{world.Rounds[target]}/extend", Handler = "Extend" },
        // A button is all that closing asks; the day of the figures is not over on the day of the walk.
        new("rounds/{id:guid}/close", Capability.OpenRounds, Scope.Round) { Address = (world, target) => $"/rounds/{world.Rounds[target]}/close", Handler = "Close", Post = 409 },
        new("rounds/{id:guid}/figures", Capability.SeeReturns, Scope.Round) { Address = (world, target) => $"/rounds/{world.Rounds[target]}/figures" },
        new("rounds/{id:guid}/progress", Capability.OpenRounds, Scope.Round) { Address = (world, target) => $"/rounds/{world.Rounds[target]}/progress" },
        new("rounds/{id:guid}/remind", [Role.CommuneOfficer, Role.StandingAgency], Scope.Round) { Address = (world, target) => $"/rounds/{world.Rounds[target]}/remind" },
        new("rounds/{id:guid}/state", Capability.OpenRounds, Scope.Round) { Address = (world, target) => $"/rounds/{world.Rounds[target]}/state" },
        new("calendar", Capability.SeeReturns),
        new("rounds/{id:guid}/letter", Capability.OpenRounds, Scope.Round) { Address = (world, target) => $"/rounds/{world.Rounds[target]}/letter" },
        new("places/{code}", Capability.SeeFigures, Scope.Place) { Address = (world, target) => $"/places/{world.PlaceCodes[target]}" },
        new("places", Capability.OwnAccount),
        new("overview/{code?}", Capability.SeeFigures, Scope.Place) { Address = (world, target) => $"/overview/{world.PlaceCodes[target]}" },
        new("places/{code}/history", Capability.SeeFigures, Scope.Place) { Address = (world, target) => $"/places/{world.PlaceCodes[target]}/history" },
        new("villages/{id:int}", Capability.SeeFigures, Scope.Place) { Address = (world, target) => $"/villages/{world.Villages[target]}" },
        new("places/{code}/villages", Capability.KeepVillages, Scope.Place)
        {
            Address = (world, target) => $"/places/{world.PlaceCodes[target]}/villages",
            Handler = "Enter",
        },
        new("places/{code}/villages/rearrange", Capability.KeepVillages, Scope.Place)
        {
            Address = (world, target) => $"/places/{world.PlaceCodes[target]}/villages/rearrange",
            Handler = "Confirm",
        },
        // None of these places was split: who may open the page is told so.
        new("places/{code}/parts", Capability.CountParts, Scope.Place)
        {
            Address = (world, target) => $"/places/{world.PlaceCodes[target]}/parts", Get = 404, Post = 404,
        },
        new("indicators/{code}/{placeCode}", Capability.SeeFigures, Scope.Place)
        {
            Address = (world, target) => $"/indicators/family-share/{world.PlaceCodes[target]}?year=2026",
        },
        new("indicators/{code}/{placeCode}/survey", Capability.RecordSurveys, Scope.Place)
        {
            Address = (world, target) => $"/indicators/life-skills-share/{world.PlaceCodes[target]}/survey?year=2026", Handler = "Record",
        },
        new("returns/{id:guid}/attachments", Capability.SeeReturns, Scope.Return)
        {
            Address = (world, target) => $"/returns/{world.Returns[target]}/attachments", Handler = "End", Post = 404,
        },
        new("returns/{id:guid}/workbook/{file:guid?}", [Role.CommuneOfficer, Role.AgencyOfficer, Role.VillageOfficer], Scope.Return)
        {
            Address = (world, target) => $"/returns/{world.Returns[target]}/workbook", Handler = "Upload",
        },
        new("rounds/{id:guid}/villages/{code}/workbook/{file:guid?}", Capability.CheckVillageReturns)
        {
            Address = (_, _) => $"/rounds/{Guid.Empty}/villages/19681/workbook", Handler = "Upload", Get = 404, Post = 404,
        },
        new("import", Capability.TakeLists),
        // Of what kind a role takes lists, each kind says: ImportPagesTests.
        new("import/{kind}/{file:guid?}", Capability.TakeLists) { Address = (_, _) => "/import/none", Handler = "Upload", Get = 404, Post = 404 },
        new("import/accounts/{file:guid}/slips", [Role.Administrator]) { Address = (_, _) => $"/import/accounts/{Guid.Empty}/slips", Get = 404, Post = 404 },
        new("returns/{id:guid}/report", Capability.SeeReturns, Scope.Return) { Address = (world, target) => $"/returns/{world.Returns[target]}/report", Handler = "Save" },
        new("returns/{id:guid}/paper", Capability.SeeReturns, Scope.Return) { Address = (world, target) => $"/returns/{world.Returns[target]}/paper", Handler = "Sign" },
        new("difficulties", Capability.SeeReturns),
        new("difficulties/new", Capability.RaiseDifficulties),
        new("difficulties/{id:guid}", Capability.SeeReturns) { Address = (_, _) => $"/difficulties/{Guid.Empty}", Get = 404, Post = 404 },
        new("reports", Capability.SeeReports),
        new("reports/{id:guid}", Capability.SeeReports) { Address = (_, _) => $"/reports/{Guid.Empty}", Get = 404, Post = 404 },
        new("programme", Capability.SeeFigures),
        new("plans", Capability.KeepPlans),
        new("plans/new", Capability.KeepPlans),
        new("plans/{id:guid}", Capability.KeepPlans) { Address = (_, _) => $"/plans/{Guid.Empty}", Handler = "Undo", Get = 404, Post = 404 },
        new("plans/{id:guid}/measure/{item}", Capability.KeepPlans) { Address = (_, _) => $"/plans/{Guid.Empty}/measure/target-1", Handler = "Make", Get = 404, Post = 404 },
        new("plans/{id:guid}/tasks", Capability.KeepPlans) { Address = (_, _) => $"/plans/{Guid.Empty}/tasks", Get = 404, Post = 404 },
        new("tasks", Capability.SeeTasks) { Handler = "DrawUp", Post = 404 },
        new("tasks/new", Capability.KeepPlans) { IsOfProvince = true },
        new("tasks/{id:guid}", Capability.SeeTasks) { Address = (_, _) => $"/tasks/{Guid.Empty}", Handler = "Successor", Get = 404, Post = 404 },
        new("tasks/{id:guid}/edit", Capability.KeepPlans) { Address = (_, _) => $"/tasks/{Guid.Empty}/edit", Get = 404, Post = 404 },
        // Of which agency the work is, the address says.
        new("tasks/rows/new", Capability.KeepAnnualPlans) { Get = 404, Post = 404 },
        new("tasks/rows/{id:guid}", Capability.SeeTasks) { Address = (_, _) => $"/tasks/rows/{Guid.Empty}", Handler = "Progress", Get = 404, Post = 404 },
        new("tasks/rows/{id:guid}/attachments", Capability.SeeTasks) { Address = (_, _) => $"/tasks/rows/{Guid.Empty}/attachments", Get = 404, Post = 404 },
        new("committees", Capability.SeeCommittees),
        new("committees/new", Capability.KeepCommittees),
        new("committees/{id:guid}", Capability.SeeCommittees) { Address = (_, _) => $"/committees/{Guid.Empty}", Get = 404, Post = 400 },
        new("committees/{id:guid}/decide/{decision:guid?}", Capability.KeepCommittees) { Address = (_, _) => $"/committees/{Guid.Empty}/decide", Get = 404, Post = 404 },
        new("visits", Capability.SeeVisits),
        new("visits/new", Capability.KeepVisits),
        new("visits/{id:guid}", Capability.SeeVisits) { Address = (_, _) => $"/visits/{Guid.Empty}", Get = 404, Post = 404 },
        new("visits/{id:guid}/edit", Capability.KeepVisits) { Address = (_, _) => $"/visits/{Guid.Empty}/edit", Get = 404, Post = 404 },
        new("findings/{id:guid}", Capability.SeeVisits) { Address = (_, _) => $"/findings/{Guid.Empty}", Get = 404, Post = 404 },
        new("findings/{id:guid}/attachments", Capability.SeeVisits) { Address = (_, _) => $"/findings/{Guid.Empty}/attachments", Get = 404, Post = 404 },
        new("own-targets", Capability.KeepOwnTargets),
        new("own-targets/{indicator}/{year:int}", Capability.KeepOwnTargets) { Address = (_, _) => "/own-targets/none/2030", Get = 404, Post = 404 },
        new("pilots", Capability.SeeTasks),
        new("pilots/new", Capability.KeepPlans) { IsOfProvince = true },
        new("pilots/{id:guid}", Capability.SeeTasks) { Address = (_, _) => $"/pilots/{Guid.Empty}", Handler = "Move", Get = 404, Post = 404 },
        new("pilots/{id:guid}/edit", Capability.SeeTasks) { Address = (_, _) => $"/pilots/{Guid.Empty}/edit", Get = 404, Post = 404 },
        new("pilots/{id:guid}/measure", Capability.SeeTasks) { Address = (_, _) => $"/pilots/{Guid.Empty}/measure", Get = 404, Post = 404 },
        new("pilots/{id:guid}/evaluate", Capability.SeeTasks) { Address = (_, _) => $"/pilots/{Guid.Empty}/evaluate", Get = 404, Post = 404 },
        new("pilots/{id:guid}/attachments", Capability.SeeTasks) { Address = (_, _) => $"/pilots/{Guid.Empty}/attachments", Get = 404, Post = 404 },
        new("money", Capability.SeeMoney),
        new("money/rounds/new", Capability.RunMoney),
        new("money/rounds/{id:guid}", Capability.SeeMoney) { Address = (_, _) => $"/money/rounds/{Guid.Empty}", Get = 404 },
        new("money/rounds/{id:guid}/requests/{subject:int}", Capability.SeeMoney) { Address = (_, _) => $"/money/rounds/{Guid.Empty}/requests/1", Handler = "Save", Get = 404, Post = 404 },
        new("money/units/{subject:int}", Capability.SeeMoney) { Address = (_, _) => "/money/units/0", Get = 404 },
        new("money/units/{subject:int}/write", Capability.KeepMoney) { Address = (_, _) => "/money/units/0/write", Get = 404, Post = 404 },
        new("money/entries/{id:guid}/attachments", Capability.SeeMoney) { Address = (_, _) => $"/money/entries/{Guid.Empty}/attachments", Get = 404, Post = 404 },
        new("money/funds", Capability.SeeMoney),
        new("money/funds/new", Capability.KeepMoney),
        new("money/funds/{id:guid}", Capability.SeeMoney) { Address = (_, _) => $"/money/funds/{Guid.Empty}", Get = 404 },
        new("money/funds/{id:guid}/write", Capability.KeepMoney) { Address = (_, _) => $"/money/funds/{Guid.Empty}/write", Get = 404, Post = 404 },
        new("agencies", Capability.SeeAgencies),
        new("agencies/{id:int}", Capability.SeeAgencies, Scope.Agency) { Address = (world, target) => $"/agencies/{world.Agencies[target]}" },
        new("documents", Capability.SeeDocuments),
        new("documents/new", Capability.KeepDocuments),
        new("documents/{id:guid}", Capability.SeeDocuments) { Address = (_, _) => $"/documents/{Guid.Empty}", Get = 404, Post = 404 },
        new("documents/{id:guid}/edit", Capability.KeepDocuments) { Address = (_, _) => $"/documents/{Guid.Empty}/edit", Get = 404, Post = 404 },
        new("documents/{id:guid}/attachments", Capability.SeeDocuments) { Address = (_, _) => $"/documents/{Guid.Empty}/attachments", Get = 404, Post = 404 },
        new("packs", Capability.KeepPacks),
        new("packs/{kind}/{code}/{version}", Capability.SeeLaw) { Address = (_, _) => "/packs/programmes/quang-tri-2021-2030/2021.1" },
        new("law/{code}", Capability.SeeLaw) { Address = (_, _) => "/law/family-share" },
        new("jobs", Capability.SeeJobs),
        new("jobs/{id:guid}", Capability.SeeJobs) { Address = (_, _) => $"/jobs/{Guid.Empty}", Get = 404, Post = 404 },
        new("mails", [Role.Administrator]),
        new("people", Capability.SeeAccounts),
        new("devices", Capability.KeepDevices) { Handler = "Invite", Post = 404 },
        new("relay", Capability.KeepDevices) { Post = 400 },
        new("me/passkeys", Capability.OwnAccount) { Post = 400 },
        new("sign-in/passkey", (IReadOnlyList<Role>?)null) { Get = 302, Post = 302 },
        new("me/security", Capability.OwnAccount) { Handler = "End", Post = 404 },
        new("me/password", Capability.OwnAccount),
        new("me/second-factor", Capability.OwnAccount) { Handler = "Confirm", Post = 409 },
        new("people/new", [Role.CommuneOfficer, Role.Administrator]),
        new("people/{id:guid}", Capability.SeeAccounts, Scope.Account) { Address = (world, target) => $"/people/{world.Accounts[target]}", Handler = "HandOver" },
        new("sign-in", (IReadOnlyList<Role>?)null) { Get = 302 },
        new("sign-in/code", (IReadOnlyList<Role>?)null) { Get = 302, Post = 302 },
        new("sign-in/pin", (IReadOnlyList<Role>?)null) { Get = 302, Post = 302 },
        new("enrol", (IReadOnlyList<Role>?)null),
        new("capture", (IReadOnlyList<Role>?)null) { Post = 200 },
        new("capture-worker.js", (IReadOnlyList<Role>?)null) { Post = 405 },
        new("sign-out", (IReadOnlyList<Role>?)null) { Get = 302, Post = 302 },
        new("language", (IReadOnlyList<Role>?)null) { Get = 302, Post = 302 },
        new("error/{code:int:range(400,599)}", (IReadOnlyList<Role>?)null) { Address = (_, _) => "/error/404", Get = 404, Post = 404 },
        new("health", (IReadOnlyList<Role>?)null) { Post = 405 },
    ];

    /// <summary>True when a role that answers at a level, from Hải Lăng up, reaches the target.</summary>
    public static bool Reaches(Role role, PlaceLevel level, Scope scope, Target target) => scope switch
    {
        Scope.None => true,
        // The return of a commune is not the agency's.
        Scope.Return or Scope.Round when RoleTable.Of(role).NeedsAgency => false,
        // A commune is asked by the same round as its neighbour.
        Scope.Round => level is not PlaceLevel.Village && target is not Target.Elsewhere,
        _ => target switch
        {
            Target.Inside => level is not PlaceLevel.Village,
            Target.Predecessor => level is not PlaceLevel.Village,
            Target.Neighbour => level is PlaceLevel.Province,
            Target.Elsewhere => false,
            Target.OwnVillage => true,
        },
    };

    /// <summary>What an address of a scope is asked about; of a village there are returns, and no code, agency or account.</summary>
    public static IEnumerable<Target> TargetsOf(Scope scope) => scope switch
    {
        Scope.None => [Target.Inside],
        Scope.Return => Enum.GetValues<Target>(),
        Scope.Place or Scope.Round or Scope.Agency or Scope.Account => Enum.GetValues<Target>().Except([Target.OwnVillage]),
    };
}
