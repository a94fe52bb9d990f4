using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Api;

/// <summary>A round: what period it is about, and its days.</summary>
public sealed record RoundBody(Guid Id, string Code, string Title, string Period, DateOnly OpensOn, DateOnly CutOffOn, DateOnly DueOn);

/// <summary>How a round stands at this moment, and the returns that came last.</summary>
public sealed record RoundStateBody(
    DateTime AsOf, int All, int Received, int Confirmed, int Late, IReadOnlyList<CommuneStateBody> Communes, IReadOnlyList<ArrivedBody> Arrived);

/// <summary>How far a commune with its villages, or an agency, has come; by the most urgent of its returns.</summary>
/// <param name="Untouched">Late, and never begun.</param>
public sealed record CommuneStateBody(string Name, OwingState State, int All, int Received, int Confirmed, int Late, int Untouched, int ToMend);

/// <summary>A return that came.</summary>
public sealed record ArrivedBody(Guid Return, string Name, DateTime At);

internal static class RoundsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/rounds", ListAsync).Produces<IReadOnlyList<RoundBody>>()
            .Opens("The rounds that the person may see, the newest first", ApiScopes.Read, [.. RoleTable.WhoMay(Capability.SeeReturns)]);
        api.MapGet("/rounds/{id:guid}/state", StateAsync).Produces<RoundStateBody>()
            .Opens("How a round stands now: by commune, and what came last", ApiScopes.Read, [.. RoleTable.WhoMay(Capability.OpenRounds)], new RoundNotFound());
    }

    private static async Task<IResult> ListAsync(HieuHocDb db, Actor actor, CancellationToken ct) => Results.Ok(await db.RoundsVisibleTo(actor).AsNoTracking()
        .OrderByDescending(round => round.OpensOn).ThenByDescending(round => round.Code)
        .Join(
            db.Periods,
            round => round.PeriodId,
            period => period.Id,
            (round, period) => new RoundBody(round.Id.Value, round.Code, round.Title, period.Code, round.OpensOn, round.CutOffOn, round.DueOn))
        .ToListAsync(ct));

    private static async Task<IResult> StateAsync(Guid id, HieuHocDb db, Actor actor, ReadRoundState readState, CancellationToken ct)
    {
        var asked = new RoundId(id);

        if (await db.RoundsVisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(round => round.Id == asked, ct) is not { } round)
        {
            return ApiProblems.Of(new RoundNotFound());
        }

        var state = await readState.RunAsync(round, actor, ct);

        return Results.Ok(new RoundStateBody(
            state.AsOf.Instant, state.All, state.Received, state.Confirmed, state.Late,
            [
                .. state.Communes.Select(commune => new CommuneStateBody(
                    commune.Commune.FullName, commune.Worst(state.AsOf.Day), commune.Asked, commune.Commune.Received, commune.Commune.Confirmed,
                    commune.Late, commune.Untouched, commune.ToMend)),
            ],
            [.. state.Arrived.Select(arrived => new ArrivedBody(arrived.Id.Value, arrived.FullName, arrived.At))]));
    }
}
