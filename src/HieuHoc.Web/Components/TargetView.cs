using System.Globalization;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Programmes;

namespace HieuHoc.Web.Components;

/// <summary>A judged target with the words that its explanation needs.</summary>
/// <param name="PlaceCode">How addresses name the place that it is judged for.</param>
/// <param name="Today">Addresses name what ended before by its code of then.</param>
public sealed record TargetView(JudgedTarget Judged, IReadOnlyDictionary<string, ElementDefinition> Elements, string PlaceCode, DateOnly Today)
{
    /// <summary>The sentences about it in the reader's language.</summary>
    public static TargetWords Words(Texts texts, Shown shown) =>
        new(texts, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, (indicator, printed) => shown.Value(indicator, printed));

    /// <summary>Where the rows behind the numbers of a year are.</summary>
    public string Rows(string indicator, int year) => $"/indicators/{indicator}/{PlaceCode}?year={year}";

    /// <summary>A place whose figures a milestone misses, with where they are to come from.</summary>
    public PlaceLink Lacking(JudgedMilestone milestone, PlaceOnDay place)
    {
        var last = PeriodCode.Year(milestone.Year).Days.Last;
        var code = milestone.Reading!.PlacesOf is null && last < Today ? $"{new PlaceCodeOnDay(place.Code, last)}" : place.Code;

        return new PlaceLink(place, $"/indicators/{milestone.Reading.Indicator.Code}/{code}?year={milestone.Year}");
    }
}
