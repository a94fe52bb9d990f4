using HieuHoc.Access;
using HieuHoc.Web.Hosting;

namespace HieuHoc.Web.Api;

/// <summary>As whom a program acts.</summary>
public sealed record MeBody(string DisplayName, Role Role, PlaceName Place, string ProgrammePlace, IReadOnlyList<string> Scopes);

/// <summary>A place by its code and its full name.</summary>
public sealed record PlaceName(string? Code, string Name);

internal static class MeApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/me", Get).Produces<MeBody>().Opens("As whom the token acts", ApiScopes.Read, []);

    private static IResult Get(HttpContext context, Visitor visitor)
    {
        var person = visitor.Person!;

        return Results.Ok(new MeBody(
            person.DisplayName,
            person.Role,
            new PlaceName(person.PlaceCode, person.PlaceName),
            person.ProgrammePlace,
            [.. context.User.FindAll(TokenHandler.Scope).Select(claim => claim.Value)]));
    }
}
