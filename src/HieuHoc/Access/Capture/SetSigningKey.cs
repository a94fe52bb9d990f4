using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access.Capture;

/// <summary>Keeps what a device signs its files with, so that a file which somebody carries is known to be of this device.</summary>
public sealed class SetSigningKey(HieuHocDb db, ProgrammeClock clock)
{
    /// <param name="key">The public half (X.509), in base64. A device whose data were cleared has a new one.</param>
    public async Task<Refusal?> RunAsync(string key, DeviceId id, Actor actor, CancellationToken ct)
    {
        if (SigningKeys.Read(key) is not { } read)
        {
            return new SigningKeyUnfit();
        }

        var device = await db.Devices.SingleOrDefaultAsync(
            device => device.Owner == actor.Owner && device.Id == id && device.PersonId == actor.PersonId && device.EndedAt == null, ct);

        if (device is null)
        {
            return new DeviceRevoked();
        }

        if (!read.AsSpan().SequenceEqual(device.SigningKey))
        {
            device.SigningKey = read;
            db.Record(new SigningKeySet(id.Value.ToString()), actor.Owner, actor.PersonId?.Value, clock.Now);
            await db.SaveChangesAsync(ct);
        }

        return null;
    }
}
