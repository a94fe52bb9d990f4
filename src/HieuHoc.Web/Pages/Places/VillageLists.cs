using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Pages.Places;

/// <summary>What the pages about villages show.</summary>
internal static class VillageLists
{
    extension(HieuHocDb db)
    {
        /// <summary>The commune of an address, as far as the actor reaches; null when there is none.</summary>
        public async Task<PlaceOnDay?> CommuneKeptByAsync(string code, DateOnly day, Actor actor, CancellationToken ct) =>
            await db.PlaceByCodeAsync(code, day, ct) is { Level: PlaceLevel.Commune } commune
            && await db.PlacesVisibleTo(actor).AnyAsync(place => place.Id == commune.Id, ct)
                ? commune
                : null;

        /// <summary>The villages of a commune on a day, as a Vietnamese list orders their names.</summary>
        public async Task<IReadOnlyList<PlaceOnDay>> VillagesOfAsync(int communeId, DateOnly day, CancellationToken ct) =>
            [.. (await db.ChildrenAsync(communeId, day, ct)).Where(place => place.Level is PlaceLevel.Village)];
    }
}
