using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Documents;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Programmes.Tasks;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Pilots;

/// <summary>A place of a pilot.</summary>
/// <param name="Now">Of one that is no more who took it over, the keeper of its records first; else empty.</param>
public sealed record PilotAreaRead(PlaceOnDay Place, IReadOnlyList<PlaceOnDay> Now);

/// <summary>A measure of a pilot in one place.</summary>
/// <param name="IsProvince">True of the whole province, which stands beside the places.</param>
/// <param name="ThenOf">Who is evaluated in its stead, by name; null where it is the place itself.</param>
public sealed record PilotLine(PlaceOnDay Place, bool IsProvince, PilotValue? Before, PilotValue? Then, string? ThenOf)
{
    /// <summary>How much changed; null where one of the two is not known.</summary>
    public decimal? Change => Then?.Value - Before?.Value;
}

/// <summary>A measure with its places, the province last.</summary>
/// <param name="Indicator">Null of what is counted for the pilot alone, or of an indicator that no pack has any more.</param>
public sealed record PilotMeasureRead(PilotMeasure Measure, IndicatorDefinition? Indicator, IReadOnlyList<PilotLine> Lines)
{
    /// <summary>The sources of stated values.</summary>
    public IReadOnlyList<string> Sources => [.. Lines.SelectMany(line => new[] { line.Before?.Source, line.Then?.Source }).OfType<string>().Where(source => source.Length > 0).Distinct()];
}

/// <summary>A pilot with all that is known of it.</summary>
/// <param name="Lead">Who leads it today.</param>
/// <param name="MayDecide">True for who runs the programme.</param>
/// <param name="Document">The deciding document in the register; null where it has none that the actor sees.</param>
/// <param name="Evaluations">The youngest first.</param>
public sealed record PilotRead(
    Pilot Pilot,
    string Lead,
    bool IsKept,
    bool MayDecide,
    DocumentId? Document,
    IReadOnlyList<PilotAreaRead> Areas,
    IReadOnlyList<PilotMeasureRead> Measures,
    IReadOnlyList<(PilotEvaluation Evaluation, DocumentId? Document)> Evaluations)
{
    /// <summary>By when something is to be done next.</summary>
    public DateOnly? NextDay => Pilot.NextDay(Evaluations is [var (last, _), ..] ? last.DecideBy : null);
}

/// <summary>Reads a pilot: its places today, its measures then and at the last evaluation, what was decided.</summary>
public sealed class ReadPilot(HieuHocDb db, ReadPilotFigures readFigures, ProgrammeClock clock)
{
    public async Task<Outcome<PilotRead>> RunAsync(PilotId id, Actor actor, CancellationToken ct)
    {
        if (await db.PilotsVisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(pilot => pilot.Id == id, ct) is not { } pilot)
        {
            return new PilotNotFound();
        }

        var today = clock.Now.Day;
        var lead = (await db.AgencyHeirsAsync(today, ct)).For(pilot.LeadId);
        var evaluations = await db.PilotEvaluations.AsNoTracking().Where(row => row.Owner == pilot.Owner && row.PilotId == id).OrderByDescending(row => row.Number).ToListAsync(ct);
        var decided = new List<(PilotEvaluation, DocumentId?)>();

        foreach (var evaluation in evaluations)
        {
            decided.Add((evaluation, await DocumentAsync(evaluation.DecisionNumber, evaluation.DecidedOn, actor, ct)));
        }

        return new PilotRead(
            pilot,
            (await db.AgencyNamesAsync([lead], today, ct))[lead],
            await db.PilotsKeptBy(actor).AnyAsync(row => row.Id == id, ct),
            await db.KeepsTasksAsync(actor, ct),
            await DocumentAsync(pilot.DocumentNumber, pilot.DocumentDay, actor, ct),
            await AreasAsync(pilot, ct),
            await MeasuresAsync(pilot, evaluations.FirstOrDefault(), actor, ct),
            decided);
    }

    private async Task<IReadOnlyList<PilotAreaRead>> AreasAsync(Pilot pilot, CancellationToken ct)
    {
        var (today, areas) = (clock.Now.Day, new List<PilotAreaRead>());

        foreach (var place in await db.AreasAsync(pilot, today, ct))
        {
            var now = await db.SuccessorsAsync(place.Id, today, ct);
            areas.Add(new PilotAreaRead(place, [.. now.Where(heir => heir.Id != place.Id)]));
        }

        return areas;
    }

    private async Task<IReadOnlyList<PilotMeasureRead>> MeasuresAsync(Pilot pilot, PilotEvaluation? last, Actor actor, CancellationToken ct)
    {
        var today = clock.Now.Day;
        var measures = await db.PilotMeasures.AsNoTracking().Where(measure => measure.Owner == pilot.Owner && measure.PilotId == pilot.Id).OrderBy(measure => measure.Number).ToListAsync(ct);
        var number = last?.Number ?? -1;
        var values = (await db.PilotValues.AsNoTracking()
                .Where(value => value.Owner == pilot.Owner && value.PilotId == pilot.Id && (value.Evaluation == PilotValue.Baseline || value.Evaluation == number)).ToListAsync(ct))
            .ToDictionary(value => (value.MeasureId, value.Evaluation, value.PlaceId));
        var province = (await db.PlaceOnDayAsync(await db.OwnerPlaceAsync(pilot.Owner, ct), today, ct))!; // a programme has a province
        var areas = await db.AreasAsync(pilot, today, ct);
        var others = values.Values.Where(value => value.ReadOf != value.PlaceId).Select(value => value.ReadOf).Distinct().ToList();
        var names = await db.PlacesOrLast(db.Places.Where(place => EF.Parameter(others).Contains(place.Id)), today).ToDictionaryAsync(place => place.Id, place => place.FullName, ct);
        var read = new List<PilotMeasureRead>();

        foreach (var measure in measures)
        {
            var definition = (await readFigures.IndicatorsAsync(last?.EvaluatedOn ?? measure.BaselineOn, actor, ct)).FirstOrDefault(indicator => indicator.Code == measure.Indicator);
            read.Add(new PilotMeasureRead(measure, definition, [.. areas.Select(place => Line(measure, place, false)), .. measure.WithProvince ? new[] { Line(measure, province, true) } : []]));
        }

        return read;

        PilotLine Line(PilotMeasure measure, PlaceOnDay place, bool isProvince)
        {
            var (before, then) = (values.GetValueOrDefault((measure.Id, PilotValue.Baseline, place.Id)), values.GetValueOrDefault((measure.Id, number, place.Id)));

            return new PilotLine(place, isProvince, before, then, then is null ? null : names.GetValueOrDefault(then.ReadOf));
        }
    }

    private async Task<DocumentId?> DocumentAsync(string number, DateOnly? day, Actor actor, CancellationToken ct) => day is null
        ? null
        : await db.DocumentsOfNumber(actor, number, day).Where(document => document.IssuedOn != null).Select(document => (DocumentId?)document.Id).FirstOrDefaultAsync(ct);
}
