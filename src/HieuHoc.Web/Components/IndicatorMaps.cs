using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Places.Maps;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Components;

/// <summary>Puts what was read of a province on its map: the communes of today, or the districts of then.</summary>
public sealed class IndicatorMaps(HieuHocDb db, ProgrammeClock clock, ReadIndicators readIndicators, ProvinceMaps maps)
{
    /// <summary>True of what is counted by places that have outlines on the day on which it is said.</summary>
    public static bool CanDraw(IndicatorReading reading) =>
        reading.Level is not PlaceLevel.Province && reading.PlacesOf == reading.Terms.PlacesOf;

    /// <summary>The map; null where there is nothing to draw.</summary>
    /// <param name="endedOn">The province's last day; null while it exists.</param>
    /// <param name="target">What the programme wants of the indicator next; null where it wants nothing.</param>
    /// <param name="children">The places that belonged to it on the day on which the reading is said.</param>
    public async Task<IndicatorMap?> OfAsync(
        PlaceOnDay province, DateOnly? endedOn, IReadOnlyList<PlaceOnDay> children, IndicatorReading reading, JudgedMilestone? target, PeriodCode period, Actor actor, CancellationToken ct)
    {
        if (!CanDraw(reading) || await maps.OfAsync(db, province.Id, clock.Now.Day, ct) is not { } map)
        {
            return null;
        }

        var values = reading.Communes.ToDictionary(commune => commune.PlaceId, commune => commune.Value);
        IReadOnlyList<int> districts = [.. children.Where(place => place.Level is PlaceLevel.District).Select(place => place.Id)];

        // Communes of then have no outlines: their districts are drawn, each with what its communes counted.
        if (districts.Count > 0)
        {
            var wanted = new WantedIndicators(period, [reading.Indicator]);
            var read = (await readIndicators.PartsAsync(province.Id, districts, wanted, reading.Terms, actor, ct)).Value;

            foreach (var district in districts)
            {
                values[district] = read.GetValueOrDefault(district) is [var whole] ? whole.Value : null;
            }
        }

        return new IndicatorMap(map, reading.Indicator,
        [
            .. children.Where(place => values.ContainsKey(place.Id)).Select(place => new DrawnPlace(
                place, values[place.Id], $"/indicators/{reading.Indicator.Code}/{new PlaceCodeOnDay(place.Code, endedOn)}?year={period.Days.First.Year}")),
        ],
        // Of what places reach or do not the target is their share, and of a count it is that of all together: no place's own.
        reading.Indicator is { IsOfTwo: true, Each: null } ? target?.Milestone.Threshold : null,
        Here: null);
    }

    /// <summary>The map of the province with one of its communes outlined: all of it for who reaches the province, else the commune's own value alone.</summary>
    public async Task<(IndicatorMap Map, IndicatorReading Reading)?> AroundAsync(
        PlaceOnDay commune, IndicatorReading own, JudgedMilestone? target, PeriodCode period, Actor actor, CancellationToken ct)
    {
        var day = own.Terms.PlacesOf ?? period.Days.Last;
        var above = await db.PlaceParents.HoldingOn(day).Where(parent => parent.PlaceId == commune.Id).Select(parent => parent.ParentId).ToListAsync(ct);

        if (above is not [var id] || await db.PlaceOnDayAsync(id, clock.Now.Day, ct) is not { Level: PlaceLevel.Province } province)
        {
            return null;
        }

        var read = await readIndicators.RunAsync(province.Id, period, [own.Indicator], own.Terms, actor, ct);
        var (reading, places) = read.Refusal is null ? (read.Value.Single(), await db.ChildrenAsync(province.Id, day, ct)) : (own, [commune]);

        return await OfAsync(province, null, places, reading, target, period, actor, ct) is { } map ? (map with { Here = commune.Id }, reading) : null;
    }
}
