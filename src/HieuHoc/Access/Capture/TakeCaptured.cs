using HieuHoc.Platform;
using HieuHoc.Platform.Keys;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access.Capture;

/// <summary>What a person did to a record on a device was received; when they did it, and who brought it, is among it.</summary>
public sealed record RecordReceived(Guid RecordId, string Kind, Guid Device, DateTime ActedAt, Guid? RelayedBy) : Change(RecordId.ToString());

/// <summary>What a device hands over of one record.</summary>
/// <param name="StartedFrom">The version that the device had; null for whatever stands there.</param>
/// <param name="ActedAt">UTC, by the clock of the device.</param>
/// <param name="Sha256">Of the body in canonical form.</param>
public sealed record CapturedAct(string Kind, Guid RecordId, int? StartedFrom, DateTime ActedAt, CapturedBody Body, string Sha256);

/// <summary>
/// Takes what was done on a device, once: the change, the audit and the row by which it is known again are one transaction. Whoever sends
/// the same again, late, twice at once or by way of a file, gets the same receipt and changes nothing.
/// </summary>
public sealed class TakeCaptured(HieuHocDb db, ProgrammeClock clock, Receipts receipts, IEnumerable<ICaptureKind> kinds)
{
    /// <summary>How far the clock of a telephone may be ahead.</summary>
    public static readonly TimeSpan MostAhead = TimeSpan.FromDays(1);

    /// <param name="device">Where it was done; of the actor.</param>
    /// <param name="unsent">How much the device still holds, as it says itself; null when it does not say.</param>
    /// <param name="relayedBy">Who brought it in a file; null when the device sends it itself.</param>
    public async Task<Outcome<Receipt>> RunAsync(CapturedAct act, DeviceId device, int? unsent, PersonId? relayedBy, Actor actor, CancellationToken ct)
    {
        var now = clock.Now;

        if (kinds.FirstOrDefault(kind => kind.Name == act.Kind) is not { } kind)
        {
            return new CaptureKindNotFound();
        }

        if (act.ActedAt > now.Instant + MostAhead || act.ActedAt.Year < 2000)
        {
            return new ActedAtUnfit();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // This row is also the lock under which the acts of one device are taken one after the other.
        if (!await db.SeeDeviceAsync(device, actor, relayedBy is null ? now.Instant : null, unsent, ct))
        {
            return new DeviceRevoked();
        }

        if (await KnownAsync(act, device, actor, ct) is { } known)
        {
            await transaction.CommitAsync(ct);

            return known.Sha256 == act.Sha256 ? receipts.Give(act.RecordId, known.Version, known.Sha256, known.ReceivedAt) : new ActedOtherwise();
        }

        if (await ActsOf(act, device, actor).AnyAsync(row => row.ActedAt > act.ActedAt, ct))
        {
            return new ActOvertaken();
        }

        var taken = await kind.TakeAsync(act.RecordId, act.StartedFrom, act.Body, actor, ct);

        if (taken.Refusal is { } refusal)
        {
            db.ChangeTracker.Clear();

            return refusal;
        }

        var received = new ReceivedRecord
        {
            Owner = actor.Owner,
            DeviceId = device,
            RecordId = act.RecordId,
            ActedAt = act.ActedAt,
            Kind = act.Kind,
            Sha256 = act.Sha256,
            Version = taken.Value,
            ReceivedAt = now.Instant,
            RelayedBy = relayedBy,
        };
        db.Add(received);
        db.Record(new RecordReceived(act.RecordId, act.Kind, device.Value, act.ActedAt, relayedBy?.Value), actor.Owner, actor.PersonId?.Value, now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return receipts.Give(act.RecordId, received.Version, received.Sha256, received.ReceivedAt);
    }

    private Task<ReceivedRecord?> KnownAsync(CapturedAct act, DeviceId device, Actor actor, CancellationToken ct) =>
        ActsOf(act, device, actor).SingleOrDefaultAsync(row => row.ActedAt == act.ActedAt, ct);

    /// <summary>What was received of this device for the record.</summary>
    private IQueryable<ReceivedRecord> ActsOf(CapturedAct act, DeviceId device, Actor actor) =>
        db.ReceivedRecords.AsNoTracking().Where(row => row.Owner == actor.Owner && row.DeviceId == device && row.RecordId == act.RecordId);
}
