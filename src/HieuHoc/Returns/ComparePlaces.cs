using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns;

/// <summary>
/// Holds one indicator of a place against its earlier years, its province, and the communes like it. Alike are communes of
/// one kind and, where a decision gave them one, of the same area class. What lies outside the actor's part is a number
/// without a name: one's own rank would otherwise be said of nobody.
/// </summary>
public sealed class ComparePlaces(HieuHocDb db, ReadIndicators readIndicators)
{
    /// <summary>Compares a place.</summary>
    /// <param name="wanted">The years, the oldest first, each with the indicator as it was defined then, or without one.</param>
    public async Task<Outcome<Comparison>> RunAsync(
        int placeId, IReadOnlyList<WantedIndicators> wanted, ReadingTerms terms, Actor actor, CancellationToken ct)
    {
        var own = await readIndicators.RunAsync(placeId, wanted, terms, actor, ct);

        if (own.Refusal is { } refusal)
        {
            return refusal;
        }

        var day = terms.PlacesOf ?? wanted[^1].Period.Days.Last;
        var above = await ProvinceOfAsync(placeId, day, actor, ct);
        var whole = above is null ? own.Value : await readIndicators.ForComparingAsync(above.Place.Id, wanted, terms, actor.Owner, ct);
        var groups = whole[^1] is [{ Level: PlaceLevel.Commune } last] && CanRank(last.Indicator)
            ? await GroupsAsync(last, day, above is null ? null : placeId, actor, ct)
            : [];

        return new Comparison(Years(wanted, own.Value), above is null ? null : above with { Years = Years(wanted, whole) }, groups);
    }

    /// <summary>False where a place has reached something or has not: there is no order among those.</summary>
    public static bool CanRank(IndicatorDefinition indicator) => indicator is { Each: null, Kind: not IndicatorKind.YesNo };

    private static IReadOnlyList<YearReading> Years(
        IReadOnlyList<WantedIndicators> wanted, IReadOnlyList<IReadOnlyList<IndicatorReading>> read) =>
        [.. wanted.Zip(read, (of, readings) => new YearReading(of.Period.Days.Last.Year, readings is [var one] ? one : null))];

    /// <summary>The province that a commune lay in on a day; null of every other place.</summary>
    private async Task<ComparedProvince?> ProvinceOfAsync(int placeId, DateOnly day, Actor actor, CancellationToken ct)
    {
        var parents = db.PlaceParents.HoldingOn(day);
        var nearest = parents.Where(parent => parent.PlaceId == placeId).Select(parent => parent.ParentId);
        var further = parents.Where(parent => nearest.Contains(parent.PlaceId)).Select(parent => parent.ParentId);
        var communes = db.Places.Where(place => place.Id == placeId && place.Level == PlaceLevel.Commune);
        var provinces = db.Places.Where(place => place.Level == PlaceLevel.Province && communes.Any()
            && (nearest.Contains(place.Id) || further.Contains(place.Id)));

        if (await db.PlacesOn(provinces, day).SingleOrDefaultAsync(ct) is not { } province)
        {
            return null;
        }

        return new ComparedProvince(province, [], await db.PlacesVisibleTo(actor).AnyAsync(place => place.Id == province.Id, ct));
    }

    private async Task<IReadOnlyList<LikeCommunes>> GroupsAsync(
        IndicatorReading reading, DateOnly day, int? own, Actor actor, CancellationToken ct)
    {
        var ids = reading.Communes.Select(commune => commune.PlaceId).ToList();
        var among = db.Places.Where(place => EF.Parameter(ids).Contains(place.Id));
        var places = await db.PlacesOn(among, day).ToListAsync(ct);
        var reached = await db.PlacesVisibleTo(actor).Where(place => EF.Parameter(ids).Contains(place.Id)).Select(place => place.Id).ToHashSetAsync(ct);
        var likeness = await db.LikenessAsync(places, day, ct);
        var values = reading.Communes.ToDictionary(commune => commune.PlaceId);

        return
        [
            .. places.GroupBy(place => likeness[place.Id])
                .Where(group => own is null || group.Any(place => place.Id == own))
                .OrderByDescending(group => group.Count()).ThenBy(group => group.Key.Kind, Vietnamese.Order).ThenBy(group => group.Key.AreaClass, StringComparer.Ordinal)
                .Select(group => new LikeCommunes(group.Key.Kind, group.Key.AreaClass, group.Count(), Ranked(
                    [.. group.Select(place => (place, values[place.Id]))], reading.Indicator.Direction, own, reached))),
        ];
    }

    private static IReadOnlyList<RankedCommune> Ranked(
        IReadOnlyList<(PlaceOnDay Place, CommuneReading Reading)> communes, Direction direction, int? own, IReadOnlySet<int> reached)
    {
        var known = communes.Where(commune => commune.Reading.Value is not null)
            .Select(commune => (commune.Place, commune.Reading, Value: commune.Reading.Value.GetValueOrDefault()))
            .OrderBy(commune => direction is Direction.Up ? -commune.Value : commune.Value)
            .ThenBy(commune => commune.Place.Name, Vietnamese.Order)
            .ToList();
        var ranks = new Dictionary<decimal, int>();

        foreach (var (i, commune) in known.Index())
        {
            ranks.TryAdd(commune.Value, i + 1);
        }

        return
        [
            .. known.Select(commune => new RankedCommune(
                reached.Contains(commune.Place.Id) ? commune.Place : null, commune.Value, ranks[commune.Value], commune.Place.Id == own, commune.Reading.IsEstimate)),
        ];
    }
}
