using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.PlanReading;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Programmes.Own;
using HieuHoc.Programmes.Plans;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes;

/// <summary>Holds the programme's targets against the confirmed figures of a place.</summary>
public sealed class JudgeTargets(HieuHocDb db, PackShelf shelf, ReadIndicators readIndicators, PlanShelf plans)
{
    /// <summary>How many places without figures are named; of the others their number is said.</summary>
    private const int Named = 3;

    /// <summary>
    /// The programme of the actor's province that they answer for on a day, with the province's own values; null when no
    /// pack describes one.
    /// </summary>
    public async Task<ProgrammePack?> ProgrammeAsync(Actor actor, DateOnly day, CancellationToken ct) => (await ProgrammesAsync(actor, day, ct)).FirstOrDefault();

    /// <summary>Every programme of the actor's province that they answer for on a day: a province may run several.</summary>
    public Task<IEnumerable<ProgrammePack>> ProgrammesAsync(Actor actor, DateOnly day, CancellationToken ct) => ProgrammesAsync(actor, day, place: null, ct);

    private async Task<IEnumerable<ProgrammePack>> ProgrammesAsync(Actor actor, DateOnly day, int? place, CancellationToken ct)
    {
        var packs = await PacksAsync(actor, day, ct);
        var confirmed = await HoldingAsync(actor, day, place, ct);
        var known = await KnownAsync(actor, ct);

        return packs.Select(pack => pack with { Targets = Wanted(pack, Of(pack, packs, confirmed), known) }).Where(pack => actor.AnswersFor(pack.BaseId));
    }

    /// <summary>The confirmed plans that hold for all of the province, and those that hold for a place alone, which whoever is over it made too.</summary>
    private async Task<IReadOnlyList<ConfirmedPlan>> HoldingAsync(Actor actor, DateOnly day, int? place, CancellationToken ct)
    {
        var all = await plans.HoldingAsync(db, actor.Owner, ct);
        var wanted = place is { } id && all.Any(plan => plan.Holds.PlaceId is not null) ? (await db.AncestorsAsync(id, day, ct)).Select(above => above.Id).Append(id).ToHashSet() : [];

        return [.. all.Where(plan => plan.Holds.PlaceId is not { } of || wanted.Contains(of))];
    }

    /// <summary>The plans of a programme that the province confirmed, whomever they hold for; without one all that it confirmed.</summary>
    internal async Task<IReadOnlyList<ConfirmedPlan>> PlansOfAsync(ProgrammePack? programme, Actor actor, DateOnly day, CancellationToken ct)
    {
        var confirmed = await plans.HoldingAsync(db, actor.Owner, ct);

        return programme is null ? confirmed : Of(programme, await PacksAsync(actor, day, ct), confirmed);
    }

    /// <summary>Those that a person put to the programme; what nobody put to one that is run belongs to the first.</summary>
    private static IReadOnlyList<ConfirmedPlan> Of(ProgrammePack programme, IReadOnlyList<ProgrammePack> all, IReadOnlyList<ConfirmedPlan> confirmed) =>
    [
        .. confirmed.Where(plan => (all.FirstOrDefault(pack => pack.BaseId == plan.Content.Document.Programme) ?? all[0]).BaseId == programme.BaseId),
    ];

    /// <summary>The packs that describe the programmes of the actor's province on a day.</summary>
    private async Task<IReadOnlyList<ProgrammePack>> PacksAsync(Actor actor, DateOnly day, CancellationToken ct)
    {
        var province = await db.OwnerPlaceAsync(actor.Owner, ct);
        var codes = await db.PlaceCodes.HoldingOn(day)
            .Where(code => code.PlaceId == province)
            .Select(code => code.Code)
            .ToListAsync(ct);

        return
        [
            .. (await shelf.OnAsync<ProgrammePack>(db, day, await db.JurisdictionAsync(actor.Owner, ct), ct))
                .Select(pack => pack.Document)
                .Where(pack => codes.Contains(pack.Province)),
        ];
    }

    /// <summary>The programme's targets with the milestones of its plans; of a province without a programme those of the plans that it confirmed.</summary>
    internal Task<WantedTargets> TargetsAsync(Actor actor, DateOnly day, CancellationToken ct) => TargetsAsync(actor, day, place: null, ct);

    /// <param name="place">The place whose own plans count too; null for none.</param>
    private async Task<WantedTargets> TargetsAsync(Actor actor, DateOnly day, int? place, CancellationToken ct) =>
        (await ProgrammesAsync(actor, day, place, ct)).FirstOrDefault() is { } programme
            ? new WantedTargets(programme.Targets, programme.Groups, programme.ValidFrom.Year)
            : new WantedTargets(Wanted(null, await HoldingAsync(actor, day, place, ct), await KnownAsync(actor, ct)), [], FirstYear: null);

    private static IReadOnlyList<TargetDefinition> Wanted(
        ProgrammePack? pack, IReadOnlyList<ConfirmedPlan> confirmed, IReadOnlyDictionary<string, IndicatorDefinition> known) =>
        LinkedTargets.Of(pack?.Targets ?? [], [.. PlanShelf.NotConfirmed(pack?.Plans ?? [], confirmed), .. confirmed.Select(plan => plan.Content)], known);

    /// <summary>Indicators as they were last defined.</summary>
    private async Task<IReadOnlyDictionary<string, IndicatorDefinition>> KnownAsync(Actor actor, CancellationToken ct)
    {
        var packs = await shelf.AllAsync<IndicatorsPack>(db, await db.JurisdictionAsync(actor.Owner, ct), ct);

        return await shelf.OnceAsync(
            db,
            $"indicators as last defined/{actor.Owner}",
            () => packs.SelectMany(pack => pack.Document.Indicators).DistinctBy(definition => definition.Code).ToDictionary(definition => definition.Code),
            ct);
    }

    /// <summary>Judges the targets of the programme for one place and year; those of places above it are not its own.</summary>
    /// <param name="shown">What was read of the year already, and is not read again.</param>
    /// <param name="indicator">The indicator whose targets are wanted; null for all of them.</param>
    public Task<Outcome<IReadOnlyList<JudgedTarget>>> RunAsync(
        int placeId, int year, IReadOnlyList<IndicatorReading> shown, string? indicator, Actor actor, CancellationToken ct) =>
        RunAsync(placeId, year, shown, indicator, ofPlace: true, actor, ct);

    /// <summary>The same for what the programme wants, without the plans that hold for the place alone.</summary>
    internal Task<Outcome<IReadOnlyList<JudgedTarget>>> OfProgrammeAsync(int placeId, int year, IReadOnlyList<IndicatorReading> shown, Actor actor, CancellationToken ct) =>
        RunAsync(placeId, year, shown, indicator: null, ofPlace: false, actor, ct);

    private async Task<Outcome<IReadOnlyList<JudgedTarget>>> RunAsync(
        int placeId, int year, IReadOnlyList<IndicatorReading> shown, string? indicator, bool ofPlace, Actor actor, CancellationToken ct)
    {
        if (await db.PlacesVisibleTo(actor).Where(place => place.Id == placeId).Select(place => (PlaceLevel?)place.Level).SingleOrDefaultAsync(ct) is not { } level)
        {
            return new PlaceNotFound();
        }

        var day = PeriodCode.Year(year).Days.Last;

        var wanted = await TargetsAsync(actor, day, ofPlace ? placeId : null, ct);
        var targets = wanted.Targets.Where(target => indicator is null || target.MeasureOn(day).Indicator == indicator).ToList();

        if (targets.Count == 0)
        {
            return new List<JudgedTarget>();
        }

        var earlier = await EarlierAsync(placeId, wanted with { Targets = targets }, year, shown, actor, ct);
        var judging = new TargetJudging(level, year, [.. earlier, .. shown.Select(reading => (year, reading))], await KnownAsync(actor, ct), wanted.Groups)
        {
            Areas = await AreasAsync(placeId, targets, day, ct),
            // Above the communes nobody wants more than the programme: it is theirs.
            Own = level is PlaceLevel.Commune ? (await db.OwnValuesAsync(actor.Owner, placeId, ct)).ToDictionary(value => (value.Indicator, value.Year)) : new Dictionary<(string, int), OwnValue>(),
            Estimates = await EstimatesAsync(placeId, PeriodCode.Year(year), shown, actor, ct),
        };

        return await NamedAsync([.. targets.Select(judging.Judge).OfType<JudgedTarget>()], day, ct);
    }

    /// <summary>The years of the programme before the one shown, each by what measured the targets then; all in one reading.</summary>
    private async Task<IReadOnlyList<(int Year, IndicatorReading Reading)>> EarlierAsync(
        int placeId, WantedTargets wantedTargets, int shownYear, IReadOnlyList<IndicatorReading> shown, Actor actor, CancellationToken ct)
    {
        var whose = await db.JurisdictionAsync(actor.Owner, ct);
        var (targets, _, firstYear) = wantedTargets;
        var first = targets.SelectMany(target => target.Milestones).Select(milestone => milestone.Year).Append(firstYear ?? shownYear).Min();
        var wanted = new List<WantedIndicators>();

        for (var year = first; year < shownYear; year++)
        {
            var period = PeriodCode.Year(year);
            var measured = targets.Select(target => target.MeasureOn(period.Days.Last).Indicator).ToHashSet();
            var definitions = await readIndicators.DefinitionsAsync(period, whose, ct);
            wanted.Add(new WantedIndicators(period, [.. definitions.Where(definition => measured.Contains(definition.Code))]));
        }

        wanted.RemoveAll(of => of.Indicators.Count == 0);

        if (wanted.Count == 0)
        {
            return [];
        }

        var terms = shown.Count > 0 ? shown[0].Terms : ReadingTerms.Now;
        // The place was found for the year shown; an earlier year is of the same place.
        var read = (await readIndicators.RunAsync(placeId, wanted, terms, actor, ct)).Value;

        return [.. wanted.Zip(read).SelectMany(pair => pair.Second.Select(reading => (pair.First.Period.Days.First.Year, reading)))];
    }

    /// <summary>The kinds of area that a decision put the place into; not asked where no target tells them apart.</summary>
    private async Task<IReadOnlySet<string>> AreasAsync(int placeId, IReadOnlyList<TargetDefinition> targets, DateOnly day, CancellationToken ct)
    {
        if (targets.SelectMany(target => target.Milestones).All(milestone => milestone.Area is null))
        {
            return new HashSet<string>();
        }

        var classes = await db.PlaceClasses.HoldingOn(day).Where(held => held.PlaceId == placeId).Select(held => held.Class).ToListAsync(ct);

        return classes.SelectMany(AreaKinds.In).ToHashSet();
    }

    /// <summary>What was read of the year, as it is estimated for all of it; of what nobody estimated nothing.</summary>
    private async Task<IReadOnlyDictionary<string, IndicatorReading>> EstimatesAsync(
        int placeId, PeriodCode period, IReadOnlyList<IndicatorReading> shown, Actor actor, CancellationToken ct)
    {
        var asked = shown.Where(reading => reading.Expected > 0).ToList();

        if (asked.Count == 0)
        {
            return new Dictionary<string, IndicatorReading>();
        }

        var terms = asked[0].Terms with { Standing = Standing.FullYearEstimate };
        // The place was found for the year shown.
        var read = (await readIndicators.OfStandingAsync(placeId, period, [.. asked.Select(reading => reading.Indicator)], terms, actor, ct)).Value;

        return read.Where(reading => reading.ValueSoFar is not null).ToDictionary(reading => reading.Indicator.Code);
    }

    /// <summary>With the names of the first places whose figures are missing: one query for all.</summary>
    private async Task<List<JudgedTarget>> NamedAsync(IReadOnlyList<JudgedTarget> judged, DateOnly day, CancellationToken ct)
    {
        var ids = judged.SelectMany(target => target.Milestones).SelectMany(milestone => milestone.Lacking).ToHashSet();
        var names = ids.Count == 0 ? [] : await db.PlacesOrLast(db.Places.Where(place => ids.Contains(place.Id)), day).ToListAsync(ct);
        IReadOnlyList<PlaceOnDay> ordered = [.. names.OrderBy(place => place.Name, Vietnamese.Order).ThenBy(place => place.Code, StringComparer.Ordinal)];

        return
        [
            .. judged.Select(target => target with
            {
                Milestones = [.. target.Milestones.Select(milestone =>
                {
                    var lacking = milestone.Lacking.ToHashSet();

                    return milestone with { Named = [.. ordered.Where(place => lacking.Contains(place.Id)).Take(Named)] };
                })],
            }),
        ];
    }

    /// <param name="FirstYear">The first year of the programme; null where no pack says it.</param>
    internal sealed record WantedTargets(IReadOnlyList<TargetDefinition> Targets, IReadOnlyList<TargetGroup> Groups, int? FirstYear);
}
