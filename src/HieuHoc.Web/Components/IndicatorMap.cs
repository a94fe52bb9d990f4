using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Places.Maps;
using HieuHoc.Platform;
using HieuHoc.Returns;

namespace HieuHoc.Web.Components;

/// <summary>A map as a page shows it, with the reading that coloured it.</summary>
/// <param name="Target">What is to be reached, as the programme words it; null where nothing is.</param>
public sealed record IndicatorMapView(IndicatorMap Map, IndicatorReading Reading, string? Target);

/// <summary>One indicator on a map.</summary>
/// <param name="Places">The places with a value or a question of their own; what else is drawn belongs to nobody who was asked.</param>
/// <param name="Target">What each place is held against; null where nothing is.</param>
/// <param name="Here">The place that is outlined; null on the map of a province itself.</param>
public sealed record IndicatorMap(ProvinceMap Map, IndicatorDefinition Indicator, IReadOnlyList<DrawnPlace> Places, decimal? Target, int? Here)
{
    public MapScale Scale { get; } = new([.. Places.Select(place => place.Value)], Target, Indicator.Direction);

    /// <summary>True where whoever looks reaches one of the places alone.</summary>
    private bool IsOfOne => Here is not null && Places.Count == 1;

    /// <summary>True where a place has reached what is asked or has not: two colours, and no classes between them.</summary>
    public bool IsOfReached => Indicator.Kind is IndicatorKind.YesNo || (Indicator.Each is Each.Place && !IsByDistrict);

    /// <summary>True where the outlines are those of the districts of old: communes of then have none.</summary>
    public bool IsByDistrict => Places.Any(drawn => drawn.Place.Level is PlaceLevel.District);

    public bool HasValues => Places.Any(drawn => drawn.Value is not null);

    /// <summary>True when something on it cannot be said.</summary>
    public bool HasGaps => Marked.Any(shape => Places.All(drawn => drawn.Place.Id != shape.PlaceId || drawn.Value is null));

    /// <summary>What has a mark; of what lies beyond the reader's part the outlines are drawn alone.</summary>
    private IEnumerable<MapShape> Marked => IsOfOne ? Map.Shapes.Where(shape => shape.PlaceId == Here) : Map.Shapes;

    /// <summary>The best and the last; null while there are not two, and where a place only has reached something or has not.</summary>
    public ((PlaceOnDay Place, decimal Value) Best, (PlaceOnDay Place, decimal Value) Last)? Extremes
    {
        get
        {
            var ranked = Places.Where(drawn => drawn.Value is not null)
                .Select(drawn => (drawn.Place, Value: drawn.Value.GetValueOrDefault()))
                .OrderByDescending(drawn => Indicator.Direction is Direction.Up ? drawn.Value : -drawn.Value)
                .ToList();

            return Indicator.Each is null && ranked.Count > 1 ? (ranked[0], ranked[^1]) : null;
        }
    }

    /// <summary>A class by value, the name with the value, and the page with the rows.</summary>
    public IReadOnlyDictionary<int, MapMark> Marks(Texts texts, Shown shown)
    {
        var drawn = Places.ToDictionary(place => place.Place.Id);

        return Marked.ToDictionary(
            shape => shape.PlaceId,
            shape => (drawn.GetValueOrDefault(shape.PlaceId) is { Value: { } value } known
                ? new MapMark(ClassOf(value), shown.ValueOfOne(Indicator, value), known.Href)
                : new MapMark(Scale.ClassOf(null), texts["verdict.CannotSay"], drawn.GetValueOrDefault(shape.PlaceId)?.Href)) with { IsHere = shape.PlaceId == Here });
    }

    private string ClassOf(decimal value) => !IsOfReached ? Scale.ClassOf(value) : value > 0 ? "met" : "not-met";
}

/// <summary>A place on the map of an indicator.</summary>
/// <param name="Href">Where its rows are.</param>
public sealed record DrawnPlace(PlaceOnDay Place, decimal? Value, string Href);
