using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.PlanReading;
using HieuHoc.Platform;
using HieuHoc.Programmes.Plans;

namespace HieuHoc.Programmes;

/// <summary>The targets of a programme with the milestones that its plans set.</summary>
public static class LinkedTargets
{
    /// <summary>
    /// Every target once, by what measures it. What two plans say alike is one milestone with both clauses; what they say otherwise
    /// stands side by side, each with its own.
    /// </summary>
    /// <param name="defined">How the programme measures targets; of what it does not name the indicator's own rule holds.</param>
    /// <param name="indicators">The indicators that are known; a link to any other sets nothing.</param>
    public static IReadOnlyList<TargetDefinition> Of(
        IReadOnlyList<TargetDefinition> defined, IReadOnlyList<PlanContent> plans, IReadOnlyDictionary<string, IndicatorDefinition> indicators)
    {
        var linked = (from plan in plans
                      from target in plan.Targets
                      let indicator = indicators.GetValueOrDefault(target.Link?.Indicator ?? "")
                      where indicator is not null
                      let milestone = MilestoneOf(plan, target, indicator)
                      where milestone is not null
                      select (Indicator: indicator, Target: target, Milestone: milestone)).ToLookup(link => link.Indicator.Code);
        var known = defined.Select(target => target.Indicator).ToHashSet();
        var others = linked.Where(links => !known.Contains(links.Key)).Select(links => Plain(links.First().Target, links.First().Indicator));

        return
        [
            .. defined.Concat(others).Select(target => GoingOn(target, linked[target.Indicator].Select(link => link.Target.Link!.After), indicators) with
            {
                Milestones = Together([.. target.Milestones, .. linked[target.Indicator].Select(link => link.Milestone)]),
            }),
        ];
    }

    /// <summary>What a target of a plan wants of its indicator; null where it is linked to none, or its number cannot be one of the indicator's.</summary>
    public static decimal? ThresholdOf(PlanTarget target, IndicatorDefinition indicator) => target.Link?.Threshold ?? (target.Measure, indicator.Kind) switch
    {
        (TargetKind.Percent, IndicatorKind.Percent) => target.Value,
        (TargetKind.Level, IndicatorKind.Level) => target.Value,
        // "Mỗi gia đình": so many of each are nobody's sum.
        (TargetKind.Count, IndicatorKind.Count) when target is { Area: null, Each: { } each } && PlanHoldings.LevelOf(each) is null => null,
        (TargetKind.Count, IndicatorKind.Count or IndicatorKind.Ratio) => target.Value,
        (TargetKind.Achieved, IndicatorKind.YesNo) => 1,
        // A level or a title that all of them are to have is had by one hundred of a hundred.
        (TargetKind.Level or TargetKind.Achieved, IndicatorKind.Percent) => 100,
        _ => null,
    };

    /// <summary>True where the plan wants no more than a number of what is the better the more there is: the indicator cannot judge that.</summary>
    public static bool IsContrary(PlanTarget target, IndicatorDefinition indicator) => target.Qualifier is TargetQualifier.AtMost && indicator.Direction is Direction.Up;

    /// <summary>The level of the places of which every one is to have so many; null where all together are.</summary>
    private static PlaceLevel? EachOf(PlanTarget target, IndicatorDefinition indicator) =>
        indicator.Kind is IndicatorKind.Count && target is { Area: null, Each: { } each } ? PlanHoldings.LevelOf(each) : null;

    private static Milestone? MilestoneOf(PlanContent plan, PlanTarget target, IndicatorDefinition indicator) =>
        !IsContrary(target, indicator) && ThresholdOf(target, indicator) is { } threshold && (target.Link!.Year ?? target.Year ?? plan.Document.Period?.To) is { } year
            ? new Milestone(year, threshold, target.Qualifier)
            {
                Area = target.Area,
                Each = EachOf(target, indicator),
                Sources = [new PlanClause(plan.Document.Number ?? plan.Document.Title ?? plan.Document.Issuer ?? "", target.Clause)],
            }
            : null;

    /// <summary>The target as it goes on once those to whom it was given are no more: what a person said of it in a plan goes before what a pack says.</summary>
    private static TargetDefinition GoingOn(TargetDefinition target, IEnumerable<TargetAfter?> said, IReadOnlyDictionary<string, IndicatorDefinition> indicators) =>
        said.FirstOrDefault(after => after is not null) switch
        {
            null => target,
            { Indicator: null } after => target with { Closing = new TargetClosing(after.From, Words(after.Note)) },
            { Indicator: var code } after => indicators.GetValueOrDefault(code) is not { } indicator ? target : target with
            {
                Rebasing = new Rebasing { From = after.From, Indicator = code, Rule = RuleOf(indicator), Note = Words(after.Note), Confirmed = true },
            },
        };

    /// <summary>A person's sentence in both languages, without the stop that whoever prints it sets.</summary>
    private static LocalText Words(string note) => new(note.TrimEnd('.'), note.TrimEnd('.'));

    private static string RuleOf(IndicatorDefinition indicator) => $"{indicator.OfTotals} {(indicator.Direction is Direction.Up ? ">=" : "<=")} {ProgrammePackKind.Threshold}";

    private static IReadOnlyList<Milestone> Together(IReadOnlyList<Milestone> milestones) =>
    [
        .. milestones.GroupBy(milestone => (milestone.Year, milestone.Threshold, milestone.Qualifier, milestone.Area, milestone.Each))
            .Select(same => same.First() with { Sources = [.. same.SelectMany(milestone => milestone.Sources).Distinct()] })
            .OrderBy(milestone => milestone.Year),
    ];

    private static TargetDefinition Plain(PlanTarget target, IndicatorDefinition indicator) => new()
    {
        Code = indicator.Code,
        Title = new LocalText(Capital(target.Subject), indicator.Title.En),
        Indicator = indicator.Code,
        Rule = RuleOf(indicator),
    };

    private static string Capital(string subject) => subject.Length == 0 ? subject : $"{char.ToUpperInvariant(subject[0])}{subject[1..]}";
}
