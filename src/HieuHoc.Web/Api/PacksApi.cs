using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Api;

/// <summary>A loaded pack version.</summary>
public sealed record PackBody(
    string Kind, string Id, string Version, DateOnly ValidFrom, DateOnly? ValidTo, bool Confirmed, bool Example, string Sha256);

internal static class PacksApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/packs", ListAsync).Produces<IReadOnlyList<PackBody>>().Opens("The loaded packs", ApiScopes.Read, [Role.Administrator]);
        api.MapGet("/packs/{kind}/{id}/{version}", GetAsync).Produces<string>(contentType: "application/json")
            .Opens("A pack version word for word", ApiScopes.Read, [Role.Administrator], new PackNotFound());
    }

    private static async Task<IResult> ListAsync(HieuHocDb db, CancellationToken ct) => Results.Ok(await db.Packs.AsNoTracking()
        .OrderBy(pack => pack.Kind).ThenBy(pack => pack.Code).ThenByDescending(pack => pack.ValidFrom)
        .Select(pack => new PackBody(
            pack.Kind, pack.Code, pack.Version, pack.ValidFrom, pack.ValidTo, pack.Confirmed, pack.Example, pack.Sha256))
        .ToListAsync(ct));

    private static async Task<IResult> GetAsync(string kind, string id, string version, HieuHocDb db, CancellationToken ct)
    {
        var content = await db.Packs.AsNoTracking()
            .Where(pack => pack.Kind == kind && pack.Code == id && pack.Version == version)
            .Select(pack => pack.Content)
            .SingleOrDefaultAsync(ct);

        return content is null ? ApiProblems.Of(new PackNotFound()) : Results.Text(content, "application/json");
    }
}
