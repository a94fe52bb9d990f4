using System.Globalization;
using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Register;

/// <summary>A village as a commune states it.</summary>
/// <param name="Kind">thôn, bản, tổ dân phố …</param>
/// <param name="From">The first day from which the product knows it; not in the future.</param>
/// <param name="LegalBasis">The decision that made it; null where nobody knows.</param>
public sealed record NewVillage(int CommuneId, string Kind, string Name, DateOnly From, string? LegalBasis);

/// <summary>Enters a village of a commune; the same one again is handed back and changes nothing.</summary>
public sealed class EnterVillage(HieuHocDb db, ProgrammeClock clock, IEnumerable<IFollowPlaces> followers)
{
    public async Task<Outcome<int>> RunAsync(NewVillage given, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Capability.KeepVillages))
        {
            return new VillagesNotYoursToKeep();
        }

        if (VillageName.Of(given.Kind, given.Name) is not { } name)
        {
            return new VillageNameIllFormed();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var next = await db.NextSubjectAsync(ct);
        var commune = await db.CommunesKeptBy(actor).AsNoTracking().SingleOrDefaultAsync(place => place.Id == given.CommuneId, ct);

        if (commune is null)
        {
            return new VillageCommuneNotFound();
        }

        var now = clock.Now;
        var last = commune.ValidTo ?? now.Day;

        if (given.From < commune.ValidFrom || given.From > last)
        {
            return new VillageDayOutOfRange(commune.ValidFrom, last);
        }

        if (await db.HolderOfNameAsync(given.CommuneId, name, given.From, ct) is { } holder)
        {
            return await IsAsync(holder, name, given, ct) ? holder : new VillageNameTaken(name.FullName);
        }

        db.AddVillage(next, given.CommuneId, name, given.From, given.LegalBasis);
        db.Record(
            new VillageEntered(next.ToString(CultureInfo.InvariantCulture), given.CommuneId, given.From), actor.Owner, actor.PersonId?.Value, now);
        await db.SaveChangesAsync(ct);
        await db.BeginAsync([next], followers, actor, now, ct);
        await transaction.CommitAsync(ct);

        return next;
    }

    private Task<bool> IsAsync(int id, VillageName name, NewVillage given, CancellationToken ct) =>
        db.PlaceNames.AnyAsync(held => held.PlaceId == id && held.FullName == name.FullName && held.ValidFrom == given.From, ct);
}
