using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Programmes.Pilots;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Api;

/// <summary>A pilot, as a list has it.</summary>
/// <param name="Lead">Who leads it today.</param>
/// <param name="NextDay">By when something is to be done next; null where none is known.</param>
public sealed record PilotLineBody(Guid Id, string Name, string Lead, IReadOnlyList<string> Areas, DateOnly FirstDay, DateOnly LastDay, PilotState State, DateOnly? NextDay);

/// <summary>A part of the pilots, and of how many.</summary>
public sealed record FoundPilotsBody(int Count, IReadOnlyList<PilotLineBody> Pilots);

/// <summary>A pilot with what it is judged by, its evaluations and what was decided.</summary>
/// <param name="Model">What is tried.</param>
/// <param name="DocumentNumber">Number of the document that decided on it; empty where there is none.</param>
/// <param name="Document">The same in the register of documents; null where it is not there.</param>
/// <param name="Reason">Why it was given up; empty unless it was.</param>
/// <param name="Evaluations">The youngest first.</param>
public sealed record PilotBody(
    Guid Id,
    string Name,
    string Model,
    string DocumentNumber,
    DateOnly? DocumentDay,
    Guid? Document,
    string Lead,
    DateOnly FirstDay,
    DateOnly LastDay,
    PilotState State,
    DateOnly? NextDay,
    string Reason,
    IReadOnlyList<PilotAreaBody> Areas,
    IReadOnlyList<PilotMeasureBody> Measures,
    IReadOnlyList<PilotEvaluationBody> Evaluations)
{
    public static PilotBody Of(PilotRead read) => new(
        read.Pilot.Id.Value,
        read.Pilot.Name,
        read.Pilot.Model,
        read.Pilot.DocumentNumber,
        read.Pilot.DocumentDay,
        read.Document?.Value,
        read.Lead,
        read.Pilot.FirstDay,
        read.Pilot.LastDay,
        read.Pilot.State,
        read.NextDay,
        read.Pilot.Reason,
        [.. read.Areas.Select(area => new PilotAreaBody(area.Place.Code, area.Place.FullName, [.. area.Now.Select(heir => heir.FullName)]))],
        [
            .. read.Measures.Select(measure => new PilotMeasureBody(
                measure.Measure.Indicator, measure.Indicator?.Title, measure.Measure.Name, measure.Measure.Unit, measure.Measure.BaselineOn,
                [.. measure.Lines.Select(line => new PilotValueBody(line.Place.FullName, line.IsProvince, line.Before?.Value, line.Then?.Value, line.ThenOf))], measure.Sources)),
        ],
        [
            .. read.Evaluations.Select(one => new PilotEvaluationBody(
                one.Evaluation.EvaluatedOn, one.Evaluation.Findings, one.Evaluation.DecideBy, one.Evaluation.Decision, one.Evaluation.DecisionNumber,
                one.Evaluation.DecidedOn, one.Document?.Value, one.Evaluation.WhereTo, one.Evaluation.GoesOnUntil)),
        ]);
}

/// <summary>A place in which it is tried.</summary>
/// <param name="Now">Of one that is no more who took it over; else empty.</param>
public sealed record PilotAreaBody(string Code, string Place, IReadOnlyList<string> Now);

/// <summary>What a pilot is judged by, place by place.</summary>
/// <param name="Indicator">The code of the indicator; null of what is counted for the pilot alone, which has a name and a unit instead.</param>
/// <param name="Sources">Who says so and where, of what is counted for the pilot.</param>
public sealed record PilotMeasureBody(
    string? Indicator, LocalText? Title, string Name, string Unit, DateOnly BaselineOn, IReadOnlyList<PilotValueBody> Values, IReadOnlyList<string> Sources);

/// <summary>A measure in one place: at first, and at the last evaluation.</summary>
/// <param name="IsProvince">True of the whole province, which stands beside the places.</param>
/// <param name="ThenOf">Who was evaluated in its stead; null where it is the place itself.</param>
public sealed record PilotValueBody(string Place, bool IsProvince, decimal? Before, decimal? Then, string? ThenOf);

/// <summary>What an evaluation found, and what was decided upon it.</summary>
/// <param name="DecideBy">By when a decision is wanted; null where nobody says.</param>
/// <param name="Decision">Null while nothing is decided upon it.</param>
/// <param name="WhereTo">Where it is done from now on; empty where it is done nowhere else.</param>
/// <param name="GoesOnUntil">The new last day of what goes on.</param>
public sealed record PilotEvaluationBody(
    DateOnly EvaluatedOn, string Findings, DateOnly? DecideBy, PilotDecision? Decision, string DecisionNumber, DateOnly? DecidedOn, Guid? Document, string WhereTo, DateOnly? GoesOnUntil);

/// <summary>Pilots of the programme.</summary>
internal static class PilotsApi
{
    private static readonly Role[] Readers = [.. RoleTable.WhoMay(Capability.SeeTasks)];

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/pilots", ListAsync).Produces<FoundPilotsBody>()
            .Opens("The pilots that the person sees, of one state or all, the youngest first, fifty from skip on", ApiScopes.Read, Readers, new RequestUnreadable());
        api.MapGet("/pilots/{id:guid}", GetAsync).Produces<PilotBody>()
            .Opens("One pilot with its baseline beside its last evaluation, and what was decided", ApiScopes.Read, Readers, new PilotNotFound());
    }

    private static async Task<IResult> ListAsync(ListPilots listPilots, Actor actor, CancellationToken ct, string? state = null, int skip = 0)
    {
        if (skip < 0 || !ApiLists.TryRead<PilotState>(state, out var asked))
        {
            return ApiProblems.Of(new RequestUnreadable());
        }

        var pilots = listPilots.In(asked, actor);
        var lines = await listPilots.LinesAsync(pilots.Skip(skip).Take(ApiLists.Most), actor, ct);

        return Results.Ok(new FoundPilotsBody(
            await pilots.CountAsync(ct),
            [
                .. lines.Select(line => new PilotLineBody(
                    line.Pilot.Id.Value, line.Pilot.Name, line.Lead, line.Areas, line.Pilot.FirstDay, line.Pilot.LastDay, line.Pilot.State, line.NextDay)),
            ]));
    }

    private static async Task<IResult> GetAsync(Guid id, ReadPilot readPilot, Actor actor, CancellationToken ct)
    {
        var read = await readPilot.RunAsync(new PilotId(id), actor, ct);

        return read.Refusal is { } refusal ? ApiProblems.Of(refusal) : Results.Ok(PilotBody.Of(read.Value));
    }
}
