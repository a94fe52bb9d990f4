using System.Security.Cryptography;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access;

/// <summary>Takes the PIN of an enrolled device; five wrong ones in a row lock it until it is enrolled anew.</summary>
public sealed class CheckPin(HieuHocDb db, ProgrammeClock clock, VerifyPassword verify)
{
    /// <summary>Whose device it is; null when the key is not that of a device that may sign in.</summary>
    public async Task<Person?> PersonAsync(short owner, DeviceId id, string key, CancellationToken ct)
    {
        var device = await FindAsync(owner, id, key, ct);

        return device is null ? null : await db.People.SingleAsync(row => row.Owner == owner && row.Id == device.PersonId, ct);
    }

    /// <summary>True for a device that may sign in no more: it was ended, or locked by wrong PINs. Only who has its key is told.</summary>
    public async Task<bool> WasEndedAsync(short owner, DeviceId id, string key, CancellationToken ct) =>
        await db.Devices.AsNoTracking().SingleOrDefaultAsync(
            row => row.Owner == owner && row.Id == id && (row.EndedAt != null || row.FailedPins >= Device.MostFailures), ct) is { } device
        && CryptographicOperations.FixedTimeEquals(device.KeyHash, EnrolDevice.KeyHashOf(key));

    public async Task<Outcome<Person>> RunAsync(short owner, DeviceId id, string key, string pin, CancellationToken ct)
    {
        if (await FindAsync(owner, id, key, ct) is not { } device)
        {
            return new DeviceNotValid();
        }

        var same = db.Devices.Where(row => row.Owner == owner && row.Id == id);

        // Counted before it is checked, so that guesses sent at once are all counted.
        if (await same.Where(row => row.FailedPins < Device.MostFailures)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.FailedPins, row => row.FailedPins + 1), ct) == 0)
        {
            return new DeviceNotValid();
        }

        if (!verify(device.PinHash, EnrolDevice.PinWith(pin, key)))
        {
            var left = Device.MostFailures - await same.Select(row => row.FailedPins).SingleAsync(ct);

            return left > 0 ? new PinWrong(left) : new DeviceNotValid();
        }

        await same.ExecuteUpdateAsync(set => set.SetProperty(row => row.FailedPins, 0), ct);

        if (!await db.RoleGrantsOn(clock.Now.Day).AnyAsync(grant => grant.Owner == owner && grant.PersonId == device.PersonId, ct))
        {
            return new NoRoleToday();
        }

        return await db.People.SingleAsync(row => row.Owner == owner && row.Id == device.PersonId, ct);
    }

    private async Task<Device?> FindAsync(short owner, DeviceId id, string key, CancellationToken ct)
    {
        var device = await db.Devices.AsNoTracking().SingleOrDefaultAsync(
            row => row.Owner == owner && row.Id == id && row.EndedAt == null && row.FailedPins < Device.MostFailures, ct);

        return device is not null && CryptographicOperations.FixedTimeEquals(device.KeyHash, EnrolDevice.KeyHashOf(key)) ? device : null;
    }
}
