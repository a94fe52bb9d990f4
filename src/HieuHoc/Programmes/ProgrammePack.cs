using System.Text.Json.Serialization;
using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Programmes.Plans;
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

    /// <summary>What follows the number of its letters: <c>/SGDĐT-GDTX</c>; null where nobody has said it, and the clerk writes it with the number.</summary>
    public string? LetterSymbol { get; init; }

    /// <summary>How to reach it, for footers; null where the plan does not say.</summary>
    public LocalText? Contact { get; init; }

    /// <summary>The headings under which the targets are listed, in their order.</summary>
    public IReadOnlyList<TargetGroup> Groups { get; init; } = [];

    /// <summary>How the targets are measured.</summary>
    public required IReadOnlyList<TargetDefinition> Targets { get; init; }

    /// <summary>The plans of the programme, as they were confirmed: each target with a link to what measures it.</summary>
    public IReadOnlyList<PlanContent> Plans { get; init; } = [];

    /// <summary>The report that the standing agency writes when nothing else is asked.</summary>
    public required ReportDefinition Report { get; init; }

    /// <summary>The further reports from the same figures: to whom else, by whom else, of more years.</summary>
    public IReadOnlyList<ReportDefinition> Variants { get; init; } = [];

    /// <summary>The sections that several reports share; each report's outline names those it has.</summary>
    public IReadOnlyList<ReportSection> Sections { get; init; } = [];

    /// <summary>The tables of what agencies counted, behind those of the communes.</summary>
    public IReadOnlyList<AgencyAppendix> Appendices { get; init; } = [];

    /// <summary>Every report that is written, the first one first.</summary>
    [JsonIgnore]
    public IReadOnlyList<ReportDefinition> Reports => [Report, .. Variants];

    /// <summary>The reports that an actor writes: of the standing agency all, of the Association its own.</summary>
    public IEnumerable<ReportDefinition> WrittenBy(Actor actor) =>
        Reports.Where(report => actor.Role is Role.StandingAgency || (actor.Role is Role.AssociationOfficer && report.Writer is ReportWriter.Association));

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
        .. Reports.Where(report => report.Title is not null).Select(report => new PackItem(
            report.Code, report.Title!, "", Citation: null, report.Confirmed ?? Confirmed, [])),
    ];
}
