using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Api;

/// <summary>A place as it was on the day of its code.</summary>
public sealed record PlaceBody(string Code, string Name, string FullName, PlaceLevel Level, string? ParentName);

internal static class PlacesApi
{
    private const int Most = 50;

    private static readonly Role[] Offices = [.. RoleTable.WhoMay(Capability.SeeFigures)];

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/places", SearchAsync).Produces<IReadOnlyList<PlaceBody>>()
            .Opens("Places whose name contains q, without tone marks too", ApiScopes.Read, [], new RequestUnreadable());
        api.MapGet("/places/{code}", GetAsync).Produces<PlaceBody>()
            .Opens("The holder of a code: today, or on the day of CODE@DATE", ApiScopes.Read, [], new PlaceNotFound());
        api.MapGet("/places/{code}/children", ChildrenAsync).Produces<IReadOnlyList<PlaceBody>>()
            .Opens("The places that belong to a place", ApiScopes.Read, [], new PlaceNotFound());
        api.MapGet("/places/{code}/targets", TargetsAsync).Produces<IReadOnlyList<TargetBody>>()
            .Opens("The targets of the programme, judged for a place and a year", ApiScopes.Read, Offices, new PlaceNotFound(), new RequestUnreadable());
    }

    /// <summary>The place of a code in the actor's part of the hierarchy; null when there is none.</summary>
    public static async Task<PlaceOnDay?> FindAsync(HieuHocDb db, ProgrammeClock clock, Actor actor, string code, CancellationToken ct)
    {
        var place = await db.PlaceByCodeAsync(code, clock.Now.Day, ct);

        return place is not null && await Reached(db, actor).ContainsAsync(place.Id, ct) ? place : null;
    }

    /// <summary>A year that a period can have.</summary>
    public static bool IsYear(int year) => year is >= 1 and <= 9998;

    private static IQueryable<int> Reached(HieuHocDb db, Actor actor) =>
        db.PlaceReaches.Where(reach => reach.AncestorId == actor.PlaceId).Select(reach => reach.PlaceId);

    private static async Task<IResult> SearchAsync(string q, HieuHocDb db, ProgrammeClock clock, Actor actor, CancellationToken ct)
    {
        var found = await db.SearchPlacesAsync(q, clock.Now.Day, int.MaxValue, ct);
        var ids = found.Select(place => place.Place.Id).ToList();
        var reached = (await Reached(db, actor).Where(id => ids.Contains(id)).ToListAsync(ct)).ToHashSet();

        return Results.Ok(found.Where(place => reached.Contains(place.Place.Id)).Take(Most).Select(place => Body(place.Place, place.ParentName)));
    }

    private static async Task<IResult> GetAsync(string code, HieuHocDb db, ProgrammeClock clock, Actor actor, CancellationToken ct) =>
        await FindAsync(db, clock, actor, code, ct) is { } place ? Results.Ok(Body(place, null)) : ApiProblems.Of(new PlaceNotFound());

    private static async Task<IResult> ChildrenAsync(string code, HieuHocDb db, ProgrammeClock clock, Actor actor, CancellationToken ct) =>
        await FindAsync(db, clock, actor, code, ct) is { } place
            ? Results.Ok((await db.ChildrenAsync(place.Id, PlaceCodeOnDay.Parse(code).Day ?? clock.Now.Day, ct)).Select(child => Body(child, place.FullName)))
            : ApiProblems.Of(new PlaceNotFound());

    private static async Task<IResult> TargetsAsync(
        string code,
        int year,
        HieuHocDb db,
        ProgrammeClock clock,
        Actor actor,
        ReadIndicators readIndicators,
        JudgeTargets judgeTargets,
        CancellationToken ct)
    {
        if (!IsYear(year))
        {
            return ApiProblems.Of(new RequestUnreadable());
        }

        if (await FindAsync(db, clock, actor, code, ct) is not { } place)
        {
            return ApiProblems.Of(new PlaceNotFound());
        }

        var period = PeriodCode.Year(year);
        var shown = await readIndicators.RunAsync(place.Id, period, await readIndicators.DefinitionsAsync(period, actor, ct), actor, ct);

        if (shown.Refusal is { } unread)
        {
            return ApiProblems.Of(unread);
        }

        var judged = await judgeTargets.RunAsync(place.Id, year, shown.Value, indicator: null, actor, ct);

        return judged.Refusal is { } refusal ? ApiProblems.Of(refusal) : Results.Ok(judged.Value.Select(TargetBody.Of));
    }

    private static PlaceBody Body(PlaceOnDay place, string? parent) => new(place.Code, place.Name, place.FullName, place.Level, parent);
}
