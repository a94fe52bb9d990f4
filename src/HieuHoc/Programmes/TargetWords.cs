using System.Globalization;
using HieuHoc.Figures;
using HieuHoc.PlanReading;
using HieuHoc.Platform;
using HieuHoc.Returns;

namespace HieuHoc.Programmes;

/// <summary>What is said of a judged target, in the same sentences on pages and on papers.</summary>
/// <param name="value">How the reader writes a value of an indicator; of none a plain number.</param>
public sealed class TargetWords(Texts texts, string language, Func<IndicatorDefinition?, Printed, string> value)
{
    /// <summary>"khoảng 35 % vào năm 2025": what the plan wants, as strictly as it words it.</summary>
    public string Milestone(IndicatorDefinition? indicator, Milestone milestone)
    {
        var key = $"target.milestone{Strictness(milestone.Qualifier)}";

        return (indicator?.Kind, indicator?.Direction) switch
        {
            (IndicatorKind.YesNo, _) => Say($"{key}.yes", ("year", Year(milestone.Year))),
            (_, Direction.Down) => Wanted($"{key}.down"),
            _ => Wanted(key),
        };

        string Wanted(string wanted) => Say(wanted, ("threshold", Threshold(indicator, milestone)), ("year", Year(milestone.Year)));
    }

    /// <summary>Where the plan, or the plans, say it: "12/KH-UBND, mục II.1".</summary>
    public string Clause(JudgedTarget judged) => judged.Target.Clause ?? string.Join(
        "; ",
        judged.Target.Milestones.SelectMany(milestone => milestone.Sources).Distinct().GroupBy(source => source.Plan)
            .Select(plan => Say("target.clause.of", ("plan", plan.Key), ("clauses", string.Join(", ", plan.Select(source => source.Clause))))));

    /// <summary>That the commune itself wants more than the programme, by which decision; null where it does not.</summary>
    public string? Raised(JudgedMilestone judged) => judged.Milestone.Raised is { } raised
        ? Say(
            "target.raised",
            ("programme", value(judged.Reading?.Indicator, Printed.AsWritten(raised.Programme))),
            ("decision", raised.Decision),
            ("day", raised.DecidedOn))
        : null;

    /// <summary>60 %, mức độ 2, or that the province is to set it.</summary>
    public string Threshold(IndicatorDefinition? indicator, Milestone milestone) =>
        milestone.Threshold is { } set ? value(indicator, Printed.AsWritten(set)) : Say("target.open");

    /// <summary>"Đúng tiến độ": how a milestone stands.</summary>
    public string Progress(JudgedMilestone judged) => Say(ProgressKey(judged));

    /// <summary>The key of that word.</summary>
    public static string ProgressKey(JudgedMilestone judged) =>
        judged is { Verdict: Rules.Verdict.NotMet, Progress: Programmes.Progress.CannotSay } ? "progress.NoPace" : $"progress.{judged.Progress}";

    /// <summary>The even pace that a value was compared with, or why it was not; null where nothing was to be compared.</summary>
    public string? Pace(JudgedMilestone judged) => (judged.Progress, judged.Line) switch
    {
        (_, { } line) when judged is { Verdict: Rules.Verdict.NotMet, Survey.Interval: var interval } => Say(
            "target.pace.survey",
            ("firstYear", Year(line.FirstYear)),
            ("first", Value(judged, line.FirstValue)),
            ("milestoneYear", Year(judged.Milestone.Year)),
            ("threshold", Threshold(judged.Reading!.Indicator, judged.Milestone)),
            ("year", Year(judged.Year)),
            ("expected", Value(judged, line.Expected)),
            ("low", interval.Low),
            ("high", value(judged.Reading.Indicator, Printed.AsWritten(interval.High)))),
        _ when judged.Survey is not null => null,
        (Programmes.Progress.OnTrack or Programmes.Progress.Behind, { } line) => Say(
            "target.pace",
            ("firstYear", Year(line.FirstYear)),
            ("first", Value(judged, line.FirstValue)),
            ("milestoneYear", Year(judged.Milestone.Year)),
            ("threshold", Threshold(judged.Reading!.Indicator, judged.Milestone)),
            ("year", Year(judged.Year)),
            ("expected", value(judged.Reading.Indicator, Printed.Beside(judged.Reading.Value!.Value, line.Expected, judged.Reading.Indicator.Decimals))),
            ("value", value(judged.Reading.Indicator, judged.Value!))),
        (Programmes.Progress.CannotSay, null) when judged.Verdict is Rules.Verdict.NotMet => Say("target.pace.none"),
        _ => null,
    };

    /// <summary>What the milestone's year will bring if every year goes on as the years before did on average; null where that cannot be said.</summary>
    public string? Forecast(JudgedMilestone judged) => judged is { Forecast: { } forecast, Line: { } line, Milestone.Threshold: { } threshold, Reading.Indicator: var indicator }
        ? Say(
            judged.Progress is Programmes.Progress.OnTrack ? "target.forecast.met" : "target.forecast.missed",
            ("firstYear", Year(line.FirstYear)),
            ("year", Year(judged.Year)),
            ("milestoneYear", Year(judged.Milestone.Year)),
            ("forecast", value(indicator, Printed.Beside(threshold, forecast, indicator.Decimals))))
        : null;

    /// <summary>"Theo điều tra mẫu (n = 1.200; khoảng tin cậy 95 %: 57,1–62,9 %): 60,0 %."; null where no survey states it.</summary>
    public string? Survey(IndicatorReading? reading) => reading?.Survey is { } survey
        ? Say(
            "survey.says",
            ("size", survey.SampleSize),
            ("confidence", value(reading.Indicator, Printed.AsWritten(survey.Confidence))),
            ("low", survey.Interval.Low),
            ("high", value(reading.Indicator, Printed.AsWritten(survey.Interval.High))),
            ("value", value(reading.Indicator, new Printed(survey.Share, reading.Indicator.Decimals))))
        : null;

    /// <summary>The same, and what it makes of the milestone where the figures are not all there.</summary>
    public string? Survey(JudgedMilestone judged) => (Survey(judged.Reading), judged.Survey, judged.Verdict) switch
    {
        ({ } says, not null, Rules.Verdict.Met or Rules.Verdict.NotMet) =>
            $"{says} {Say($"survey.judges.{judged.Verdict}", ("threshold", Threshold(judged.Reading!.Indicator, judged.Milestone)))}",
        var (says, _, _) => says,
    };

    /// <summary>"Ước cả năm: 78,2 %"; null where nobody estimated.</summary>
    public string? Estimate(JudgedTarget judged) => judged.Estimate is { ValueSoFar: { } estimate, Indicator: var indicator }
        ? Say("target.estimate", ("value", value(indicator, new Printed(estimate, indicator.Decimals))))
        : null;

    /// <summary>That the estimate would reach a milestone which the official value does not; null where it is not so.</summary>
    public string? MetByEstimate(JudgedMilestone judged) => judged.MetByEstimate ? Say("target.estimate.met") : null;

    /// <summary>To whom the plan gave the target and on whom a milestone is measured instead, or why it is closed; null where that is the same.</summary>
    public string? Basis(JudgedTarget judged) => judged.Milestones.Select(milestone => milestone.Closing).FirstOrDefault(closing => closing is not null) is { } closing
        ? Say("target.closed", ("from", closing.From), ("note", Of(closing.Note)))
        : Rebased(judged);

    private string? Rebased(JudgedTarget judged) => judged.Milestones.Select(milestone => milestone.Rebasing).FirstOrDefault(rule => rule is not null) is { } rebasing
        ? $"{Of(rebasing.Note)}.{(rebasing.Confirmed ? "" : $" {Say("target.rebased.open")}")}"
        : null;

    /// <summary>What a reader must know about the plan's wording; null where there is nothing.</summary>
    public string? Note(JudgedTarget judged) => judged.Target.Note is { } note ? $"{Say("target.note")} {Of(note)}." : null;

    /// <summary>"2024: 37,9 %", and on whom it was measured where that was otherwise.</summary>
    public string Earlier(JudgedTarget judged, EarlierValue earlier) => Say(
        earlier.Reading.Indicator.Code == judged.Measure.Indicator ? "target.earlier" : $"target.earlier.{earlier.Reading.Level}",
        ("year", Year(earlier.Year)),
        ("value", value(earlier.Reading.Indicator, new Printed(earlier.Reading.Value!.Value, earlier.Reading.Indicator.Decimals))));

    /// <summary>What the numbers of the year were; of a count or a word that alone.</summary>
    public string Numbers(JudgedMilestone judged) => judged.Reading!.Indicator is { IsOfTwo: false } one
        ? Say("target.explain.word", ("year", Year(judged.Year)), ("value", value(one, judged.Value!)))
        : Say(
            "target.explain",
            ("year", Year(judged.Year)),
            ("numerator", judged.Reading.NumeratorSoFar),
            ("numeratorTitle", Of(judged.Reading.Indicator.NumeratorTitle)),
            ("denominator", judged.Reading.DenominatorSoFar),
            ("denominatorTitle", Of(judged.Reading.Indicator.DenominatorTitle)),
            ("value", value(judged.Reading.Indicator, judged.Value!)),
            ("threshold", Threshold(judged.Reading.Indicator, judged.Milestone)));

    /// <summary>How many places' figures are missing; their names follow.</summary>
    public string? Lacking(JudgedMilestone judged) => judged.Lacking.Count == 0 ? null : Say("target.lacking", ("count", judged.Lacking.Count));

    /// <summary>How many more than those that are named; null where all are.</summary>
    public string? MoreLacking(JudgedMilestone judged) => judged.Lacking.Count - judged.Named.Count is > 0 and var more
        ? Say("target.lacking.more", ("count", more))
        : null;

    private string Value(JudgedMilestone judged, decimal number) =>
        value(judged.Reading!.Indicator, new Printed(number, judged.Reading.Indicator.Decimals));

    private static string Strictness(TargetQualifier qualifier) => qualifier switch
    {
        // "at most" is said by the direction of the indicator, "at least" by the plain word.
        TargetQualifier.Exact or TargetQualifier.AtLeast or TargetQualifier.AtMost => "",
        TargetQualifier.About => ".about",
        TargetQualifier.Maintain => ".maintain",
        TargetQualifier.Strive => ".strive",
    };

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    private string Of(LocalText text) => language == "vi" ? text.Vi : text.En;

    private string Say(string key, params IReadOnlyList<(string Name, object? Value)> values) => texts.In(language, key, values);
}
