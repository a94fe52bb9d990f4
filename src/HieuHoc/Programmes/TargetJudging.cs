using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Programmes.Own;
using HieuHoc.Returns;
using HieuHoc.Returns.Surveys;
using HieuHoc.Rules;

namespace HieuHoc.Programmes;

/// <summary>Judges targets of one place and year from what was read of it: no database, no clock.</summary>
public sealed class TargetJudging
{
    private readonly PlaceLevel place;
    private readonly int shown;
    private readonly Dictionary<(int Year, string Indicator), IndicatorReading> readings;
    private readonly IReadOnlyDictionary<string, IndicatorDefinition> known;
    private readonly IReadOnlyDictionary<string, TargetGroup> groups;

    /// <param name="place">The level of the place.</param>
    /// <param name="shown">The year that is shown.</param>
    /// <param name="known">Indicators as they were last defined.</param>
    /// <param name="groups">The headings of the plan.</param>
    public TargetJudging(
        PlaceLevel place,
        int shown,
        IEnumerable<(int Year, IndicatorReading Reading)> readings,
        IReadOnlyDictionary<string, IndicatorDefinition> known,
        IReadOnlyList<TargetGroup> groups)
    {
        (this.place, this.shown, this.known) = (place, shown, known);
        this.groups = groups.ToDictionary(group => group.Code);
        this.readings = readings.ToDictionary(read => (read.Year, read.Reading.Indicator.Code), read => read.Reading);
    }

    /// <summary>The kinds of area that the place is in.</summary>
    public IReadOnlySet<string> Areas { get; init; } = new HashSet<string>();

    /// <summary>What the place itself wants beyond the programme, by indicator and year.</summary>
    public IReadOnlyDictionary<(string Indicator, int Year), OwnValue> Own { get; init; } = new Dictionary<(string, int), OwnValue>();

    /// <summary>What the year shown is estimated at, by indicator.</summary>
    public IReadOnlyDictionary<string, IndicatorReading> Estimates { get; init; } = new Dictionary<string, IndicatorReading>();

    /// <summary>The target with its milestones; null where it is of places above this one.</summary>
    public JudgedTarget? Judge(TargetDefinition target)
    {
        var measure = MeasureOf(target, shown);
        var reading = ReadingOf(target, shown);
        IReadOnlyList<JudgedMilestone> milestones = [.. MilestonesOf(target).Select(milestone => Judge(target, milestone)).OfType<JudgedMilestone>()];

        return milestones.Count == 0 || !Concerns(reading) ? null : new JudgedTarget(
            target, reading?.Indicator ?? known.GetValueOrDefault(measure.Indicator), reading, milestones)
        {
            Group = groups.GetValueOrDefault(target.Group ?? ""),
            Measure = measure,
            Estimate = reading is null ? null : Estimates.GetValueOrDefault(measure.Indicator),
            Trend = [.. EarlierYears(target).Select(year => (Year: year, Reading: ReadingOf(target, year)))
                .Where(earlier => earlier.Reading is { Value: not null })
                .Select(earlier => new EarlierValue(earlier.Year, earlier.Reading!))],
        };
    }

    /// <summary>Those of the areas that the place is in; in a year for which one of them says something, what is said for all does not hold.</summary>
    private IEnumerable<Milestone> MilestonesOf(TargetDefinition target)
    {
        var special = target.Milestones.Where(milestone => milestone.Area is { } area && Areas.Contains(area)).ToList();
        var holding = special.Count == 0
            ? target.Milestones.Where(milestone => milestone.Area is null)
            : target.Milestones.Where(milestone => milestone.Area is null && special.All(one => one.Year != milestone.Year)).Concat(special).OrderBy(milestone => milestone.Year);

        return holding.Select(milestone => Raised(target, milestone));
    }

    /// <summary>The milestone with what the place itself wants, where that is more: what the programme raised meanwhile goes before it.</summary>
    private Milestone Raised(TargetDefinition target, Milestone milestone) =>
        Own.GetValueOrDefault((target.Indicator, milestone.Year)) is { Threshold: { } wanted } own && milestone.Threshold is { } programme
        && known.GetValueOrDefault(target.Indicator) is { } indicator && StatedOwnValue.IsBeyond(indicator, wanted, programme)
            ? milestone with { Threshold = wanted, Raised = new RaisedValue(programme, own.Decision, own.DecidedOn) }
            : milestone;

    private JudgedMilestone? Judge(TargetDefinition target, Milestone milestone)
    {
        if (!IsOfPlace(target, milestone))
        {
            return null;
        }

        // Its own year judges it once that is over, until then the one shown.
        var year = Math.Min(milestone.Year, shown);
        var reading = ReadingOf(target, year);

        if (!Concerns(reading))
        {
            return null;
        }

        var rule = Rule.Parse(MeasureOf(target, year).Rule);
        var judgement = rule.Judge(new WithThreshold(reading?.Facts, milestone.Threshold));
        // Complete figures judge; where they are not, what a sample survey states does.
        var survey = reading is { IsComplete: false } && milestone.Threshold is not null ? reading.Survey : null;
        var closing = target.Closing is { } closed && PeriodCode.Year(year).Days.Last >= closed.From ? closed : null;
        var verdict = (reading, survey) switch
        {
            (null, _) => Verdict.CannotSay,
            _ when closing is not null => Verdict.CannotSay,
            (_, null) => judgement.Verdict,
            ({ Indicator: var indicator }, { Interval: var interval }) => BySurvey(rule, indicator, interval, milestone.Threshold),
        };
        var left = milestone.Year - shown;

        return new JudgedMilestone(
            milestone,
            year,
            reading,
            verdict,
            judgement.Explanation,
            // The rule says what is reached: it may compare what is rounded.
            verdict is Verdict.NotMet && left > 0 ? JudgedMilestone.GapOf(reading, milestone.Threshold) / left : null)
        {
            IsDue = left <= 0,
            Survey = closing is null ? survey : null,
            Closing = closing,
            Rebasing = MeasureOf(target, year).Rebasing,
            MetByEstimate = verdict is Verdict.NotMet && year == shown
                && Estimates.GetValueOrDefault(MeasureOf(target, year).Indicator) is { } estimate
                && rule.Judge(new WithThreshold(estimate.Facts, milestone.Threshold)).Verdict is Verdict.Met,
            Line = left > 0 ? LineOf(target, milestone) : null,
        };
    }

    /// <summary>What the rule says of every share in the interval: met or missed where both ends are, else it cannot be said.</summary>
    private static Verdict BySurvey(Rule rule, IndicatorDefinition indicator, SurveyInterval interval, decimal? threshold)
    {
        var low = rule.Judge(new WithThreshold(new OfShare(indicator, interval.Low), threshold)).Verdict;

        return low == rule.Judge(new WithThreshold(new OfShare(indicator, interval.High), threshold)).Verdict ? low : Verdict.CannotSay;
    }

    /// <summary>
    /// The straight line from the first year with an official value to the threshold. Years that were measured otherwise
    /// are on no line with it, and with one year known there is none.
    /// </summary>
    private StraightLine? LineOf(TargetDefinition target, Milestone milestone)
    {
        var indicator = MeasureOf(target, shown).Indicator;
        var first = EarlierYears(target)
            .Where(year => MeasureOf(target, year).Indicator == indicator)
            .Select(year => (Year: year, ReadingOf(target, year)?.Value))
            .FirstOrDefault(earlier => earlier.Value is not null);

        return first.Value is { } value && milestone.Threshold is { } threshold
            ? new StraightLine(first.Year, value, value + ((threshold - value) * (shown - first.Year) / (milestone.Year - first.Year)))
            : null;
    }

    private IEnumerable<int> EarlierYears(TargetDefinition target) =>
        readings.Keys.Where(key => key.Year < shown && MeasureOf(target, key.Year).Indicator == key.Indicator).Select(key => key.Year).Order();

    private static Measure MeasureOf(TargetDefinition target, int year) => target.MeasureOn(PeriodCode.Year(year).Days.Last);

    private IndicatorReading? ReadingOf(TargetDefinition target, int year) => readings.GetValueOrDefault((year, MeasureOf(target, year).Indicator));

    /// <summary>False of what only places above this one count: a commune has no share in the level of its province.</summary>
    private bool Concerns(IndicatorReading? reading) => reading is null || reading.Level >= place;

    /// <summary>
    /// False of what a plan counts in all of the province: twenty families are not twenty in each commune. What it wants of each area, or of
    /// each commune, it says so; the sum of all of them does not judge that.
    /// </summary>
    private bool IsOfPlace(TargetDefinition target, Milestone milestone) => milestone.Each is { } each ? each == place
        : place <= PlaceLevel.Province || milestone.Area is not null || known.GetValueOrDefault(MeasureOf(target, shown).Indicator) is not { Kind: IndicatorKind.Count };

    /// <summary>A share of a hundred, under the names by which rules read what is counted.</summary>
    private sealed class OfShare(IndicatorDefinition indicator, decimal share) : IFacts
    {
        public decimal? this[string name] => name == indicator.Numerator || name == IndicatorDefinition.NumeratorName ? share
            : name == indicator.Denominator || name == IndicatorDefinition.DenominatorName ? 100
            : null;
    }

    private sealed class WithThreshold(IFacts? facts, decimal? threshold) : IFacts
    {
        public decimal? this[string name] => name == ProgrammePackKind.Threshold ? threshold : facts?[name];
    }
}
