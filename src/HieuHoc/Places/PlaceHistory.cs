using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Places;

/// <summary>What happened to a place.</summary>
public enum PlaceEventKind
{
    /// <summary>It began, taking nothing over; or, on the first day of all, it is known from then on.</summary>
    Began,

    /// <summary>It took another place over, or a part of one.</summary>
    TookOver,

    /// <summary>It has this full name and kind from then on.</summary>
    Named,

    /// <summary>It has this code from then on.</summary>
    Numbered,

    /// <summary>It belongs to this place from then on.</summary>
    Placed,

    /// <summary>It is of this class of areas from then on.</summary>
    Classed,

    /// <summary>It is not of this class any more.</summary>
    Unclassed,

    /// <summary>It, or a part of it, went to this place.</summary>
    WentTo,

    /// <summary>This was its last day, and no place took it over.</summary>
    Ended,
}

/// <summary>One line in the history of a place.</summary>
/// <param name="What">The name, the code or the class; of another place its full name.</param>
/// <param name="LegalBasis">Null where only the lists are known.</param>
/// <param name="Other">The place that it belongs to, comes from or went to, as it was then.</param>
/// <param name="How">Of a succession: whole or part, by which rule.</param>
public sealed record PlaceEvent(
    DateOnly Day, PlaceEventKind Kind, string What, string? LegalBasis, PlaceOnDay? Other = null, PlaceSuccession? How = null);

/// <summary>The history of a place as its page tells it.</summary>
public static class PlaceHistory
{
    extension(HieuHocDb db)
    {
        /// <summary>Everything known of a place through time, the oldest first; nothing when there is no such place.</summary>
        public async Task<IReadOnlyList<PlaceEvent>> HistoryAsync(int id, CancellationToken ct)
        {
            if (await db.Places.AsNoTracking().SingleOrDefaultAsync(place => place.Id == id, ct) is not { } place)
            {
                return [];
            }

            var (before, after) = (await db.PredecessorsAsync(id, ct), await db.SuccessorsAsync(id, ct));
            var names = await db.PlaceNames.AsNoTracking().Where(name => name.PlaceId == id).ToListAsync(ct);
            var codes = await db.PlaceCodes.AsNoTracking().Where(code => code.PlaceId == id).ToListAsync(ct);
            var classes = await db.PlaceClasses.AsNoTracking().Where(held => held.PlaceId == id).ToListAsync(ct);

            IEnumerable<PlaceEvent> events =
            [
                // What it took over on its first day, and where it went on its last, say that it began and ended.
                .. before.Any(from => from.How.EffectiveOn == place.ValidFrom) ? [] : (PlaceEvent[])[new(place.ValidFrom, PlaceEventKind.Began, "", null)],
                .. before.Select(from => Passed(from.How.EffectiveOn, PlaceEventKind.TookOver, from)),
                .. names.Select(name => new PlaceEvent(name.ValidFrom, PlaceEventKind.Named, name.FullName, name.LegalBasis)),
                .. codes.Select(code => new PlaceEvent(code.ValidFrom, PlaceEventKind.Numbered, code.Code, null)),
                .. await db.PlacingsAsync(id, ct),
                .. classes.SelectMany(Classes),
                .. after.Select(to => Passed(to.How.EffectiveOn.AddDays(-1), PlaceEventKind.WentTo, to)),
                .. place.ValidTo is { } last && after.All(to => to.How.EffectiveOn != last.AddDays(1)) ? [new PlaceEvent(last, PlaceEventKind.Ended, "", null)] : (PlaceEvent[])[],
            ];

            // The order within a day is that of the kinds; what is equal stays as it came.
            return [.. events.OrderBy(happened => happened.Day).ThenBy(happened => happened.Kind)];
        }

        private async Task<IReadOnlyList<PlaceEvent>> PlacingsAsync(int id, CancellationToken ct)
        {
            var events = new List<PlaceEvent>();

            foreach (var parent in await db.PlaceParents.AsNoTracking().Where(parent => parent.PlaceId == id).ToListAsync(ct))
            {
                var above = await db.PlaceOnDayAsync(parent.ParentId, parent.ValidFrom, ct);
                events.Add(new PlaceEvent(parent.ValidFrom, PlaceEventKind.Placed, above?.FullName ?? "", parent.LegalBasis, above));
            }

            return events;
        }
    }

    private static PlaceEvent Passed(DateOnly day, PlaceEventKind kind, Succession succession) =>
        new(day, kind, succession.Place.FullName, Basis(succession.How), succession.Place, succession.How);

    private static IEnumerable<PlaceEvent> Classes(PlaceClass held)
    {
        yield return new PlaceEvent(held.ValidFrom, PlaceEventKind.Classed, held.Class, held.LegalBasis);

        if (held.ValidTo is { } last)
        {
            yield return new PlaceEvent(last, PlaceEventKind.Unclassed, held.Class, held.LegalBasis);
        }
    }

    private static string Basis(PlaceSuccession how) => how.Clause.Length == 0 ? how.LegalBasis : $"{how.LegalBasis}, {how.Clause}";
}
