using System.Globalization;
using HieuHoc.Places;
using HieuHoc.Platform;

namespace HieuHoc.Figures;

/// <summary>On whose boundaries figures are said.</summary>
public enum Boundaries
{
    /// <summary>Those of the period's last day.</summary>
    Then,

    /// <summary>Those of today: what ended places counted is carried over to their successors.</summary>
    Today,
}

/// <summary>Figures of a place that has ended cannot be said on today's boundaries: there it does not exist.</summary>
public sealed record PlaceEnded(string Place, string LastDay, string Successors) : Refusal(RefusalKind.Invalid);

public static class BoundariesQueries
{
    extension(HieuHocDb db)
    {
        /// <summary>
        /// The terms on the boundaries asked for. Without a wish they are those on which the place exists: today's, or of an
        /// ended place those of its time.
        /// </summary>
        public async Task<Outcome<ReadingTerms>> OnBoundariesAsync(
            ReadingTerms terms, PlaceOnDay place, Boundaries? asked, DateOnly today, CancellationToken ct)
        {
            var last = await db.LastDayAsync(place.Id, today, ct);

            if (asked is Boundaries.Then || (asked is null && last < today))
            {
                return terms with { PlacesOf = null };
            }

            return last < today
                ? new PlaceEnded(
                    place.FullName,
                    last.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
                    string.Join(", ", (await db.SuccessorsAsync(place.Id, today, ct)).Select(heir => heir.FullName)))
                : terms with { PlacesOf = today };
        }
    }
}
