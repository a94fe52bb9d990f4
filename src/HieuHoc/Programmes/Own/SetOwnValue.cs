using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Own;

/// <summary>A commune wants more of a target than the programme, by its own decision: never less.</summary>
public sealed class SetOwnValue(HieuHocDb db, ReadOwnTargets readOwnTargets, ProgrammeClock clock)
{
    /// <summary>Adds a version; the same request again changes nothing.</summary>
    /// <param name="startedFrom">The version that the person's page showed; 0 where there was none.</param>
    public async Task<Outcome<OwnValue>> RunAsync(OwnValueId id, int startedFrom, StatedOwnValue given, Actor actor, CancellationToken ct)
    {
        var stated = given.Kept();
        var read = await readOwnTargets.RunAsync(actor, ct);

        if (read.Refusal is { } refusal)
        {
            return refusal;
        }

        // Where plans stand side by side the commune wants more than the one that wants most.
        var of = read.Value.Where(one => one.Target.Target.Indicator == stated.Indicator && one.Judged.Milestone.Year == stated.Year).ToList();

        if (of.Count == 0)
        {
            return new OwnValueTargetUnknown();
        }

        if (of.Select(one => stated.Unfit(one.Indicator, one.Programme, clock.Now.Day)).FirstOrDefault(unfit => unfit is not null) is { } unfit)
        {
            return unfit;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Two people of one office at once would both write its next version.
        await db.Engine.LockAsync(db, "own values", ct);

        if (await db.OwnValues.SingleOrDefaultAsync(value => value.Owner == actor.Owner && value.Id == id, ct) is { } same)
        {
            return same.PlaceId == actor.PlaceId && stated.IsSaidBy(same) ? same : new OwnValueChangedMeanwhile();
        }

        var last = await db.OwnValues
            .Where(value => value.Owner == actor.Owner && value.PlaceId == actor.PlaceId && value.Indicator == stated.Indicator && value.Year == stated.Year)
            .MaxAsync(value => (int?)value.Number, ct) ?? 0;

        if (last != startedFrom)
        {
            return new OwnValueChangedMeanwhile();
        }

        var version = new OwnValue
        {
            Owner = actor.Owner,
            Id = id,
            PlaceId = actor.PlaceId,
            Indicator = stated.Indicator,
            Year = stated.Year,
            Number = last + 1,
            Hundredths = (long?)(stated.Threshold * 100),
            Decision = stated.Decision,
            DecidedOn = stated.DecidedOn,
            SetBy = actor.PersonId?.Value,
            SetAt = clock.Now.Instant,
        };
        db.Add(version);
        db.Record(new OwnValueSet(StatedOwnValue.RecordOf(actor.PlaceId, stated.Indicator, stated.Year), id, version.Number), actor.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return version;
    }
}

/// <summary>A commune said what it wants of a target beyond the programme, or that it wants what the programme wants again.</summary>
public sealed record OwnValueSet(string Record, OwnValueId Id, int Number) : Change(Record);
