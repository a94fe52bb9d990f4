using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Pilots;

/// <summary>A figure of the system for a place of a pilot.</summary>
/// <param name="ReadOf">Whose figure it is: the place itself, or who took it over.</param>
public sealed record PilotFigure(int ReadOf, decimal Value);

/// <summary>What the system knows of the indicators of a pilot, place by place, read as everywhere: nothing is said of a place whose figures are not all there.</summary>
public sealed class ReadPilotFigures(HieuHocDb db, ReadIndicators readIndicators, ProgrammeClock clock)
{
    /// <summary>The indicators that the year of a day knows.</summary>
    public Task<IReadOnlyList<IndicatorDefinition>> IndicatorsAsync(DateOnly day, Actor actor, CancellationToken ct) =>
        readIndicators.DefinitionsAsync(PeriodCode.Year(day.Year), actor, ct);

    /// <summary>The figures of the year of a day, by indicator and place; the province stands among the places.</summary>
    public async Task<IReadOnlyDictionary<(string Indicator, int PlaceId), PilotFigure>> RunAsync(
        IReadOnlyCollection<int> areas, IReadOnlySet<string> indicators, DateOnly day, Actor actor, CancellationToken ct)
    {
        var period = PeriodCode.Year(day.Year);
        var wanted = new WantedIndicators(period, [.. (await IndicatorsAsync(day, actor, ct)).Where(indicator => indicators.Contains(indicator.Code))]);
        var figures = new Dictionary<(string, int), PilotFigure>();

        if (wanted.Indicators.Count == 0)
        {
            return figures;
        }

        foreach (var area in areas)
        {
            var place = await HeirAsync(area, period.Days.Last, ct);
            var terms = await TermsAsync(place, ct);
            var read = await readIndicators.RunAsync(place, period, wanted.Indicators, terms, actor, ct);
            // Of villages there are no indicators: what is known of them is stated.
            Keep(area, place, read.Refusal is null ? read.Value : []);
        }

        var province = await db.OwnerPlaceAsync(actor.Owner, ct);
        // Whoever leads a pilot in a commune compares with the province without reaching it.
        Keep(province, province, (await readIndicators.ForComparingAsync(province, [wanted], await TermsAsync(province, ct), actor.Owner, ct)).Single());

        return figures;

        void Keep(int area, int place, IEnumerable<IndicatorReading> readings)
        {
            foreach (var reading in readings)
            {
                if (reading.Value is { } value)
                {
                    figures[(reading.Indicator.Code, area)] = new PilotFigure(place, value);
                }
            }
        }
    }

    /// <summary>The place that stands for another on a day: itself, or who keeps its records.</summary>
    private async Task<int> HeirAsync(int id, DateOnly day, CancellationToken ct)
    {
        while (await db.PlaceSuccessions.Where(row => row.FromId == id && row.IsDefault && row.EffectiveOn <= day).Select(row => (int?)row.ToId).SingleOrDefaultAsync(ct) is { } heir)
        {
            id = heir;
        }

        return id;
    }

    /// <summary>On today's boundaries, as the overview reads; of a place that is no more on those of its time.</summary>
    private async Task<ReadingTerms> TermsAsync(int id, CancellationToken ct)
    {
        var today = clock.Now.Day;

        // The place is one of the pilot, and so there is one.
        return (await db.OnBoundariesAsync(ReadingTerms.Now, (await db.PlaceOnDayAsync(id, today, ct))!, null, today, ct)).Value;
    }
}
