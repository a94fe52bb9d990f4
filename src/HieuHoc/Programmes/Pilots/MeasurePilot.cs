using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Pilots;

/// <summary>Says by what a pilot is judged, with its baseline, or takes that away before the pilot begins.</summary>
public sealed class MeasurePilot(HieuHocDb db, ReadPilotFigures readFigures, ProgrammeClock clock)
{
    /// <summary>Measures that a pilot has at most.</summary>
    public const int MostMeasures = 20;

    /// <summary>Adds a measure; the same request again changes nothing.</summary>
    /// <param name="id">Chosen by the sender.</param>
    public async Task<Outcome<Pilot>> AddAsync(PilotId pilotId, PilotMeasureId id, StatedPilotMeasure given, Actor actor, CancellationToken ct)
    {
        await using var transaction = await db.BeginUnlessBegunAsync(ct);
        await db.Engine.LockAsync(db, "pilots", ct);
        var found = await db.KeptPilotAsync(pilotId, actor, ct);

        if (found.Refusal is not null)
        {
            return found;
        }

        var (pilot, stated) = (found.Value, given.Kept());
        var measures = await db.PilotMeasures.AsNoTracking().Where(measure => measure.Owner == pilot.Owner && measure.PilotId == pilotId).ToListAsync(ct);

        if (measures.Exists(measure => measure.Id == id))
        {
            return pilot;
        }

        if ((Unfit(stated, measures) ?? await UnknownAsync(stated, actor, ct)) is { } unfit)
        {
            return unfit;
        }

        var measure = new PilotMeasure
        {
            Owner = pilot.Owner,
            PilotId = pilotId,
            Id = id,
            Number = measures.Select(before => before.Number).DefaultIfEmpty().Max() + 1,
            Indicator = stated.Indicator,
            Name = stated.Name!, // kept: empty, and never null
            Unit = stated.Unit!,
            BaselineOn = stated.BaselineOn,
            WithProvince = stated.WithProvince,
        };
        var taken = await BaselineAsync(pilot, measure, stated, actor, ct);

        // Last: what refuses leaves the pilot as it was.
        if ((taken.Refusal ?? pilot.ChangeMeasures()) is { } refusal)
        {
            return refusal;
        }

        db.Add(measure);
        db.AddRange(taken.Value);
        db.Record(new PilotMeasureAdded(pilotId, id), pilot.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);

        if (transaction is not null)
        {
            await transaction.CommitAsync(ct);
        }

        return pilot;
    }

    /// <summary>Takes a measure away with its baseline; the same request again changes nothing.</summary>
    public async Task<Outcome<Pilot>> RemoveAsync(PilotId pilotId, PilotMeasureId id, Actor actor, CancellationToken ct)
    {
        await using var transaction = await db.BeginUnlessBegunAsync(ct);
        await db.Engine.LockAsync(db, "pilots", ct);
        var found = await db.KeptPilotAsync(pilotId, actor, ct);

        if (found.Refusal is not null)
        {
            return found;
        }

        var pilot = found.Value;
        var measure = await db.PilotMeasures.SingleOrDefaultAsync(row => row.Owner == pilot.Owner && row.PilotId == pilotId && row.Id == id, ct);

        if (measure is null)
        {
            return new PilotMeasureNotFound();
        }

        if (pilot.ChangeMeasures() is { } refusal)
        {
            return refusal;
        }

        db.RemoveRange(await db.PilotValues.Where(value => value.Owner == pilot.Owner && value.PilotId == pilotId && value.MeasureId == id).ToListAsync(ct));
        db.Remove(measure);
        db.Record(new PilotMeasureRemoved(pilotId, id), pilot.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);

        if (transaction is not null)
        {
            await transaction.CommitAsync(ct);
        }

        return pilot;
    }

    private Refusal? Unfit(StatedPilotMeasure stated, IReadOnlyList<PilotMeasure> measures)
    {
        if (stated.Unfit(clock.Now.Day) is { } unfit)
        {
            return unfit;
        }

        if (measures.Count >= MostMeasures)
        {
            return new PilotMeasuresTooMany(MostMeasures);
        }

        return stated.Indicator is { } code && measures.Any(measure => measure.Indicator == code) ? new PilotIndicatorThere() : null;
    }

    private async Task<Refusal?> UnknownAsync(StatedPilotMeasure stated, Actor actor, CancellationToken ct) =>
        stated.Indicator is { } code && (await readFigures.IndicatorsAsync(stated.BaselineOn, actor, ct)).All(indicator => indicator.Code != code) ? new PilotIndicatorUnknown() : null;

    private async Task<Outcome<IReadOnlyList<PilotValue>>> BaselineAsync(Pilot pilot, PilotMeasure measure, StatedPilotMeasure stated, Actor actor, CancellationToken ct)
    {
        var areas = await db.AreasAsync(pilot, clock.Now.Day, ct);
        IReadOnlySet<string> codes = measure.Indicator is { } code ? new HashSet<string> { code } : new HashSet<string>();
        var known = await readFigures.RunAsync([.. areas.Select(area => area.Id)], codes, measure.BaselineOn, actor, ct);
        IReadOnlyList<StatedPilotValue> values = [.. stated.Values.Select(value => value with { Measure = measure.Id })];
        var province = await db.OwnerPlaceAsync(pilot.Owner, ct);
        var taken = PilotFigureTaking.Take([measure], areas, province, PilotValue.Baseline, known, values, stated.Source!); // kept: empty, and never null

        return taken.Refusal is null && taken.Value.All(value => value.PlaceId == province) ? new PilotBaselineMissing() : taken;
    }
}
