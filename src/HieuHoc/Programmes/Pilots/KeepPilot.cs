using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using HieuHoc.Programmes.Tasks;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Pilots;

/// <summary>Sets a pilot up, or changes one that has not begun.</summary>
public sealed class KeepPilot(HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>Keeps it; the same request again changes nothing.</summary>
    /// <param name="id">Chosen by the sender; one that is known is changed.</param>
    /// <param name="startedFrom">The revision that the person's page showed; 0 of a new one.</param>
    public async Task<Outcome<Pilot>> RunAsync(PilotId id, int startedFrom, StatedPilot given, Actor actor, CancellationToken ct)
    {
        await using var transaction = await db.BeginUnlessBegunAsync(ct);
        await db.Engine.LockAsync(db, "pilots", ct);
        var found = await PilotAsync(id, actor, ct);
        var outcome = found.Refusal is null ? await SayAsync(found.Value, startedFrom, given.Kept(), actor, ct) : found;

        if (transaction is not null && outcome.Refusal is null)
        {
            await transaction.CommitAsync(ct);
        }

        return outcome;
    }

    /// <summary>The pilot that is meant, or a new one that is not kept yet.</summary>
    private async Task<Outcome<Pilot>> PilotAsync(PilotId id, Actor actor, CancellationToken ct)
    {
        if (await db.Pilots.AnyAsync(pilot => pilot.Owner == actor.Owner && pilot.Id == id, ct))
        {
            return await db.KeptPilotAsync(id, actor, ct);
        }

        return await db.KeepsTasksAsync(actor, ct)
            ? new Pilot { Owner = actor.Owner, Id = id, MadeBy = actor.PersonId?.Value, MadeAt = clock.Now.Instant }
            : new PilotsNotYoursToSetUp();
    }

    private async Task<Outcome<Pilot>> SayAsync(Pilot pilot, int startedFrom, StatedPilot stated, Actor actor, CancellationToken ct)
    {
        if (stated.Unfit() is { } unfit)
        {
            return unfit;
        }

        var lead = await LeadAsync(stated.Lead, actor, ct);
        var areas = await PilotPlaces.FindAsync(db, TypedText.Lines(stated.Areas), actor, clock.Now.Day, ct);

        if ((lead.Refusal ?? areas.Refusal) is { } unknown)
        {
            return unknown;
        }

        var before = await db.PilotAreas.Where(area => area.Owner == pilot.Owner && area.PilotId == pilot.Id).ToListAsync(ct);
        var sameAreas = before.Select(area => area.PlaceId).ToHashSet().SetEquals(areas.Value);
        var fields = await DiffersAsync(pilot, stated, lead.Value, sameAreas, ct);
        var isNew = pilot.Revision == 0;

        // The same request again, or a page that was saved as it was.
        if (!isNew && fields.Count == 0)
        {
            return pilot;
        }

        if (pilot.Revision != startedFrom)
        {
            return startedFrom == 0 ? new PilotDiffers() : new PilotChangedMeanwhile();
        }

        if (!sameAreas && await db.PilotMeasures.AnyAsync(measure => measure.Owner == pilot.Owner && measure.PilotId == pilot.Id, ct))
        {
            return new PilotAreasMeasured();
        }

        if (pilot.Say(stated, lead.Value) is { } refusal)
        {
            return refusal;
        }

        if (isNew)
        {
            db.Add(pilot);
        }

        db.RemoveRange(before.Where(area => !areas.Value.Contains(area.PlaceId)));
        db.AddRange(areas.Value.Except(before.Select(area => area.PlaceId)).Select(place => new PilotArea { Owner = pilot.Owner, PilotId = pilot.Id, PlaceId = place }));
        db.Record(isNew ? new PilotSetUp(pilot.Id) : new PilotChanged(pilot.Id, fields), pilot.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);

        return pilot;
    }

    /// <summary>What is said anew; a page shows who leads today, and who typed nothing new changed nothing.</summary>
    private async Task<IReadOnlyList<string>> DiffersAsync(Pilot pilot, StatedPilot stated, int lead, bool sameAreas, CancellationToken ct)
    {
        var leads = (await db.AgencyHeirsAsync(clock.Now.Day, ct)).Of(pilot.LeadId);

        return
        [
            .. stated.DiffersFrom(pilot),
            .. leads.Contains(lead) ? Array.Empty<string>() : [nameof(StatedPilot.Lead)],
            .. sameAreas ? Array.Empty<string>() : [nameof(StatedPilot.Areas)],
        ];
    }

    private async Task<Outcome<int>> LeadAsync(string name, Actor actor, CancellationToken ct)
    {
        var today = clock.Now.Day;

        return (await db.AgenciesByNameAsync(actor.Owner, today, ct)).Meant(name) switch
        {
            [] => new PilotLeadUnknown(name),
            [var only] => only,
            var several => new PilotLeadAmbiguous(name, string.Join("; ", (await db.AgencyNamesAsync(several, today, ct)).Values.Order(Vietnamese.Order))),
        };
    }
}
