using System.Text.Json.Serialization;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns;
using HieuHoc.Rules;

namespace HieuHoc.Programmes;

/// <summary>A province's programme as its plan says it: targets, who keeps them, and how the yearly report looks.</summary>
public sealed record ProgrammePack : PackDocument
{
    /// <summary>The code of the province today.</summary>
    public required string Province { get; init; }

    /// <summary>The short name of the plan, for headings.</summary>
    public required LocalText ShortTitle { get; init; }

    /// <summary>The agency that answers for every number.</summary>
    public required LocalText StandingAgency { get; init; }

    /// <summary>How to reach it, for footers; null where the plan does not say.</summary>
    public LocalText? Contact { get; init; }

    /// <summary>The headings under which the targets are listed, in their order.</summary>
    public IReadOnlyList<TargetGroup> Groups { get; init; } = [];

    public required IReadOnlyList<TargetDefinition> Targets { get; init; }

    public required ReportDefinition Report { get; init; }

    [JsonIgnore]
    public override IReadOnlyList<PackItem> Items =>
    [
        .. Targets.Select(target => new PackItem(
            target.Code,
            target.Title,
            target.Rule,
            target.Clause,
            (target.Confirmed ?? Confirmed) && target.Rebasing is null or { Confirmed: true },
            [.. target.Measures.SelectMany(measure => Rule.Parse(measure.Rule).Names.Except(ProgrammePackKind.Totals).Prepend(measure.Indicator)).Distinct()])),
    ];
}

/// <summary>The yearly report: who writes to whom, and its sections. Vietnamese only: it is an official paper.</summary>
public sealed record ReportDefinition
{
    public string? ParentIssuer { get; init; }

    public required string Issuer { get; init; }

    /// <summary>What follows the number that the clerk gives: <c>/BC-SGDĐT</c>.</summary>
    public required string Symbol { get; init; }

    /// <summary>Where it is signed: địa danh.</summary>
    public required string SignedAt { get; init; }

    /// <summary>The abstract; <c>{year}</c> is the year reported.</summary>
    public required string Abstract { get; init; }

    public required IReadOnlyList<string> Addressees { get; init; }

    public required IReadOnlyList<string> LegalBases { get; init; }

    /// <summary>The authority lines of the signature block, the last being the signer's post.</summary>
    public required IReadOnlyList<string> Authority { get; init; }

    public required IReadOnlyList<string> Recipients { get; init; }

    public required IReadOnlyList<ReportSection> Sections { get; init; }

    /// <summary>The form whose figures fill the appendix table.</summary>
    public required string AppendixForm { get; init; }

    public required string AppendixTitle { get; init; }
}

/// <summary>What a section of the report is filled with.</summary>
public enum ReportContent
{
    /// <summary>How many communes have sent and been confirmed.</summary>
    Completeness,

    /// <summary>The indicators, with best and last communes.</summary>
    Indicators,

    /// <summary>The targets with verdict and explanation.</summary>
    Targets,

    /// <summary>Who has not sent, and what is therefore missing.</summary>
    Missing,

    /// <summary>A text to be written by the agency.</summary>
    Text,
}

/// <summary>One section of the report.</summary>
public sealed record ReportSection
{
    public required string Title { get; init; }

    public required ReportContent Content { get; init; }

    /// <summary>What stands there before anyone has written; for <see cref="ReportContent.Text"/> alone.</summary>
    public string? Text { get; init; }
}

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

        if (!shelf.Known<FormsPack>().Any(form => form.Id == programme.Report.AppendixForm))
        {
            yield return new FileMistake("report.appendixForm", "pack.mistake.unknown", programme.Report.AppendixForm);
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
            .SelectMany(indicator => Formula.Parse(indicator.Formula).Names)
            .Concat(Totals)
            .ToHashSet();

        foreach (var name in rule!.Names.Where(name => indicators.Contains(measure.Indicator) && !counted.Contains(name)))
        {
            yield return new FileMistake(target.Code, "pack.mistake.not-in-indicator", name);
        }
    }
}
