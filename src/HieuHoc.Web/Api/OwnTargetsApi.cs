using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Programmes.Own;

namespace HieuHoc.Web.Api;

/// <summary>What the programme wants of the own commune by the end of a year, and what the commune wants beyond it.</summary>
/// <param name="Target">The code of the target.</param>
/// <param name="Indicator">What measures it.</param>
/// <param name="Programme">What the programme wants, in the indicator's unit.</param>
/// <param name="Own">Null where the commune never said anything.</param>
public sealed record OwnTargetBody(string Target, LocalText Title, string Indicator, IndicatorKind Kind, Direction Direction, int Year, decimal Programme, OwnValueBody? Own)
{
    public static OwnTargetBody Of(OwnMilestone milestone) => new(
        milestone.Target.Target.Code,
        milestone.Target.Target.Title,
        milestone.Target.Target.Indicator,
        milestone.Indicator.Kind,
        milestone.Indicator.Direction,
        milestone.Judged.Milestone.Year,
        milestone.Programme,
        milestone.Own is { } own ? new OwnValueBody(own.Number, own.Threshold, own.Decision, own.DecidedOn) : null);
}

/// <summary>What a commune wants of a target by its own decision.</summary>
/// <param name="Version">For If-Match.</param>
/// <param name="Threshold">Null where it wants what the programme wants again.</param>
public sealed record OwnValueBody(int Version, decimal? Threshold, string Decision, DateOnly DecidedOn);

/// <summary>What the commune is to want.</summary>
/// <param name="Id">Chosen by the caller: the same under the same id is set once.</param>
/// <param name="Threshold">In the indicator's unit; null to want what the programme wants again.</param>
/// <param name="Decision">The number of the commune's decision or resolution.</param>
public sealed record NewOwnValueBody(Guid Id, decimal? Threshold, string Decision, DateOnly DecidedOn);

/// <summary>What the own commune wants of targets beyond the programme.</summary>
internal static class OwnTargetsApi
{
    private static readonly Role[] Keepers = [.. RoleTable.WhoMay(Capability.KeepOwnTargets)];

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/own-targets", ListAsync).Produces<IReadOnlyList<OwnTargetBody>>()
            .Opens("What the programme still wants of the own commune, and what the commune wants beyond it", ApiScopes.Read, Keepers);
        api.MapGet("/own-targets/{indicator}/{year:int}", GetAsync).Produces<OwnTargetBody>()
            .Opens("The same of one indicator and year; ETag is the version of the commune's value, 0 where there is none", ApiScopes.Read, Keepers, new OwnValueTargetUnknown());
        api.MapPut("/own-targets/{indicator}/{year:int}", PutAsync).Produces<OwnTargetBody>().Opens(
            "Sets what the own commune wants by its decision; If-Match names the version that the caller knew, or *",
            ApiScopes.ProgrammeWrite,
            Keepers,
            new RequestUnreadable(),
            new VersionNotNamed(),
            new OwnValueDecisionMissing(),
            new OwnValueDayAhead(),
            new OwnValueOutOfRange(),
            new OwnValueNotBeyond(0),
            new OwnValueTargetUnknown(),
            new OwnValueChangedMeanwhile());
    }

    private static async Task<IResult> ListAsync(ReadOwnTargets readOwnTargets, Actor actor, CancellationToken ct)
    {
        var read = await readOwnTargets.RunAsync(actor, ct);

        return read.Refusal is { } refusal ? ApiProblems.Of(refusal) : Results.Ok(read.Value.Select(OwnTargetBody.Of));
    }

    private static async Task<IResult> GetAsync(string indicator, int year, HttpContext context, ReadOwnTargets readOwnTargets, Actor actor, CancellationToken ct)
    {
        var read = await readOwnTargets.OneAsync(indicator, year, actor, ct);

        return read.Refusal is { } refusal ? ApiProblems.Of(refusal) : Answer(context, read.Value);
    }

    private static async Task<IResult> PutAsync(
        string indicator, int year, NewOwnValueBody body, HttpContext context, ReadOwnTargets readOwnTargets, SetOwnValue setOwnValue, Actor actor, CancellationToken ct)
    {
        var before = await readOwnTargets.OneAsync(indicator, year, actor, ct);

        if (before.Refusal is { } unknown)
        {
            return ApiProblems.Of(unknown);
        }

        if (!ApiVersions.Names(context, out var version))
        {
            return ApiProblems.Of(new VersionNotNamed());
        }

        var stated = new StatedOwnValue(indicator, year, body.Threshold, body.Decision, body.DecidedOn);
        var set = await setOwnValue.RunAsync(new OwnValueId(body.Id), version ?? VersionOf(before.Value), stated, actor, ct);

        // It was found before it was set.
        var after = (await readOwnTargets.OneAsync(indicator, year, actor, ct)).Value;

        return set.Refusal switch
        {
            null => Answer(context, after),
            OwnValueChangedMeanwhile meanwhile => ApiProblems.Of(meanwhile, body, OwnTargetBody.Of(after)),
            var refusal => ApiProblems.Of(refusal),
        };
    }

    private static int VersionOf(OwnMilestone milestone) => milestone.Own?.Number ?? 0;

    private static IResult Answer(HttpContext context, OwnMilestone milestone)
    {
        ApiVersions.Tag(context, VersionOf(milestone));

        return Results.Ok(OwnTargetBody.Of(milestone));
    }
}
