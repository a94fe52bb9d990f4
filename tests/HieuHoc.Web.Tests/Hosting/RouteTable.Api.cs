using HieuHoc.Access;

namespace HieuHoc.Web.Tests.Hosting;

/// <summary>One address of the API with its method, for the walk of programs.</summary>
/// <param name="Pattern">As the endpoint writes it, without the first slash.</param>
/// <param name="Roles">Null for an address that needs no token.</param>
public sealed record ApiRule(string Method, string Pattern, IReadOnlyList<Role>? Roles, Scope Scope = Scope.None)
{
    /// <summary>For the roles that may do this.</summary>
    public ApiRule(string method, string pattern, Capability capability, Scope scope = Scope.None)
        : this(method, pattern, RoleTable.WhoMay(capability), scope)
    {
    }

    /// <summary>Makes the address of a target; null for a pattern without parameters.</summary>
    public Func<RouteWorld, Target, string>? Address { get; init; }

    /// <summary>What is sent: it reads well and fits nothing, so that the walk changes as little as it can.</summary>
    public object? Body { get; init; }

    /// <summary>What whoever may is answered.</summary>
    public int Status { get; init; } = 200;

    /// <summary>True for what enrolled devices ask with the session of a PIN: no token opens it.</summary>
    public bool IsForDevices { get; init; }

    /// <summary>True where something would be changed, which who only reads may not ask.</summary>
    public bool Changes => Method is not "GET";
}

public static partial class RouteTable
{
    private static readonly IReadOnlyList<Role> Everyone = Enum.GetValues<Role>();

    private static readonly object NoName = new { kind = "", name = "" };

    private static readonly object TooLong = new { remarks = new[] { new { id = Guid.Empty, cell = "x", text = new string('x', 501) } } };

    /// <summary>Every address of the API by its method. A new endpoint adds its line here.</summary>
    public static IReadOnlyList<ApiRule> Api { get; } =
    [
        new("GET", "openapi/{documentName}.json", (IReadOnlyList<Role>?)null) { Address = (_, _) => "/openapi/v1.json" },
        new("GET", "api/v1/me", Everyone),
        new("GET", "api/v1/places", Everyone) { Address = (_, _) => "/api/v1/places?q=hai" },
        new("GET", "api/v1/places/{code}", Everyone, Scope.Place) { Address = (world, target) => $"/api/v1/places/{world.PlaceCodes[target]}" },
        new("GET", "api/v1/places/{code}/children", Everyone, Scope.Place) { Address = (world, target) => $"/api/v1/places/{world.PlaceCodes[target]}/children" },
        new("GET", "api/v1/places/{code}/targets", Capability.SeeFigures, Scope.Place)
        {
            Address = (world, target) => $"/api/v1/places/{world.PlaceCodes[target]}/targets?year=2026",
        },
        new("GET", "api/v1/places/{code}/villages", Capability.KeepVillages, Scope.Place)
        {
            Address = (world, target) => $"/api/v1/places/{world.PlaceCodes[target]}/villages",
        },
        new("POST", "api/v1/places/{code}/villages", Capability.KeepVillages, Scope.Place)
        {
            Address = (world, target) => $"/api/v1/places/{world.PlaceCodes[target]}/villages", Body = NoName, Status = 400,
        },
        new("GET", "api/v1/villages/{id:int}", Capability.SeeFigures, Scope.Place) { Address = (world, target) => $"/api/v1/villages/{world.Villages[target]}" },
        new("POST", "api/v1/villages/{id:int}/names", Capability.KeepVillages, Scope.Place)
        {
            Address = (world, target) => $"/api/v1/villages/{world.Villages[target]}/names", Body = NoName, Status = 400,
        },
        new("GET", "api/v1/indicators", Capability.SeeFigures),
        new("GET", "api/v1/indicators/{code}", Capability.SeeFigures, Scope.Place)
        {
            Address = (world, target) => $"/api/v1/indicators/family-share?place={world.PlaceCodes[target]}&year=2026",
        },
        new("GET", "api/v1/rounds", Capability.SeeReturns),
        new("GET", "api/v1/rounds/{id:guid}/state", Capability.OpenRounds, Scope.Round) { Address = (world, target) => $"/api/v1/rounds/{world.Rounds[target]}/state" },
        new("GET", "api/v1/returns", Capability.SeeReturns),
        new("GET", "api/v1/returns/{id:guid}", Capability.SeeReturns, Scope.Return) { Address = (world, target) => $"/api/v1/returns/{world.Returns[target]}" },
        // Without a version to start from nothing is saved and no step taken.
        new("PUT", "api/v1/returns/{id:guid}", Capability.SeeReturns, Scope.Return)
        {
            Address = (world, target) => $"/api/v1/returns/{world.Returns[target]}", Body = new { answers = new { } }, Status = 400,
        },
        new("PUT", "api/v1/returns/{id:guid}/reasons", Capability.SeeReturns, Scope.Return)
        {
            Address = (world, target) => $"/api/v1/returns/{world.Returns[target]}/reasons", Body = new { reasons = Array.Empty<object>() }, Status = 400,
        },
        new("PUT", "api/v1/returns/{id:guid}/marks", Capability.SeeReturns, Scope.Return)
        {
            Address = (world, target) => $"/api/v1/returns/{world.Returns[target]}/marks", Body = new { marks = Array.Empty<object>() }, Status = 400,
        },
        new("PUT", "api/v1/returns/{id:guid}/remarks", Capability.SeeReturns, Scope.Return)
        {
            Address = (world, target) => $"/api/v1/returns/{world.Returns[target]}/remarks", Body = TooLong, Status = 400,
        },
        new("POST", "api/v1/returns/{id:guid}/steps", Capability.SeeReturns, Scope.Return)
        {
            Address = (world, target) => $"/api/v1/returns/{world.Returns[target]}/steps", Body = new { step = "submit" }, Status = 400,
        },
        new("GET", "api/v1/documents", Capability.SeeDocuments),
        new("GET", "api/v1/documents/{id:guid}", Capability.SeeDocuments) { Address = (_, _) => $"/api/v1/documents/{Guid.Empty}", Status = 404 },
        new("GET", "api/v1/plans", Capability.KeepPlans),
        new("GET", "api/v1/plans/{id:guid}", Capability.KeepPlans) { Address = (_, _) => $"/api/v1/plans/{Guid.Empty}", Status = 404 },
        new("GET", "api/v1/tasks", Capability.SeeTasks),
        new("GET", "api/v1/tasks/{id:guid}", Capability.SeeTasks) { Address = (_, _) => $"/api/v1/tasks/{Guid.Empty}", Status = 404 },
        new("GET", "api/v1/tasks/rows/{id:guid}", Capability.SeeTasks) { Address = (_, _) => $"/api/v1/tasks/rows/{Guid.Empty}", Status = 404 },
        new("POST", "api/v1/tasks/rows/{id:guid}/progress", Capability.KeepAnnualPlans)
        {
            Address = (_, _) => $"/api/v1/tasks/rows/{Guid.Empty}/progress", Body = new { id = Guid.Empty, state = "done", actedOn = "2026-01-01" }, Status = 404,
        },
        new("GET", "api/v1/own-targets", Capability.KeepOwnTargets),
        new("GET", "api/v1/own-targets/{indicator}/{year:int}", Capability.KeepOwnTargets) { Address = (_, _) => "/api/v1/own-targets/none/2030", Status = 404 },
        new("PUT", "api/v1/own-targets/{indicator}/{year:int}", Capability.KeepOwnTargets)
        {
            Address = (_, _) => "/api/v1/own-targets/none/2030", Body = new { id = Guid.Empty, threshold = 1, decision = "1", decidedOn = "2026-01-01" }, Status = 404,
        },
        new("GET", "api/v1/committees", Capability.SeeCommittees),
        new("GET", "api/v1/committees/{id:guid}", Capability.SeeCommittees) { Address = (_, _) => $"/api/v1/committees/{Guid.Empty}", Status = 404 },
        new("GET", "api/v1/visits", Capability.SeeVisits),
        new("GET", "api/v1/visits/{id:guid}", Capability.SeeVisits) { Address = (_, _) => $"/api/v1/visits/{Guid.Empty}", Status = 404 },
        new("GET", "api/v1/pilots", Capability.SeeTasks),
        new("GET", "api/v1/pilots/{id:guid}", Capability.SeeTasks) { Address = (_, _) => $"/api/v1/pilots/{Guid.Empty}", Status = 404 },
        new("GET", "api/v1/difficulties", Capability.SeeReturns),
        new("GET", "api/v1/difficulties/{id:guid}", Capability.SeeReturns) { Address = (_, _) => $"/api/v1/difficulties/{Guid.Empty}", Status = 404 },
        new("POST", "api/v1/difficulties", Capability.RaiseDifficulties) { Body = new { id = Guid.Empty, kind = "difficulty", text = "" }, Status = 400 },
        new("GET", "api/v1/money", Capability.SeeMoney),
        new("GET", "api/v1/packs", [Role.Administrator]),
        new("GET", "api/v1/packs/{kind}/{id}/{version}", [Role.Administrator]) { Address = (_, _) => "/api/v1/packs/programmes/quang-tri-2021-2030/2021.1" },
        new("GET", "api/v1/people", [Role.Administrator]),
        new("POST", "api/v1/people", [Role.Administrator]) { Body = new { }, Status = 400 },
        new("POST", "api/v1/people/{userName}/password", [Role.Administrator], Scope.Account)
        {
            Address = (_, target) => $"/api/v1/people/{RouteWorld.UserNameAt(target)}/password",
        },
        new("GET", "api/v1/capture/", Everyone) { IsForDevices = true },
        new("GET", "api/v1/capture/receipts", Everyone) { IsForDevices = true },
        new("PUT", "api/v1/capture/key", Everyone) { IsForDevices = true, Body = new { key = "" } },
        new("PUT", "api/v1/capture/{kind}/{id:guid}", Everyone)
        {
            IsForDevices = true, Address = (_, _) => $"/api/v1/capture/returns/{Guid.Empty}", Body = new { values = new { }, done = false },
        },
    ];
}
