using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;

namespace HieuHoc.Programmes.Plans;

/// <summary>What the items of a plan can be linked to: targets to indicators, names of agencies to agencies.</summary>
public sealed class PlanLinks(HieuHocDb db, PackShelf shelf, ProgrammeClock clock)
{
    /// <summary>The choices that a plan leaves.</summary>
    /// <param name="head">Who issued it and when: an agency is looked for among those of that time.</param>
    public async Task<LinkChoices> ForAsync(PlanHead head, Actor actor, CancellationToken ct)
    {
        var whose = await db.JurisdictionAsync(actor.Owner, ct);
        var indicators = (await shelf.AllAsync<IndicatorsPack>(db, whose, ct)).SelectMany(pack => pack.Document.Indicators).DistinctBy(indicator => indicator.Code).ToList();
        var programmes = (await shelf.AllAsync<ProgrammePack>(db, whose, ct)).Select(pack => pack.Document).ToList();
        var titles = programmes.SelectMany(pack => pack.Targets).ToLookup(target => target.Indicator, target => target.Title.Vi);
        IReadOnlyList<ProgrammePack> run = [.. programmes.Where(pack => pack.Province == whose.Province).DistinctBy(pack => pack.BaseId)];

        return new LinkChoices(run, indicators, new TargetSuggestions(indicators, titles), await AgencyBook.OfAsync(db, await db.OwnerPlaceAsync(actor.Owner, ct), ct), head, clock.Now.Day);
    }
}

/// <summary>The links that items of one plan can have, and those that their words suggest.</summary>
public sealed class LinkChoices(IReadOnlyList<ProgrammePack> programmes, IReadOnlyList<IndicatorDefinition> indicators, TargetSuggestions suggestions, AgencyBook agencies, PlanHead head, DateOnly today)
{
    private readonly Dictionary<string, IndicatorDefinition> byCode = indicators.ToDictionary(indicator => indicator.Code);

    // A plan of a period without a day was made at its beginning; agencies that the first year ended with are not meant by its last.
    private readonly DateOnly issued = head.IssuedOn ?? (head.Period?.From is { } year ? new DateOnly(year, 1, 1) : today);

    /// <summary>The programmes that the province runs, to one of which the plan belongs.</summary>
    public IReadOnlyList<ProgrammePack> Programmes => programmes;

    /// <summary>The indicators that can measure a target, in the order of their packs.</summary>
    public IReadOnlyList<IndicatorDefinition> Indicators => indicators;

    /// <summary>The item with what its words suggest, where nobody has linked it.</summary>
    public PlanItem Suggested(PlanItem item) => item switch
    {
        PlanTarget { Link: null } target when suggestions.For(target) is { } code => target with { Link = new TargetLink(code) },
        PlanAssignment { Agencies: null } given when agencies.InHeading(given.Agency, issued, Province) is { Count: > 0 } found => given with { Agencies = [.. found.Select(agency => agency.Code)] },
        _ => item,
    };

    /// <summary>The title of an indicator; its code where no pack has it any more.</summary>
    public string TitleOf(string indicator) => byCode.GetValueOrDefault(indicator)?.Title.Here ?? indicator;

    /// <summary>What an agency was called last; its code where there is none of that code any more.</summary>
    public string NameOf(string agency) => agencies.Find(agency)?.Name ?? agency;

    /// <summary>The agencies that a person names, one behind the other with semicolons between; null where one of the names means none, or several.</summary>
    public IReadOnlyList<string>? AgenciesNamed(string names)
    {
        var found = names.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(name => (agencies.Meant(name, issued, Province) ?? agencies.Meant(name, today, Province))?.Code).ToList();

        return found.Contains(null) ? null : [.. found.OfType<string>().Distinct()];
    }

    /// <summary>What is wrong in the links of an item; null where they can stand.</summary>
    public PlanItemFault? FaultOf(PlanItem item) => item switch
    {
        PlanHead { Programme: { } programme } when programmes.All(pack => pack.BaseId != programme) => PlanItemFault.ProgrammeUnknown,
        PlanTarget { Link: { } link } target => FaultOf(target, link),
        PlanAssignment { Agencies: { } named } when named.Any(code => agencies.Find(code) is null) => PlanItemFault.AgencyUnknown,
        _ => null,
    };

    private int? Province => head.Issuer is { } issuer ? agencies.PlaceOf(issuer, issued) : null;

    private PlanItemFault? FaultOf(PlanTarget target, TargetLink link) =>
        !byCode.TryGetValue(link.Indicator, out var indicator) ? PlanItemFault.IndicatorUnknown
        : LinkedTargets.IsContrary(target, indicator) ? PlanItemFault.IndicatorContrary
        : LinkedTargets.ThresholdOf(target, indicator) is null ? PlanItemFault.IndicatorUnfit
        : link.Year is < 2000 or > 2100 ? PlanItemFault.YearsUnfit
        : link.After is { } after && !Continues(after, indicator) ? PlanItemFault.AfterUnfit
        : null;

    private bool Continues(TargetAfter after, IndicatorDefinition indicator) =>
        !string.IsNullOrWhiteSpace(after.Note) && after.Note.Length <= PlanItemChecks.Longest
        && (after.Indicator is null || (after.Indicator != indicator.Code && byCode.TryGetValue(after.Indicator, out var next) && next.Kind == indicator.Kind));
}
