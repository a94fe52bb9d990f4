using System.Globalization;
using HieuHoc.Figures;
using HieuHoc.Papers;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using HieuHoc.Returns;

namespace HieuHoc.Reporting;

/// <summary>What the report says of the indicators.</summary>
internal sealed class AnnualIndicators(AnnualFacts facts, Texts texts)
{
    private const int Named = 3;

    /// <summary>True when there is an indicator to speak of.</summary>
    public bool HasAny => Told.Any();

    // What nobody was asked for, and what the province was not recognised for, is said with its target.
    private IEnumerable<IndicatorReading> Told =>
        facts.Readings.Where(reading => reading.Expected > 0 && (reading.Level is not PlaceLevel.Province || reading.IsComplete));

    /// <summary>A sentence for each indicator, with the best and the last communes and the change since the year before.</summary>
    public IEnumerable<Block> Build()
    {
        yield return new Paragraph(Say("report.indicators", ("year", YearText(facts.Year))));

        foreach (var reading in Told)
        {
            yield return new Paragraph(Indicator(reading));
        }
    }

    private string Indicator(IndicatorReading reading)
    {
        if (reading.ValueSoFar is not { } value)
        {
            return Say("report.indicator.none", ("indicator", reading.Indicator.Title.Vi));
        }

        var alone = Say("report.indicator.word", ("indicator", reading.Indicator.Title.Vi), ("value", PaperNumbers.Value(reading.Indicator, value, texts)));

        if (reading.Indicator.IsWord)
        {
            return alone;
        }

        // Places that reach a level, or do not, are not ranked; and of a count the large ones would always be first.
        var ranked = reading.Indicator is { Each: null, IsOfTwo: true } ? Ranked(reading) : [];
        var sentence = reading.Indicator.Kind is IndicatorKind.Count && reading.IsComplete ? alone : Say(
            reading.Indicator.Kind is IndicatorKind.Count ? "report.indicator.count.soFar" : reading.IsComplete ? "report.indicator" : "report.indicator.soFar",
            ("indicator", reading.Indicator.Title.Vi),
            ("value", PaperNumbers.Value(reading.Indicator, value, texts)),
            ("numerator", VietnameseNumber.Write(reading.NumeratorSoFar)),
            ("numeratorTitle", reading.Indicator.NumeratorTitle.Vi),
            ("denominator", VietnameseNumber.Write(reading.DenominatorSoFar)),
            ("denominatorTitle", reading.Indicator.DenominatorTitle.Vi),
            ("reported", reading.Reported),
            ("expected", reading.Expected));

        var ranking = ranked.Count < 2 * Named ? null : Say(
            reading.Indicator.Direction is Direction.Up ? "report.indicator.ranking" : "report.indicator.ranking.down",
            ("best", Names(ranked.Take(Named), reading.Indicator)),
            ("last", Names(ranked.TakeLast(Named).Reverse(), reading.Indicator)));

        return string.Join(' ', new[] { sentence, Change(reading), ranking }.OfType<string>());
    }

    /// <summary>By how much it rose or fell since the year before; null unless all of both years is known.</summary>
    private string? Change(IndicatorReading reading)
    {
        if (reading.Value is not { } now || facts.Before.GetValueOrDefault(reading.Indicator.Code)?.Value is not { } before)
        {
            return null;
        }

        var decimals = reading.Indicator.Decimals;
        var difference = Math.Round(now, decimals, MidpointRounding.AwayFromZero) - Math.Round(before, decimals, MidpointRounding.AwayFromZero);

        return Say(
            difference > 0 ? "report.change.up" : difference < 0 ? "report.change.down" : "report.change.same",
            ("year", YearText(facts.Year - 1)),
            ("before", PaperNumbers.Value(reading.Indicator, before, texts)),
            ("difference", PaperNumbers.Difference(reading.Indicator, new Printed(Math.Abs(difference), decimals), texts)));
    }

    private List<(string Name, decimal Value)> Ranked(IndicatorReading reading)
    {
        var names = facts.CommuneNames;
        var sign = reading.Indicator.Direction is Direction.Up ? -1 : 1;

        return
        [
            .. reading.Communes
                .Where(commune => commune.Value is not null && names.ContainsKey(commune.PlaceId))
                .Select(commune => (Name: names[commune.PlaceId], Value: commune.Value!.Value))
                .OrderBy(commune => sign * commune.Value)
                .ThenBy(commune => commune.Name, Vietnamese.Order),
        ];
    }

    private string Names(IEnumerable<(string Name, decimal Value)> communes, IndicatorDefinition indicator) =>
        string.Join("; ", communes.Select(commune => $"{commune.Name} ({PaperNumbers.Value(indicator, commune.Value, texts)})"));

    private static string YearText(int year) => year.ToString(CultureInfo.InvariantCulture);

    private string Say(string key, params IReadOnlyList<(string Name, object? Value)> values) => texts.In("vi", key, values);
}
