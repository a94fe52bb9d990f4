using System.Globalization;
using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Register;

/// <summary>Gives a village another name or kind from a day on; it stays the same village.</summary>
public sealed class RenameVillage(HieuHocDb db, ProgrammeClock clock)
{
    public async Task<Refusal?> RunAsync(
        int villageId, string kind, string newName, DateOnly from, string? legalBasis, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Capability.KeepVillages))
        {
            return new VillagesNotYoursToKeep();
        }

        if (VillageName.Of(kind, newName) is not { } name)
        {
            return new VillageNameIllFormed();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Two villages of a commune that took one name at once would both find it free.
        await db.LockSubjectsAsync(ct);
        var village = await db.VillagesKeptBy(actor).AsNoTracking().SingleOrDefaultAsync(place => place.Id == villageId, ct);

        if (village is null)
        {
            return new VillageNotFound();
        }

        var now = clock.Now;
        var held = await db.PlaceNames.Where(row => row.PlaceId == villageId).OrderBy(row => row.ValidFrom).LastAsync(ct);

        if (await RefusedAsync(village, held, name, from, now.Day, ct) is { } refusal)
        {
            return refusal;
        }

        if (held.FullName == name.FullName)
        {
            return null;
        }

        held.ValidTo = from.AddDays(-1);
        db.Add(name.Row(villageId, from, legalBasis));
        db.Record(new VillageRenamed(villageId.ToString(CultureInfo.InvariantCulture), from), actor.Owner, actor.PersonId?.Value, now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return null;
    }

    private async Task<Refusal?> RefusedAsync(Place village, PlaceName held, VillageName name, DateOnly from, DateOnly today, CancellationToken ct)
    {
        if (village.ValidTo is not null)
        {
            return new VillageHasEnded(held.FullName);
        }

        // The same name on its own first day is the same request again.
        if (held.FullName == name.FullName)
        {
            return null;
        }

        if (from <= held.ValidFrom || from > today)
        {
            return new VillageDayOutOfRange(held.ValidFrom.AddDays(1), today);
        }

        var commune = await db.PlaceParents.Where(parent => parent.PlaceId == village.Id && parent.ValidTo == null)
            .Select(parent => parent.ParentId).SingleAsync(ct);
        var holder = await db.HolderOfNameAsync(commune, name, from, ct);

        return holder is not null && holder != village.Id ? new VillageNameTaken(name.FullName) : null;
    }
}
