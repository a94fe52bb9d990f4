using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Programmes;
using HieuHoc.Returns;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Indicators;

/// <summary>A number and the rows behind it: one commune a line, each leading to the return that it was counted in.</summary>
[For(Capability.SeeFigures)]
public sealed class ShowModel(
    HieuHocDb db,
    ProgrammeClock clock,
    Actor actor,
    ReadIndicators readIndicators,
    JudgeTargets judgeTargets,
    ReadFigures readFigures,
    ReadFormerEstimate readFormerEstimate,
    PackShelf shelf) : PageModel
{
    [FromRoute]
    public string Code { get; set; } = "";

    [FromRoute]
    public string PlaceCode { get; set; } = "";

    [FromQuery, BindRequired]
    public int Year { get; set; }

    /// <summary>How final the figures shown are.</summary>
    [FromQuery]
    public Standing Standing { get; set; } = Standing.Official;

    /// <summary>On whose boundaries; those on which the place exists when none are named.</summary>
    [FromQuery]
    public Boundaries? Boundaries { get; set; }

    public PlaceOnDay Place { get; private set; } = null!;

    public IndicatorReading Reading { get; private set; } = null!;

    public IReadOnlyList<JudgedTarget> Targets { get; private set; } = [];

    /// <summary>What the codes in an explanation mean.</summary>
    public IReadOnlyDictionary<string, ElementDefinition> Elements { get; private set; } = new Dictionary<string, ElementDefinition>();

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Every figure behind a commune's number, what was stated beside it and what was superseded; none of a province.</summary>
    public IReadOnlyList<FigureRow> Figures { get; private set; } = [];

    /// <summary>What was stated of the place itself, beside what is counted under it.</summary>
    public IReadOnlyList<StatedValue> Stated { get; private set; } = [];

    /// <summary>The same indicator of figures that are not official, where there are any.</summary>
    public IReadOnlyList<IndicatorReading> Others { get; private set; } = [];

    /// <summary>What the year was estimated at before its official number was there; null where there is nothing to compare.</summary>
    public decimal? Formerly { get; private set; }

    /// <summary>The places that restated figures come from.</summary>
    public IReadOnlyDictionary<int, PlaceOnDay> OfThen { get; private set; } = new Dictionary<int, PlaceOnDay>();

    public DateOnly Today => clock.Now.Day;

    /// <summary>True when the visitor takes down what sample surveys state.</summary>
    public bool MayRecordSurvey => Reading.Indicator.Survey && actor.May(Capability.RecordSurveys);

    /// <summary>The last day of the year, of which ended places are named.</summary>
    public DateOnly Then => PeriodCode.Year(Year).Days.Last;

    /// <summary>True when figures of other places were carried over.</summary>
    public bool IsRestated => Reading.IsRestated;

    /// <summary>How addresses name a place that was read: by its code, of then where it may be another's today.</summary>
    public string CodeOf(PlaceOnDay place, bool then) => then && Then < clock.Now.Day ? $"{new PlaceCodeOnDay(place.Code, Then)}" : place.Code;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var found = await db.PlaceByCodeAsync(PlaceCode, clock.Now.Day, ct);

        if (found is null || Year is < 1 or > 9998)
        {
            return this.Refuse(new PlaceNotFound());
        }

        Place = found;
        var period = PeriodCode.Year(Year);
        var definition = (await readIndicators.DefinitionsAsync(period, actor, ct)).Where(indicator => indicator.Code == Code).ToList();
        var terms = await db.OnBoundariesAsync(new ReadingTerms(Standing), found, Boundaries, clock.Now.Day, ct);

        if (terms.Refusal is { } ended)
        {
            return this.Refuse(ended);
        }

        var read = await readIndicators.RunAsync(found.Id, period, definition, terms.Value, actor, ct);

        if (read.Refusal is { } refusal)
        {
            return this.Refuse(refusal);
        }

        if (read.Value is not [var reading])
        {
            return this.Refuse(new IndicatorNotFound());
        }

        Reading = reading;
        Targets = Standing is Standing.Official ? (await judgeTargets.RunAsync(found.Id, Year, read.Value, Code, actor, ct)).Value : [];
        Elements = await db.ElementDefinitionsAsync(shelf, await db.JurisdictionAsync(actor.Owner, ct), period.Days.Last, ct);
        await ReadBehindAsync(period, definition, ct);

        return Page();
    }

    private async Task ReadBehindAsync(PeriodCode period, IReadOnlyList<IndicatorDefinition> definition, CancellationToken ct)
    {
        var names = Reading.Indicator.Formulas.Value.Names;
        Figures = Place.Level == Reading.Level ? (await readFigures.RunAsync(Place.Id, period, [.. names], actor, ct)).Value : [];
        Stated = (await readFigures.StatedAsync(Place.Id, period, [.. names], actor, ct)).Value;
        var others = new List<IndicatorReading>();

        foreach (var standing in Enum.GetValues<Standing>().Where(standing => standing != Standing))
        {
            others.AddRange((await readIndicators.OfStandingAsync(Place.Id, period, definition, Reading.Terms with { Standing = standing }, actor, ct)).Value);
        }

        Others = [.. others.Where(other => other.ValueSoFar is not null)];
        Formerly = Standing is Standing.Official ? (await readFormerEstimate.RunAsync(Place.Id, period, Reading, actor, ct)).Value : null;
        Rows = await RowsAsync(period, ct);
    }

    private async Task<IReadOnlyList<Row>> RowsAsync(PeriodCode period, CancellationToken ct)
    {
        var read = Reading.Communes.Select(commune => commune.PlaceId).ToList();
        var places = await db.PlacesOn(db.Places.Where(place => read.Contains(place.Id)), Reading.PlacesOf ?? period.Days.Last).ToListAsync(ct);
        var names = Reading.Indicator.Formulas.Value.Names;
        var periods = db.Periods.Where(known => known.Code == period.Text).Select(known => known.Id);
        var elements = db.Elements.Where(element => names.Contains(element.Code)).Select(element => element.Id);
        var figures = await db.Figures.AsNoTracking()
            .Where(figure => figure.Owner == actor.Owner
                && elements.Contains(figure.ElementId)
                && periods.Contains(figure.PeriodId)
                && (figure.Standing == Standing || figure.Standing == Standing.Official) && !figure.Stated
                // Of a province, without it, all its villages would be read to show its communes.
                && read.Contains(figure.SubjectId))
            .Select(figure => new { figure.SubjectId, figure.ElementId, figure.BreakdownId, figure.Standing, figure.SourceId, figure.SourceVersion })
            .ToListAsync(ct);
        // As they are read: an official figure only where there is none of the standing that is shown.
        var sources = figures.GroupBy(figure => (figure.SubjectId, figure.ElementId, figure.BreakdownId))
            .SelectMany(of => of.Where(figure => figure.Standing == Standing).DefaultIfEmpty(of.First()))
            .Select(figure => (figure.SubjectId, figure.SourceId, figure.SourceVersion))
            .Distinct()
            .ToList();
        var ids = sources.Select(source => source.SourceId).ToHashSet();
        var titles = await db.FigureSources.AsNoTracking()
            .Where(source => source.Owner == actor.Owner && ids.Contains(source.Id) && source.Title != "")
            .ToDictionaryAsync(source => (source.Id, source.Version), source => source.Title, ct);
        var bySubject = sources.ToLookup(source => source.SubjectId);
        var readings = Reading.Communes.ToDictionary(commune => commune.PlaceId);
        await ReadOfThenAsync(period.Days.Last, ct);

        return
        [
            .. places.OrderBy(place => place.Name, Vietnamese.Order).ThenBy(place => place.Code, StringComparer.Ordinal).Select(place => new Row(
                place, readings[place.Id], [.. bySubject[place.Id].Select(source => new Source(
                    source.SourceId, source.SourceVersion, titles.GetValueOrDefault((source.SourceId, source.SourceVersion), "")))])),
        ];
    }

    /// <summary>The names of the places that restated figures come from, as they were.</summary>
    private async Task ReadOfThenAsync(DateOnly then, CancellationToken ct)
    {
        var ids = Reading.Communes.SelectMany(commune => commune.From).Select(from => from.PlaceId).ToHashSet();
        OfThen = await db.PlacesOn(db.Places.Where(place => ids.Contains(place.Id)), then).ToDictionaryAsync(place => place.Id, ct);
    }

    /// <summary>One commune with its numbers and the returns that they were counted in.</summary>
    public sealed record Row(PlaceOnDay Place, CommuneReading Reading, IReadOnlyList<Source> Sources);

    /// <summary>A version of a return; of an import its title.</summary>
    public sealed record Source(Guid Id, int Version, string Title);
}
