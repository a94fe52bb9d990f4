using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Rules;

namespace HieuHoc.Programmes;

/// <summary>Reads and checks programme packs.</summary>
public sealed class ProgrammePackKind : PackKind
{
    /// <summary>The name by which a target's rule reads the milestone's number.</summary>
    public const string Threshold = "threshold";

    public override string Folder => "programmes";

    public override Type DocumentType => typeof(ProgrammePack);

    public override int Order => 50;

    /// <summary>What a rule may read beside the elements of its indicator.</summary>
    internal static IReadOnlyList<string> Totals { get; } = [Threshold, IndicatorDefinition.NumeratorName, IndicatorDefinition.DenominatorName];

    public override IEnumerable<FileMistake> Check(PackDocument document, PackFile file, PackShelf shelf)
    {
        var programme = (ProgrammePack)document;
        var indicators = shelf.Known<IndicatorsPack>().SelectMany(pack => pack.Indicators).ToLookup(indicator => indicator.Code);
        var groups = programme.Groups.Select(group => group.Code).ToHashSet();

        foreach (var target in programme.Targets)
        {
            foreach (var mistake in target.Measures.SelectMany(measure => Check(target, measure, indicators)))
            {
                yield return mistake;
            }

            if (target.Group is { } group && !groups.Contains(group))
            {
                yield return new FileMistake(target.Code, "pack.mistake.unknown", group);
            }
        }

        foreach (var mistake in Linked(programme, shelf))
        {
            yield return mistake;
        }

        foreach (var mistake in ReportChecks.Of(programme, shelf))
        {
            yield return mistake;
        }
    }

    /// <summary>A target that nothing sets a milestone of, and a link that sets none, would be silent for ever.</summary>
    private static IEnumerable<FileMistake> Linked(ProgrammePack programme, PackShelf shelf)
    {
        var known = shelf.Known<IndicatorsPack>().SelectMany(pack => pack.Indicators).DistinctBy(indicator => indicator.Code).ToDictionary(indicator => indicator.Code);

        foreach (var target in LinkedTargets.Of(programme.Targets, programme.Plans, known).Where(target => target.Milestones.Count == 0))
        {
            yield return new FileMistake(target.Code, "pack.mistake.no-milestone", target.Indicator);
        }

        foreach (var target in programme.Plans.SelectMany(plan => plan.Targets))
        {
            if (target.Link is { } link && (!known.TryGetValue(link.Indicator, out var indicator) || LinkedTargets.ThresholdOf(target, indicator) is null))
            {
                yield return new FileMistake($"{target.Clause} {target.Subject}", "pack.mistake.link", link.Indicator);
            }
        }
    }

    private static IEnumerable<FileMistake> Check(TargetDefinition target, Measure measure, ILookup<string, IndicatorDefinition> indicators)
    {
        if (!indicators.Contains(measure.Indicator))
        {
            yield return new FileMistake(target.Code, "pack.mistake.unknown", measure.Indicator);
        }

        if (!Rule.TryParse(measure.Rule, out var rule, out var error))
        {
            yield return new FileMistake(target.Code, error!.Code, $"{measure.Rule} @{error.Position}");
            yield break;
        }

        // The rule sees what its indicator counts, or of what is counted place by place the totals; any other name would be missing for ever.
        var counted = indicators[measure.Indicator]
            .Where(indicator => indicator.Each is null)
            .SelectMany(indicator => indicator.Formulas.Value.Names)
            .Concat(Totals)
            .ToHashSet();

        foreach (var name in rule!.Names.Where(name => indicators.Contains(measure.Indicator) && !counted.Contains(name)))
        {
            yield return new FileMistake(target.Code, "pack.mistake.not-in-indicator", name);
        }
    }
}
