using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access.Capture;

internal static class SeenDevices
{
    extension(HieuHocDb db)
    {
        /// <summary>Notes that a device of the actor was here, in one statement; false when it sends nothing any more.</summary>
        /// <param name="seenAt">Null when somebody else came in its place.</param>
        /// <param name="unsent">How much it still holds, as it says itself; null when it does not say.</param>
        public async Task<bool> SeeDeviceAsync(DeviceId device, Actor actor, DateTime? seenAt, int? unsent, CancellationToken ct)
        {
            var (owner, person) = (actor.Owner, actor.PersonId);

            return await db.Devices
                .Where(row => row.Owner == owner && row.Id == device && row.PersonId == person && row.EndedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastSeenAt, row => seenAt ?? row.LastSeenAt).SetProperty(row => row.Unsent, row => unsent ?? row.Unsent), ct) == 1;
        }
    }
}
