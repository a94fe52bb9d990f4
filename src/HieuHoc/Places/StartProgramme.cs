using System.Globalization;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Places;

/// <summary>Starts the programme of the province in which a place lies; one that runs already is handed back.</summary>
public sealed class StartProgramme(HieuHocDb db, ProgrammeClock clock)
{
    public async Task<Outcome<Owner>> RunAsync(string placeCode, CancellationToken ct)
    {
        var now = clock.Now;
        var day = now.Day;

        if (await db.PlaceByCodeAsync(placeCode, day, ct) is not { } place)
        {
            return new ProgrammePlaceUnknown(placeCode);
        }

        var above = await db.AncestorsAsync(place.Id, day, ct);
        var province = above.Append(place).FirstOrDefault(candidate => candidate.Level is PlaceLevel.Province);

        if (province is null)
        {
            return new ProgrammePlaceUnknown(placeCode);
        }

        // One of its own, unless starting is part of something larger.
        await using var own = await db.BeginUnlessBegunAsync(ct);
        // Two provinces that start at once would get the same number.
        await db.Engine.LockAsync(db, "owners", ct);

        if (await db.Owners.SingleOrDefaultAsync(owner => owner.PlaceId == province.Id, ct) is { } running)
        {
            return running;
        }

        var last = await db.Owners.MaxAsync(owner => (int?)owner.Id, ct) ?? 0;
        var owner = new Owner { Id = (short)(last + 1), PlaceId = province.Id, Demo = false };
        db.Add(owner);
        db.Record(new ProgrammeStarted(owner.Id.ToString(CultureInfo.InvariantCulture), province.Id), owner.Id, null, now);
        await db.SaveChangesAsync(ct);

        if (own is not null)
        {
            await own.CommitAsync(ct);
        }

        return owner;
    }
}

/// <summary>A province began to run its programme here.</summary>
public sealed record ProgrammeStarted(string Record, int PlaceId) : Change(Record);

/// <summary>A programme runs in a province: the code names no place within one.</summary>
public sealed record ProgrammePlaceUnknown(string Code) : Refusal(RefusalKind.NotFound);
