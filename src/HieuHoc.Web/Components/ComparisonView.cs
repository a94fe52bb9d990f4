using System.Globalization;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using HieuHoc.Returns;
using Microsoft.AspNetCore.Html;

namespace HieuHoc.Web.Components;

/// <summary>A comparison as a page shows it: the years as lines, the communes that are alike as dots, each mark with its rows.</summary>
/// <param name="Place">The place that is compared, and how addresses name it.</param>
/// <param name="Target">What the programme wants of the indicator next; null where it wants nothing.</param>
/// <param name="Address">The rows of the indicator for a place by its code, and a year.</param>
public sealed record ComparisonView(
    Comparison Comparison,
    IndicatorDefinition Indicator,
    (PlaceOnDay Place, string Code) Place,
    JudgedMilestone? Target,
    Func<string, int, string> Address,
    Func<PlaceOnDay, string> CodeOf,
    Texts Texts,
    Shown Shown)
{
    /// <summary>The years with a value, the oldest first.</summary>
    public IReadOnlyList<YearReading> Known => [.. Comparison.Own.Where(year => year.Value is not null)];

    /// <summary>True when there is something to draw.</summary>
    public bool HasLines => Known.Count > 0 || Comparison.Province?.Years.Any(year => year.Value is not null) is true;

    /// <summary>How the value of the place itself is written: one of those that count has reached something or has not.</summary>
    public string ValueOfOwn(decimal value) => Place.Place.Level is PlaceLevel.Commune ? Shown.ValueOfOne(Indicator, value) : Shown.Value(Indicator, value);

    /// <summary>Where the rows of a year are.</summary>
    public string RowsOf(int year) => Address(Place.Code, year);

    /// <summary>Where the rows of a year of the province are; null where they are not the reader's.</summary>
    public string? RowsOfProvince(int year) => Comparison.Province is { IsReached: true } province ? Address(CodeOf(province.Place), year) : null;

    /// <summary>Where the rows of a commune are; null where they are not the reader's.</summary>
    public string? RowsOf(RankedCommune commune) => commune.Place is { } place ? Address(CodeOf(place), Comparison.Own[^1].Year) : null;

    /// <summary>"Xã Hải Lăng: 37,9 %"; of what the reader does not reach the number alone.</summary>
    public string NameOf(RankedCommune commune) => commune.Place is { } place
        ? Texts["overview.named", ("name", place.FullName), ("value", Shown.Value(Indicator, commune.Value))]
        : Shown.Value(Indicator, commune.Value);

    /// <summary>What makes the communes of a group alike.</summary>
    public string Alike(LikeCommunes group) => group.AreaClass.Length > 0
        ? Texts["overview.group.class", ("kind", group.Kind), ("class", group.AreaClass)]
        : group.Kind;

    /// <summary>The finding of the years, in one sentence.</summary>
    public string LinesFinding => Known switch
    {
        [] => Texts["overview.lines.none"],
        [var only] => Texts["overview.lines.one", ("year", Year(only.Year)), ("value", ValueOfOwn(only.Value!.Value))],
        [var first, .., var last] => Texts[
            "overview.lines.finding",
            ("firstYear", Year(first.Year)), ("first", ValueOfOwn(first.Value!.Value)), ("year", Year(last.Year)), ("value", ValueOfOwn(last.Value!.Value))],
    };

    /// <summary>The last years, against the province or the target.</summary>
    public IHtmlContent Lines() => LineChart.Render(
        "lines_svg",
        new ChartLine(Place.Place.FullName, [.. Comparison.Own.Select(year => Point(Place.Place, year, ValueOfOwn, RowsOf(year.Year)))]),
        Comparison.Province is { } province
            ? new ChartLine(province.Place.FullName, [.. province.Years.Select(year => Point(province.Place, year, value => Shown.Value(Indicator, value), RowsOfProvince(year.Year)))])
            : null,
        TargetLine(),
        LinesFinding,
        Texts["overview.lines.desc"]);

    /// <summary>A group as dots.</summary>
    public IHtmlContent Dots(LikeCommunes group, int number)
    {
        var ordered = group.Ranked.OrderBy(commune => commune.Value).ToList();

        return DotChart.Render(
            $"dots_{number}",
            [.. group.Ranked.Select(commune => new Dot(commune.Value, NameOf(commune), RowsOf(commune), commune.IsOwn, commune.IsEstimate))],
            group.Middle!.Value,
            new DotWords(
                group.Own is { } own ? Texts["overview.dots.own", ("name", Place.Place.FullName), ("value", Shown.Value(Indicator, own.Value)), ("rank", own.Rank)] : null,
                Texts["overview.dots.middle", ("value", Shown.Value(Indicator, group.Middle.Value))],
                Texts["overview.dots.low", ("value", Shown.Value(Indicator, ordered[0].Value))],
                Texts["overview.dots.high", ("value", Shown.Value(Indicator, ordered[^1].Value))]),
            Texts["overview.dots.title", ("indicator", Indicator.Title.Here), ("group", Alike(group)), ("count", group.Ranked.Count)],
            Texts["overview.dots.desc"]);
    }

    private LinePoint Point(PlaceOnDay place, YearReading year, Func<decimal, string> write, string? href)
    {
        var label = year.Value is { } value ? write(value) : "";

        return new LinePoint(
            year.Year,
            year.Value,
            label,
            Texts[year.IsEstimate ? "overview.point.estimate" : "overview.point", ("name", place.FullName), ("year", Year(year.Year)), ("value", label)],
            href,
            year.IsEstimate);
    }

    private TargetLine? TargetLine() => Target is { Milestone: { Threshold: { } threshold } milestone }
        ? new TargetLine(TargetView.Words(Texts, Shown).Milestone(Indicator, milestone), threshold)
        : null;

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);
}
