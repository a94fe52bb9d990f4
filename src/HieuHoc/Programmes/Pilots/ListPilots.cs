using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Pilots;

/// <summary>A pilot in a list.</summary>
/// <param name="Areas">Its places by name.</param>
/// <param name="NextDay">By when something is to be done next; null where none is known.</param>
public sealed record PilotListLine(Pilot Pilot, string Lead, IReadOnlyList<string> Areas, DateOnly? NextDay);

/// <summary>A day by which something of a pilot is to be done; what, its state says.</summary>
public sealed record PilotDay(DateOnly Day, Pilot Pilot);

/// <summary>Lists pilots, and the days by which something of them is to be done.</summary>
public sealed class ListPilots(HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>The pilots that the actor sees, in one state or all, the youngest first.</summary>
    public IQueryable<Pilot> In(PilotState? state, Actor actor) => db.PilotsVisibleTo(actor).AsNoTracking()
        .Where(pilot => state == null || pilot.State == state)
        .OrderByDescending(pilot => pilot.FirstDay).ThenBy(pilot => pilot.Id);

    /// <summary>Some of them with who leads them and where they are.</summary>
    public async Task<IReadOnlyList<PilotListLine>> LinesAsync(IQueryable<Pilot> pilots, Actor actor, CancellationToken ct)
    {
        var today = clock.Now.Day;
        var rows = await pilots.ToListAsync(ct);
        var ids = rows.ConvertAll(pilot => pilot.Id);
        var heirs = await db.AgencyHeirsAsync(today, ct);
        var names = await db.AgencyNamesAsync([.. rows.Select(pilot => heirs.For(pilot.LeadId)).Distinct()], today, ct);
        var areas = await db.PilotAreas.AsNoTracking().Where(area => area.Owner == actor.Owner && EF.Parameter(ids).Contains(area.PilotId)).ToListAsync(ct);
        var of = areas.Select(area => area.PlaceId).Distinct().ToList();
        var places = await db.PlacesOrLast(db.Places.Where(place => EF.Parameter(of).Contains(place.Id)), today).ToDictionaryAsync(place => place.Id, place => place.FullName, ct);
        var decideBy = await DecideByAsync(rows, actor, ct);

        return
        [
            .. from pilot in rows
               let called = areas.Where(area => area.PilotId == pilot.Id).Select(area => places[area.PlaceId]).Order(Vietnamese.Order)
               select new PilotListLine(pilot, names[heirs.For(pilot.LeadId)], [.. called], pilot.NextDay(decideBy.GetValueOrDefault(pilot.Id))),
        ];
    }

    /// <summary>From today on: when pilots begin, are to be evaluated, and are to be decided on.</summary>
    public async Task<IReadOnlyList<PilotDay>> ComingAsync(Actor actor, CancellationToken ct)
    {
        var open = await db.PilotsVisibleTo(actor).AsNoTracking()
            .Where(pilot => pilot.State == PilotState.Preparing || pilot.State == PilotState.Running || pilot.State == PilotState.Evaluated).ToListAsync(ct);
        var decideBy = await DecideByAsync(open, actor, ct);

        return
        [
            .. from pilot in open
               let day = pilot.NextDay(decideBy.GetValueOrDefault(pilot.Id))
               where day >= clock.Now.Day
               orderby day, pilot.Id.Value
               select new PilotDay(day.Value, pilot),
        ];
    }

    /// <summary>By when the last evaluations of pilots want a decision.</summary>
    private async Task<IReadOnlyDictionary<PilotId, DateOnly?>> DecideByAsync(IReadOnlyList<Pilot> pilots, Actor actor, CancellationToken ct)
    {
        var ids = pilots.Where(pilot => pilot.State is PilotState.Evaluated).Select(pilot => pilot.Id).ToList();
        var rows = await db.PilotEvaluations.AsNoTracking().Where(row => row.Owner == actor.Owner && EF.Parameter(ids).Contains(row.PilotId)).ToListAsync(ct);

        return rows.GroupBy(row => row.PilotId).ToDictionary(of => of.Key, of => of.MaxBy(row => row.Number)!.DecideBy);
    }
}
