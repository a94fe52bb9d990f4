using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Programmes;
using HieuHoc.Returns;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Places;

/// <summary>Where a place stands: the targets with their verdicts, the number, the map, and who has not sent.</summary>
[For(Capability.SeeFigures)]
public sealed class ShowModel(
    HieuHocDb db,
    ProgrammeClock clock,
    Actor actor,
    ReadIndicators readIndicators,
    JudgeTargets judgeTargets,
    ReadFigures readFigures,
    ReadCompleteness readCompleteness,
    IndicatorMaps maps,
    PackShelf shelf) : PageModel
{
    [FromRoute]
    public string Code { get; set; } = "";

    /// <summary>The year shown; the newest that has anything to show when none is named.</summary>
    [FromQuery]
    public int? Year { get; set; }

    /// <summary>The indicator on the map; the first target's when none is named.</summary>
    [FromQuery(Name = "indicator")]
    public string? IndicatorCode { get; set; }

    /// <summary>On whose boundaries; those on which the place exists when none are named.</summary>
    [FromQuery]
    public Boundaries? Boundaries { get; set; }

    public PlaceOnDay Place { get; private set; } = null!;

    /// <summary>Its last day; null while it exists.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>True when figures of other places were carried over.</summary>
    public bool IsRestated => Readings.Any(reading => reading.IsRestated);

    public bool IsEstimate => Readings.Any(reading => reading.IsEstimate);

    /// <summary>True when the visitor keeps the list of its villages.</summary>
    public bool KeepsVillages => Place.Level is PlaceLevel.Commune && actor.May(Capability.KeepVillages);

    /// <summary>True when the visitor takes over lists from Excel.</summary>
    public bool TakesLists => actor.May(Capability.TakeLists);

    public int ShownYear { get; private set; }

    /// <summary>The years to choose between, the newest first.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    /// <summary>What it was before it began, where that is what the year asks about.</summary>
    public IReadOnlyList<PlaceLink> Before { get; private set; } = [];

    public IReadOnlyList<JudgedTarget> Targets { get; private set; } = [];

    /// <summary>What the codes in an explanation mean.</summary>
    public IReadOnlyDictionary<string, ElementDefinition> Elements { get; private set; } = new Dictionary<string, ElementDefinition>();

    public IReadOnlyList<IndicatorReading> Readings { get; private set; } = [];

    /// <summary>What was stated of the place itself, beside what is counted under it.</summary>
    public IReadOnlyList<StatedValue> Stated { get; private set; } = [];

    /// <summary>True when a round of the year asked anything here, or figures were taken over; without there is nothing to show, and nothing complete.</summary>
    public bool WasAsked => Readings.Any(reading => reading.Survey is not null || (reading.Expected > 0 && (reading.ValueSoFar is not null || !IsImported(reading))));

    /// <summary>Those that a map can show: of places that have outlines on the day on which they are said.</summary>
    public IEnumerable<IndicatorReading> Drawable => Readings.Where(IndicatorMaps.CanDraw);

    public DateOnly Today => clock.Now.Day;

    /// <summary>The one on the map.</summary>
    public IndicatorReading? Chosen { get; private set; }

    /// <summary>What the programme wants of the indicator that is drawn; null where it wants nothing.</summary>
    public JudgedMilestone? ChosenTarget => Targets.FirstOrDefault(target => target.Measure.Indicator == Chosen?.Indicator.Code)?.Nearest(ShownYear);

    public IndicatorMap? Map { get; private set; }

    public IReadOnlyList<PlaceOnDay> Communes { get; private set; } = [];

    /// <summary>The communes whose return has not been confirmed, with where it stands.</summary>
    public IReadOnlyList<(PlaceOnDay Place, Guid ReturnId, ReturnState State)> Open { get; private set; } = [];

    /// <summary>How many are confirmed of returns that the visitor does not see themselves; null for who sees them.</summary>
    public Completeness? Unseen { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var found = await db.PlaceByCodeAsync(Code, clock.Now.Day, ct);

        if (found is null || Year is < 1 or > 9998)
        {
            return this.Refuse(new PlaceNotFound());
        }

        Place = found;
        EndedOn = await db.Places.Where(place => place.Id == found.Id && place.ValidTo < clock.Now.Day).Select(place => place.ValidTo).SingleOrDefaultAsync(ct);
        Years = await db.YearsOfAsync(actor.Owner, EndedOn, ct);
        ShownYear = Year ?? (Years is [var newest, ..] ? newest : clock.Now.Day.Year);

        if (await ReadAsync(PeriodCode.Year(ShownYear), ct) is { } refusal)
        {
            return this.Refuse(refusal);
        }

        return WasAsked && IndicatorCode is { Length: > 0 } && Chosen?.Indicator.Code != IndicatorCode
            ? this.Refuse(new IndicatorNotFound())
            : Page();
    }

    private async Task<Refusal?> ReadAsync(PeriodCode period, CancellationToken ct)
    {
        var definitions = await readIndicators.DefinitionsAsync(period, actor, ct);
        var terms = await db.OnBoundariesAsync(ReadingTerms.Now, Place, Boundaries, clock.Now.Day, ct);

        if (terms.Refusal is { } ended)
        {
            return ended;
        }

        var read = await readIndicators.RunAsync(Place.Id, period, definitions, terms.Value, actor, ct);

        if (read.Refusal is { } refusal)
        {
            return refusal;
        }

        Targets = (await judgeTargets.RunAsync(Place.Id, ShownYear, read.Value, null, actor, ct)).Value;
        Readings = [.. read.Value.Where(reading => reading.Level >= Place.Level && (reading.Level is not PlaceLevel.District || reading.Expected > 0))];
        Elements = await db.ElementDefinitionsAsync(shelf, await db.JurisdictionAsync(actor.Owner, ct), period.Days.Last, ct);
        Stated = (await readFigures.StatedAsync(Place.Id, period, [.. Elements.Keys], actor, ct)).Value;
        Chosen = IndicatorCode is { Length: > 0 } wanted ? Readings.FirstOrDefault(reading => reading.Indicator.Code == wanted) : Drawn();

        if (Place.Level is PlaceLevel.Province)
        {
            Communes = await db.ChildrenAsync(Place.Id, terms.Value.PlacesOf ?? period.Days.Last, ct);
            Map = Chosen is null ? null : await maps.OfAsync(Place, EndedOn, Communes, Chosen, ChosenTarget, period, actor, ct);
        }

        await ReadOpenAsync(period, ct);
        Before = WasAsked || Boundaries is not HieuHoc.Figures.Boundaries.Then ? [] : await ReadBeforeAsync(period.Days.Last, ct);

        return null;
    }

    /// <summary>What the map shows of itself: the first target that is reached by degrees and has a value, else the first indicator.</summary>
    private IndicatorReading? Drawn() => Targets.Select(judged => judged.Reading).OfType<IndicatorReading>()
        .Where(reading => reading.Indicator.Each is null && reading.ValueSoFar is not null)
        .Concat(Readings)
        .FirstOrDefault(Drawable.Contains);

    /// <summary>The places that it took over, of a year in which it was not there yet.</summary>
    private async Task<IReadOnlyList<PlaceLink>> ReadBeforeAsync(DateOnly last, CancellationToken ct)
    {
        var before = (await db.PredecessorsAsync(Place.Id, ct)).Where(from => from.How.EffectiveOn > last).ToList();
        var ids = before.Select(from => from.Place.Id).ToList();
        var reached = await db.PlacesVisibleTo(actor).Where(place => ids.Contains(place.Id)).Select(place => place.Id).ToListAsync(ct);

        return
        [
            .. before.Select(from => new PlaceLink(from.Place, reached.Contains(from.Place.Id)
                ? $"/places/{new PlaceCodeOnDay(from.Place.Code, from.How.EffectiveOn.AddDays(-1))}?year={ShownYear}"
                : null)),
        ];
    }

    /// <summary>True when no round asks for it: what is not there then was never taken over.</summary>
    private bool IsImported(IndicatorReading reading) => reading.Indicator.Formulas.Value.Names
        .All(name => Elements.TryGetValue(name, out var element) && element.Producer is Producer.Import);

    private async Task ReadOpenAsync(PeriodCode period, CancellationToken ct)
    {
        var periods = db.Periods.Where(known => known.Code == period.Text).Select(known => known.Id);
        var rounds = db.Rounds.Where(round => round.Owner == actor.Owner && periods.Contains(round.PeriodId)).Select(round => round.Id);
        var open = await db.ReturnsVisibleTo(actor).Owed().AsNoTracking()
            .Where(@return => rounds.Contains(@return.RoundId) && @return.ConfirmedVersion == null)
            .Select(@return => new { @return.SubjectId, @return.Id, @return.State })
            .ToListAsync(ct);
        var places = Communes.Append(Place).DistinctBy(place => place.Id).ToDictionary(place => place.Id);
        Open =
        [
            .. open.Where(row => places.ContainsKey(row.SubjectId))
                .Select(row => (places[row.SubjectId], row.Id.Value, row.State))
                .OrderBy(row => row.State).ThenBy(row => row.Item1.Name, Vietnamese.Order),
        ];
        Unseen = Open.Count > 0 ? null : (await readCompleteness.RunAsync(Place, ShownYear, actor, ct)).FirstOrDefault(of => !of.IsSeen);
    }
}
