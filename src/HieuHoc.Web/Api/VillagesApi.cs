using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Register;
using HieuHoc.Web.Pages.Places;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Api;

/// <summary>A village, which has no code: its number names it.</summary>
/// <param name="Commune">What it belongs to, or belonged to on its last day.</param>
public sealed record VillageBody(int Id, string Kind, string Name, string FullName, string Commune);

/// <summary>A village to enter, or another name for one.</summary>
/// <param name="Kind">thôn, bản, tổ dân phố …</param>
/// <param name="From">The first day; today when none is named.</param>
/// <param name="LegalBasis">The decision that it follows; null where nobody knows.</param>
public sealed record VillageNameBody(string Kind, string Name, DateOnly? From = null, string? LegalBasis = null);

/// <summary>The villages of communes: the list, entering one, another name.</summary>
internal static class VillagesApi
{
    private static readonly Role[] Keepers = [.. RoleTable.WhoMay(Capability.KeepVillages)];
    private static readonly Role[] Offices = [.. RoleTable.WhoMay(Capability.SeeFigures)];

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/places/{code}/villages", ListAsync).Produces<IReadOnlyList<VillageBody>>()
            .Opens("The villages of a commune today, or on a day", ApiScopes.Read, Keepers, new PlaceNotFound());
        api.MapGet("/villages/{id:int}", GetAsync).Produces<VillageBody>()
            .Opens("One village as it is today, or was on its last day", ApiScopes.Read, Offices, new VillageNotFound());
        api.MapPost("/places/{code}/villages", EnterAsync).Produces<VillageBody>().Opens(
            "Enters a village of a commune; the same one again changes nothing",
            ApiScopes.VillagesWrite,
            Keepers,
            new RequestUnreadable(),
            new PlaceNotFound(),
            new VillageNameIllFormed(),
            new VillageDayOutOfRange(default, default),
            new VillageNameTaken(""));
        api.MapPost("/villages/{id:int}/names", RenameAsync).Produces<VillageBody>().Opens(
            "Gives a village another name or kind from a day on; the same name again changes nothing",
            ApiScopes.VillagesWrite,
            Keepers,
            new RequestUnreadable(),
            new VillageNotFound(),
            new VillageNameIllFormed(),
            new VillageDayOutOfRange(default, default),
            new VillageNameTaken(""),
            new VillageHasEnded(""));
    }

    private static async Task<IResult> ListAsync(
        string code, DateOnly? on, HieuHocDb db, ProgrammeClock clock, Actor actor, CancellationToken ct)
    {
        if (await db.CommuneKeptByAsync(code, clock.Now.Day, actor, ct) is not { } commune)
        {
            return ApiProblems.Of(new PlaceNotFound());
        }

        var villages = await db.VillagesOfAsync(commune.Id, on ?? clock.Now.Day, ct);

        return Results.Ok(villages.Select(village => Body(village, commune)));
    }

    private static async Task<IResult> GetAsync(int id, HieuHocDb db, ProgrammeClock clock, Actor actor, CancellationToken ct) =>
        await FindAsync(db, clock, actor, id, ct) is { } village ? Results.Ok(village) : ApiProblems.Of(new VillageNotFound());

    private static async Task<IResult> EnterAsync(
        string code, VillageNameBody body, HieuHocDb db, ProgrammeClock clock, Actor actor, EnterVillage enterVillage, CancellationToken ct)
    {
        if (await db.CommuneKeptByAsync(code, clock.Now.Day, actor, ct) is not { } commune)
        {
            return ApiProblems.Of(new PlaceNotFound());
        }

        var given = new NewVillage(commune.Id, body.Kind, body.Name, body.From ?? clock.Now.Day, body.LegalBasis);
        var entered = await enterVillage.RunAsync(given, actor, ct);

        return entered.Refusal is { } refusal ? ApiProblems.Of(refusal) : Results.Ok(await FindAsync(db, clock, actor, entered.Value, ct));
    }

    private static async Task<IResult> RenameAsync(
        int id, VillageNameBody body, HieuHocDb db, ProgrammeClock clock, Actor actor, RenameVillage renameVillage, CancellationToken ct)
    {
        // Before its new name is looked at: of what lies outside nothing is told.
        if (await FindAsync(db, clock, actor, id, ct) is null)
        {
            return ApiProblems.Of(new VillageNotFound());
        }

        var refused = await renameVillage.RunAsync(id, body.Kind, body.Name, body.From ?? clock.Now.Day, body.LegalBasis, actor, ct);

        return refused is { } refusal ? ApiProblems.Of(refusal) : Results.Ok(await FindAsync(db, clock, actor, id, ct));
    }

    /// <summary>A village in the actor's part of the hierarchy; null when there is none.</summary>
    private static async Task<VillageBody?> FindAsync(HieuHocDb db, ProgrammeClock clock, Actor actor, int id, CancellationToken ct)
    {
        var today = clock.Now.Day;
        var visible = await db.PlacesVisibleTo(actor).AnyAsync(place => place.Id == id && place.Level == PlaceLevel.Village, ct);

        return visible && await db.PlaceOnDayAsync(id, today, ct) is { ParentId: { } parent } village
            && await db.PlaceOnDayAsync(parent, today, ct) is { } commune
                ? Body(village, commune)
                : null;
    }

    private static VillageBody Body(PlaceOnDay village, PlaceOnDay commune) =>
        new(village.Id, village.Kind, village.Name, village.FullName, commune.FullName);
}
