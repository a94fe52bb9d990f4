using HieuHoc.Platform;
using HieuHoc.Platform.Keys;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access.Capture;

/// <summary>What a device keeps for its person, and nothing else.</summary>
/// <param name="Received">How many acts of this device were received: it holds as many receipts.</param>
public sealed record DeviceShelf(int Received, IReadOnlyList<CaptureList> Kinds);

/// <summary>A receipt, and for what it was given.</summary>
/// <param name="ActedAt">UTC, by the clock of the device.</param>
public sealed record ActReceipt(string Kind, DateTime ActedAt, Receipt Receipt);

/// <summary>Reads what a device needs to work without network.</summary>
public sealed class ReadCapture(HieuHocDb db, ProgrammeClock clock, Receipts receipts, IEnumerable<ICaptureKind> kinds)
{
    /// <summary>A receipt for all that was received of a device, also what came by way of a file; the oldest first.</summary>
    public async Task<IReadOnlyList<ActReceipt>> ReceiptsAsync(DeviceId device, Actor actor, CancellationToken ct) =>
    [
        .. (await db.ReceivedRecords.AsNoTracking()
            .Where(row => row.Owner == actor.Owner && row.DeviceId == device)
            .OrderBy(row => row.ReceivedAt).ThenBy(row => row.RecordId).ThenBy(row => row.ActedAt).ToListAsync(ct))
            .Select(row => new ActReceipt(row.Kind, row.ActedAt, receipts.Give(row.RecordId, row.Version, row.Sha256, row.ReceivedAt))),
    ];

    /// <param name="unsent">How much the device still holds, as it says itself; null when it does not say.</param>
    public async Task<Outcome<DeviceShelf>> RunAsync(DeviceId device, int? unsent, Actor actor, CancellationToken ct)
    {
        if (!await db.SeeDeviceAsync(device, actor, clock.Now.Instant, unsent, ct))
        {
            return new DeviceRevoked();
        }

        var lists = new List<CaptureList>();

        foreach (var kind in kinds)
        {
            lists.Add(await kind.ListAsync(actor, ct));
        }

        return new DeviceShelf(await db.ReceivedRecords.CountAsync(row => row.Owner == actor.Owner && row.DeviceId == device, ct), lists);
    }
}
