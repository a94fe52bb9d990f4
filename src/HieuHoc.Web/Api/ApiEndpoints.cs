using HieuHoc.Access;
using HieuHoc.Access.Capture;
using HieuHoc.Platform;
using HieuHoc.Web.Hosting;

namespace HieuHoc.Web.Api;

/// <summary>A refusal that an endpoint may answer with, for its description.</summary>
internal sealed record MayRefuse(Refusal Refusal, int Status);

/// <summary>The scope that an endpoint asks for.</summary>
internal sealed record NeedsScope(string Scope);

/// <summary>The JSON API: the same use cases and the same permissions as the pages.</summary>
internal static class ApiEndpoints
{
    private static readonly Role[] Everyone = Enum.GetValues<Role>();

    public static void MapApi(this WebApplication site)
    {
        var api = site.MapGroup("/api/v1").AddEndpointFilter(AskScopeAsync);
        MeApi.Map(api);
        PlacesApi.Map(api);
        VillagesApi.Map(api);
        IndicatorsApi.Map(api);
        RoundsApi.Map(api);
        ReturnsApi.Map(api);
        DocumentsApi.Map(api);
        PlansApi.Map(api);
        TasksApi.Map(api);
        OwnTargetsApi.Map(api);
        CommitteesApi.Map(api);
        VisitsApi.Map(api);
        PilotsApi.Map(api);
        DifficultiesApi.Map(api);
        MoneyApi.Map(api);
        PacksApi.Map(api);
        PeopleApi.Map(api);
        CaptureApi.Map(site);
        site.MapOpenApi().AllowAnonymous();
    }

    /// <summary>Who may ask, with a token for what, and what they may be told "no" with.</summary>
    /// <param name="roles">The roles that the address is for; every role when none is named.</param>
    public static RouteHandlerBuilder Opens(this RouteHandlerBuilder endpoint, string says, string scope, Role[] roles, params Refusal[] refusals) =>
        endpoint.Describes(says, roles, [Closed(new TokenMissing()), Closed(new TokenNotValid()), Told(new ScopeMissing(scope)), Told(new RoleMayNot()), .. refusals.Select(Told)])
            .WithMetadata(new NeedsScope(scope));

    /// <summary>Who may ask from an enrolled device on which they are signed in; a device that was ended is told so.</summary>
    public static RouteHandlerBuilder OpensToDevices(this RouteHandlerBuilder endpoint, string says, params Refusal[] refusals) =>
        endpoint.Describes(
            says,
            Everyone,
            [Closed(new SessionMissing()), new MayRefuse(new DeviceRevoked(), StatusCodes.Status410Gone), Told(new NotOnThisDevice()), Told(new RoleMayNot()), .. refusals.Select(Told)]);

    private static MayRefuse Closed(Refusal refusal) => new(refusal, StatusCodes.Status401Unauthorized);

    private static MayRefuse Told(Refusal refusal) => new(refusal, PageRefusals.StatusOf(refusal.Kind));

    private static RouteHandlerBuilder Describes(this RouteHandlerBuilder endpoint, string says, Role[] roles, MayRefuse[] refusals)
    {
        foreach (var status in refusals.Select(refusal => refusal.Status).Distinct())
        {
            endpoint.ProducesProblem(status);
        }

        return endpoint.WithSummary(says)
            .WithMetadata(new ForAttribute(roles.Length == 0 ? Everyone : roles))
            .WithMetadata([.. refusals]);
    }

    /// <summary>A program may do what its person may and its token names.</summary>
    private static async ValueTask<object?> AskScopeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var needed = context.HttpContext.GetEndpoint()!.Metadata.GetRequiredMetadata<NeedsScope>().Scope;

        return context.HttpContext.User.HasClaim(TokenHandler.Scope, needed) ? await next(context) : ApiProblems.Of(new ScopeMissing(needed));
    }
}
