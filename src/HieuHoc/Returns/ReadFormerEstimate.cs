using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Platform;

namespace HieuHoc.Returns;

/// <summary>What an indicator was estimated at before the official number of its year was there.</summary>
public sealed class ReadFormerEstimate(ReadIndicators readIndicators, ProgrammeClock clock)
{
    /// <summary>
    /// The estimate as it stood when the year ended: later ones there are not. Null while some of it still waits for its
    /// official number, and where nothing was estimated or the estimate was never whole.
    /// </summary>
    /// <param name="official">The official reading of a period as it is now.</param>
    public async Task<Outcome<decimal?>> RunAsync(
        int placeId, PeriodCode period, IndicatorReading official, Actor actor, CancellationToken ct)
    {
        if (clock.Now.Day <= period.Days.Last)
        {
            return (decimal?)null;
        }

        var estimates = official.Terms with { Standing = Standing.FullYearEstimate };
        var now = await readIndicators.OfStandingAsync(placeId, period, [official.Indicator], estimates, actor, ct);

        if (now.Refusal is { } refusal)
        {
            return refusal;
        }

        if (now.Value.Count > 0)
        {
            return (decimal?)null;
        }

        var asTheYearEnded = estimates with { AsOf = ProgrammeClock.StartOf(period.Days.Last.AddDays(1)) };
        var then = await readIndicators.OfStandingAsync(placeId, period, [official.Indicator], asTheYearEnded, actor, ct);

        return then.Value.SingleOrDefault()?.Value;
    }
}
