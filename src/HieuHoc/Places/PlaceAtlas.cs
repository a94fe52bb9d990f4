using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Places;

/// <summary>All places of one day, read at once: for lists that name thousands of them.</summary>
public sealed class PlaceAtlas
{
    private readonly Dictionary<int, PlaceOnDay> byId;
    private readonly Dictionary<string, PlaceOnDay> byCode;
    private readonly Dictionary<int, (DateOnly From, DateOnly? To)> lives;

    private PlaceAtlas(IReadOnlyList<PlaceOnDay> places, Dictionary<int, (DateOnly From, DateOnly? To)> lives)
    {
        byId = places.ToDictionary(place => place.Id);
        byCode = places.Where(place => place.Code.Length > 0).ToDictionary(place => place.Code);
        this.lives = lives;
    }

    public static async Task<PlaceAtlas> OnAsync(HieuHocDb db, DateOnly day, CancellationToken ct)
    {
        var existing = db.Places.AsNoTracking().Where(place => place.ValidFrom <= day && (place.ValidTo == null || place.ValidTo >= day));
        var lives = await existing.ToDictionaryAsync(place => place.Id, place => (place.ValidFrom, place.ValidTo), ct);

        return new PlaceAtlas(await db.PlacesOn(existing, day).ToListAsync(ct), lives);
    }

    public IReadOnlyCollection<PlaceOnDay> Places => byId.Values;

    /// <summary>The holder of a code; null when there is none.</summary>
    public PlaceOnDay? Of(string code) => byCode.GetValueOrDefault(code);

    /// <summary>The place of a number; null when it did not exist.</summary>
    public PlaceOnDay? Of(int id) => byId.GetValueOrDefault(id);

    /// <summary>The first and the last day of a place; no last one while it exists.</summary>
    public (DateOnly From, DateOnly? To) LifeOf(PlaceOnDay place) => lives[place.Id];
}
