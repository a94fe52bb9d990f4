using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Returns;

namespace HieuHoc.Web.Api;

/// <summary>What an indicator says and how it is made.</summary>
public sealed record IndicatorBody(
    string Code, LocalText Title, LocalText Definition, IndicatorKind Kind, Each? Each, string Numerator, string Denominator, int Decimals, Direction Direction);

/// <summary>
/// An indicator of one place and year; the value is missing until every commune that was asked is confirmed. It is an
/// estimate when a part of a place that was split is in it.
/// </summary>
/// <param name="Survey">What a sample survey states beside what is counted.</param>
public sealed record IndicatorValueBody(
    string Indicator, string Place, string Period, Boundaries Boundaries, bool Estimate, decimal? Value, decimal? SoFar, decimal? Numerator, decimal? Denominator, int Reported, int Expected, SurveyBody? Survey);

internal static class IndicatorsApi
{
    private static readonly Role[] Offices = [.. RoleTable.WhoMay(Capability.SeeFigures)];

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/indicators", ListAsync).Produces<IReadOnlyList<IndicatorBody>>()
            .Opens("The indicators that judge a year", ApiScopes.Read, Offices, new RequestUnreadable());
        api.MapGet("/indicators/{code}", GetAsync).Produces<IndicatorValueBody>()
            .Opens("The value of one for a place and a year", ApiScopes.Read, Offices, new IndicatorNotFound(), new PlaceNotFound(), new PlaceEnded("", "", ""), new RequestUnreadable());
    }

    private static async Task<IResult> ListAsync(int? year, ProgrammeClock clock, Actor actor, ReadIndicators readIndicators, CancellationToken ct)
    {
        var asked = year ?? clock.Now.Day.Year;

        if (!PlacesApi.IsYear(asked))
        {
            return ApiProblems.Of(new RequestUnreadable());
        }

        var definitions = await readIndicators.DefinitionsAsync(PeriodCode.Year(asked), actor, ct);

        return Results.Ok(definitions.Select(indicator => new IndicatorBody(
            indicator.Code, indicator.Title, indicator.Definition, indicator.Kind, indicator.Each, indicator.Numerator, indicator.Denominator, indicator.Decimals, indicator.Direction)));
    }

    private static async Task<IResult> GetAsync(
        string code, string place, int year, string? boundaries, HieuHocDb db, ProgrammeClock clock, Actor actor, ReadIndicators readIndicators, CancellationToken ct)
    {
        if (!PlacesApi.IsYear(year) || !ApiLists.TryRead<Boundaries>(boundaries, out var asked))
        {
            return ApiProblems.Of(new RequestUnreadable());
        }

        if (await PlacesApi.FindAsync(db, clock, actor, place, ct) is not { } at)
        {
            return ApiProblems.Of(new PlaceNotFound());
        }

        var period = PeriodCode.Year(year);
        var definition = (await readIndicators.DefinitionsAsync(period, actor, ct)).Where(indicator => indicator.Code == code).ToList();

        if (definition.Count == 0)
        {
            return ApiProblems.Of(new IndicatorNotFound());
        }

        var terms = await db.OnBoundariesAsync(ReadingTerms.Now, at, asked, clock.Now.Day, ct);

        if (terms.Refusal is { } ended)
        {
            return ApiProblems.Of(ended);
        }

        var read = await readIndicators.RunAsync(at.Id, period, definition, terms.Value, actor, ct);

        if (read.Refusal is { } refusal)
        {
            return ApiProblems.Of(refusal);
        }

        var reading = read.Value.Single();

        return Results.Ok(new IndicatorValueBody(
            code,
            at.Code,
            period.Text,
            reading.PlacesOf is null ? Boundaries.Then : Boundaries.Today,
            reading.IsEstimate,
            reading.Value,
            reading.ValueSoFar,
            reading.NumeratorSoFar,
            reading.DenominatorSoFar,
            reading.Reported,
            reading.Expected,
            reading.Survey is { } survey ? SurveyBody.Of(survey) : null));
    }
}
