using System.Globalization;
using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using HieuHoc.Returns;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Overview;

/// <summary>Where a part of the province stands, on one page: who is confirmed, every target, and one indicator on the map, among its like and over the years.</summary>
[For(Capability.SeeFigures)]
public sealed class ShowModel(
    HieuHocDb db,
    ProgrammeClock clock,
    Actor actor,
    ReadIndicators readIndicators,
    JudgeTargets judgeTargets,
    ComparePlaces comparePlaces,
    ReadCompleteness readCompleteness,
    IndicatorMaps maps,
    Texts texts,
    Shown shown) : PageModel
{
    /// <summary>How many years a line shows.</summary>
    private const int YearsShown = 5;

    /// <summary>The place; the visitor's own part when none is named.</summary>
    [FromRoute]
    public string? Code { get; set; }

    /// <summary>The year shown; the newest that has anything to show when none is named.</summary>
    [FromQuery]
    public int? Year { get; set; }

    /// <summary>The indicator that is shown more closely; the first target's when none is named.</summary>
    [FromQuery(Name = "indicator")]
    public string? IndicatorCode { get; set; }

    /// <summary>On whose boundaries; those on which the place exists when none are named.</summary>
    [FromQuery]
    public Boundaries? Boundaries { get; set; }

    public PlaceOnDay Place { get; private set; } = null!;

    /// <summary>Its last day; null while it exists.</summary>
    public DateOnly? EndedOn { get; private set; }

    public int ShownYear { get; private set; }

    /// <summary>The years to choose between, the newest first.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    public IReadOnlyList<Completeness> Rounds { get; private set; } = [];

    /// <summary>The targets that somebody was asked about, and how many nobody was.</summary>
    public IReadOnlyList<JudgedTarget> Targets { get; private set; } = [];

    public int Unasked { get; private set; }

    public IReadOnlyList<IndicatorReading> Readings { get; private set; } = [];

    /// <summary>The indicator that is shown more closely.</summary>
    public IndicatorReading? Chosen { get; private set; }

    public IndicatorMapView? Map { get; private set; }

    public ComparisonView? Compared { get; private set; }

    /// <summary>True when a round of the year asked anything here, or something is known of it.</summary>
    public bool HasAnything => Rounds.Count > 0 || Readings.Any(reading => reading.ValueSoFar is not null || reading.Survey is not null);

    public bool IsRestated => Readings.Any(reading => reading.IsRestated);

    public bool IsEstimate => Readings.Any(reading => reading.IsEstimate);

    /// <summary>True where figures of then may be said on other boundaries than those of today.</summary>
    public bool CanChooseBoundaries => EndedOn is null && PeriodCode.Year(ShownYear).Days.Last < clock.Now.Day;

    /// <summary>True where the year does not know the indicator asked for: another year may, so it is no address that leads nowhere.</summary>
    public bool IsAnother => IndicatorCode is { Length: > 0 } && Chosen?.Indicator.Code != IndicatorCode;

    /// <summary>How addresses name the place.</summary>
    public string Address => Code ?? $"{new PlaceCodeOnDay(Place.Code, EndedOn)}";

    public string YearText => ShownYear.ToString(CultureInfo.InvariantCulture);

    /// <summary>How the programme runs: what is done by whom, who steers, who checks, what it costs.</summary>
    public IEnumerable<(string Address, string Words)> Running => new[]
    {
        (Capability.KeepOwnTargets, "/own-targets", "overview.ownTargets"),
        (Capability.SeeTasks, "/tasks", "overview.tasks"), (Capability.SeeTasks, "/pilots", "pilots.title"), (Capability.SeeCommittees, "/committees", "overview.committees"),
        (Capability.SeeVisits, "/visits", "overview.visits"), (Capability.SeeMoney, "/money", "money.title"),
    }.Where(part => actor.May(part.Item1)).Select(part => (part.Item2, part.Item3));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var today = clock.Now.Day;
        var found = Code is null ? await db.PlaceOnDayAsync(actor.PlaceId, today, ct) : await db.PlaceByCodeAsync(Code, today, ct);

        if (found is null || Year is < YearsShown or > 9998)
        {
            return this.Refuse(new PlaceNotFound());
        }

        Place = found;
        EndedOn = await db.Places.Where(place => place.Id == found.Id && place.ValidTo < today).Select(place => place.ValidTo).SingleOrDefaultAsync(ct);
        Years = await db.YearsOfAsync(actor.Owner, EndedOn, ct);
        ShownYear = Year ?? (Years is [var newest, ..] ? newest : today.Year);

        return await ReadAsync(PeriodCode.Year(ShownYear), ct) is { } refusal ? this.Refuse(refusal) : Page();
    }

    /// <summary>How a value of the place itself is written.</summary>
    public string ValueOf(IndicatorReading reading, decimal value) =>
        Place.Level == reading.Level ? shown.ValueOfOne(reading.Indicator, value) : shown.Value(reading.Indicator, value);

    /// <summary>Where the rows of an indicator are.</summary>
    public string RowsOf(string indicator, string code, int year) =>
        $"/indicators/{indicator}/{code}?year={year}{(Boundaries is { } on ? $"&boundaries={on}" : "")}";

    /// <summary>How addresses name a place that was read: by its code, of then where it may be another's today.</summary>
    public string CodeOf(PlaceOnDay place)
    {
        var last = PeriodCode.Year(ShownYear).Days.Last;

        return $"{new PlaceCodeOnDay(place.Code, Chosen!.PlacesOf is null && last < clock.Now.Day ? last : null)}";
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

        var judged = (await judgeTargets.RunAsync(Place.Id, ShownYear, read.Value, null, actor, ct)).Value;
        Targets = [.. judged.Where(target => !target.IsUnasked)];
        Unasked = judged.Count - Targets.Count;
        Readings = [.. read.Value.Where(reading => reading.Level >= Place.Level && reading.SaysSomething)];
        Rounds = await readCompleteness.RunAsync(Place, ShownYear, actor, ct);
        Chosen = Readings.FirstOrDefault(reading => reading.Indicator.Code == IndicatorCode)
            ?? Targets.Select(target => target.Reading).OfType<IndicatorReading>().Where(reading => reading.Indicator is { Each: null, IsWord: false } && reading.ValueSoFar is not null)
                .Concat(Readings).FirstOrDefault(Readings.Contains);

        if (Chosen is not null && HasAnything)
        {
            await ReadChosenAsync(Chosen, period, ct);
        }

        return null;
    }

    private async Task ReadChosenAsync(IndicatorReading chosen, PeriodCode period, CancellationToken ct)
    {
        var target = Targets.FirstOrDefault(target => target.Measure.Indicator == chosen.Indicator.Code);
        var next = target?.Nearest(ShownYear);

        if (Place.Level is PlaceLevel.Province)
        {
            var children = await db.ChildrenAsync(Place.Id, chosen.Terms.PlacesOf ?? period.Days.Last, ct);
            Map = await maps.OfAsync(Place, EndedOn, children, chosen, next, period, actor, ct) is { } map ? ViewOf(map, chosen, next) : null;
        }
        else if (Place.Level is PlaceLevel.Commune && EndedOn is null)
        {
            Map = await maps.AroundAsync(Place, chosen, next, period, actor, ct) is var (around, reading) ? ViewOf(around, reading, next) : null;
        }

        var whose = await db.JurisdictionAsync(actor.Owner, ct);
        var wanted = new List<WantedIndicators>();

        for (var year = ShownYear - YearsShown + 1; year <= ShownYear; year++)
        {
            var of = PeriodCode.Year(year);
            wanted.Add(new WantedIndicators(of, [.. (await readIndicators.DefinitionsAsync(of, whose, ct)).Where(one => one.Code == chosen.Indicator.Code)]));
        }

        // The place was found for the year shown; an earlier year is of the same place.
        var comparison = (await comparePlaces.RunAsync(Place.Id, wanted, chosen.Terms, actor, ct)).Value;
        Compared = new ComparisonView(
            comparison, chosen.Indicator, (Place, Address), next, (code, year) => RowsOf(chosen.Indicator.Code, code, year), CodeOf, texts, shown);
    }

    private IndicatorMapView ViewOf(IndicatorMap map, IndicatorReading reading, JudgedMilestone? next) => new(
        map, reading, next is null ? null : TargetView.Words(texts, shown).Milestone(reading.Indicator, next.Milestone));
}
