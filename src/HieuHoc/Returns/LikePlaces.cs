using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns;

/// <summary>What makes communes alike: of one kind and, where a decision gave them one, of the same area classes.</summary>
/// <param name="Kind">Xã, phường or đặc khu, in small letters.</param>
/// <param name="AreaClass">The classes that a decision gave them; empty where none is known.</param>
public readonly record struct Likeness(string Kind, string AreaClass);

/// <summary>Which communes are held against each other.</summary>
public static class LikePlaces
{
    extension(HieuHocDb db)
    {
        /// <summary>What these places are alike by on a day, by their numbers.</summary>
        public async Task<IReadOnlyDictionary<int, Likeness>> LikenessAsync(IReadOnlyList<PlaceOnDay> places, DateOnly day, CancellationToken ct)
        {
            var ids = places.Select(place => place.Id).ToList();
            var classes = (await db.PlaceClasses.HoldingOn(day).Where(held => EF.Parameter(ids).Contains(held.PlaceId))
                .Select(held => new { held.PlaceId, held.Class }).ToListAsync(ct)).ToLookup(held => held.PlaceId, held => held.Class);

            return places.ToDictionary(
                place => place.Id,
                place => new Likeness(place.Kind.ToLowerInvariant(), string.Join(", ", classes[place.Id].Distinct().Order(StringComparer.Ordinal))));
        }
    }
}
