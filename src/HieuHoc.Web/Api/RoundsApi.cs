using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Api;

/// <summary>A round: what period it is about, and its days.</summary>
public sealed record RoundBody(Guid Id, string Code, string Title, string Period, DateOnly OpensOn, DateOnly CutOffOn, DateOnly DueOn);

internal static class RoundsApi
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/rounds", ListAsync).Produces<IReadOnlyList<RoundBody>>()
        .Opens("The rounds that the person may see, the newest first", ApiScopes.Read, [.. RoleTable.WhoMay(Capability.SeeReturns)]);

    private static async Task<IResult> ListAsync(HieuHocDb db, Actor actor, CancellationToken ct) => Results.Ok(await db.RoundsVisibleTo(actor).AsNoTracking()
        .OrderByDescending(round => round.OpensOn).ThenByDescending(round => round.Code)
        .Join(
            db.Periods,
            round => round.PeriodId,
            period => period.Id,
            (round, period) => new RoundBody(round.Id.Value, round.Code, round.Title, period.Code, round.OpensOn, round.CutOffOn, round.DueOn))
        .ToListAsync(ct));
}
