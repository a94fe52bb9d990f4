using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access;

/// <summary>Ends a device and what it is signed in with: its person's own, or that of a village officer of one's commune.</summary>
public sealed class EndDevice(HieuHocDb db, ProgrammeClock clock)
{
    public async Task<Refusal?> RunAsync(DeviceId id, Actor actor, CancellationToken ct)
    {
        var now = clock.Now;
        var kept = db.VillageOfficersKeptBy(actor, now.Day).Select(person => person.Id);
        var keeps = EnrolDevice.Keepers.Contains(actor.Role);
        var device = await db.Devices.SingleOrDefaultAsync(
            device => device.Owner == actor.Owner && device.Id == id
                && (device.PersonId == actor.PersonId || (keeps && kept.Contains(device.PersonId))),
            ct);

        if (device is null)
        {
            return new DeviceNotFound();
        }

        if (device.EndedAt is null)
        {
            device.EndedAt = now.Instant;
            await db.Sessions.Where(session => session.Owner == actor.Owner && session.DeviceId == id.Value && session.EndedAt == null)
                .ForEachAsync(session => session.EndedAt = now.Instant, ct);
            db.Record(new DeviceEnded(id.Value.ToString()), actor.Owner, actor.PersonId?.Value, now);
            await db.SaveChangesAsync(ct);
        }

        return null;
    }
}
