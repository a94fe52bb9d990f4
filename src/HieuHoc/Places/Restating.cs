using HieuHoc.Platform;

namespace HieuHoc.Places;

/// <summary>The value of one element in one place as it was.</summary>
/// <param name="Estimate">True when a split place contributed to it by a rule.</param>
public sealed record PlaceValue(int PlaceId, long Value, bool Estimate = false);

/// <summary>A value on the places of another day, or why it cannot be said.</summary>
/// <param name="Value">Null exactly when <paramref name="Why"/> is given.</param>
/// <param name="Missing">How many of the places that it is made of have no value.</param>
public sealed record Restated(int PlaceId, long? Value, bool Estimate, int Missing, CannotRestate? Why = null);

/// <summary>Why a value cannot be said on the places of another day.</summary>
public enum CannotRestate
{
    /// <summary>What is counted does not add up over places: an average, a rank, a yes or no.</summary>
    DoesNotAdd,

    /// <summary>Places of today took over parts of it and parts of others; nobody knows which figure is whose.</summary>
    Split,

    /// <summary>None of the places that it is made of has a value.</summary>
    NothingReported,
}

/// <summary>
/// Figures of one day's places on those of another. Only what adds up over places is restated; of a share the numerator and
/// the denominator, each apart.
/// </summary>
public static class Restating
{
    /// <summary>
    /// The day whose places the figures of a period are about: its last. So a yearly figure of 2025 belongs to the
    /// successors, and one of the first half of that year to the places that ended with it.
    /// </summary>
    public static DateOnly DayOf(Days period) => period.Last;

    /// <summary>
    /// Values of places of an earlier day on the places of a later one, in the order of their numbers. What whole places
    /// bring adds up; what a split one brings is shared by the parts of its successors, and their values are estimates.
    /// Whole numbers stay whole and sums are kept. Going by a day in between changes nothing.
    /// </summary>
    /// <param name="adds">Whether the element adds up over places.</param>
    public static IReadOnlyList<Restated> Forward(
        IEnumerable<PlaceValue> values, bool adds, Successions successions, DateOnly then, DateOnly day)
    {
        var given = values.ToDictionary(value => value.PlaceId);

        if (!adds)
        {
            return WhereNothingChanged(given, successions, day);
        }

        var current = new SortedDictionary<int, PlaceValue>(given);

        foreach (var step in successions.Days.Where(step => then < step && step <= day))
        {
            foreach (var ended in current.Values.Where(value => successions.EndsOn(value.PlaceId, step)).ToList())
            {
                current.Remove(ended.PlaceId);
                Share(ended, successions.Of(ended.PlaceId), current);
            }
        }

        return
        [
            .. from value in current.Values
               let givers = successions.GiversOn(value.PlaceId, then)
               select new Restated(value.PlaceId, value.Value, value.Estimate, givers.Count(giver => !given.ContainsKey(giver))),
        ];
    }

    /// <summary>
    /// Values of places of a later day on one place of an earlier one. It can be said when all that now lies in the heirs of
    /// its parts lay in it then: so with former provinces, not with most communes that ended.
    /// </summary>
    /// <param name="parts">The places of the earlier day that made it up, at the level of the values; for a commune itself.</param>
    public static Restated Back(
        int placeId,
        IReadOnlyCollection<int> parts,
        IEnumerable<PlaceValue> values,
        bool adds,
        Successions successions,
        DateOnly day,
        DateOnly then)
    {
        var heirs = parts.SelectMany(part => successions.HeirsOn(part, day)).ToHashSet();

        if (heirs.Any(heir => !successions.SourcesOn(heir, then).IsSubsetOf(parts)))
        {
            return new Restated(placeId, null, false, 0, CannotRestate.Split);
        }

        var there = values.Where(value => heirs.Contains(value.PlaceId)).ToList();

        return there.Count == 0 ? new Restated(placeId, null, false, heirs.Count, CannotRestate.NothingReported)
            : !adds && !heirs.SetEquals([placeId]) ? new Restated(placeId, null, false, 0, CannotRestate.DoesNotAdd)
            : new Restated(
                placeId, there.Sum(value => value.Value), there.Exists(value => value.Estimate), heirs.Count - there.Count);
    }

    private static void Share(PlaceValue ended, IReadOnlyList<PlaceSuccession> successors, SortedDictionary<int, PlaceValue> current)
    {
        var pieces = Apportion.ByLargestRemainder(ended.Value, [.. successors.Select(successor => successor.Parts)]);

        foreach (var (successor, piece) in successors.Zip(pieces).Where(pair => pair.First.Parts > 0))
        {
            var before = current.GetValueOrDefault(successor.ToId, new PlaceValue(successor.ToId, 0));
            current[successor.ToId] = before with
            {
                Value = before.Value + piece,
                Estimate = before.Estimate || ended.Estimate || !successor.Whole,
            };
        }
    }

    private static IReadOnlyList<Restated> WhereNothingChanged(
        Dictionary<int, PlaceValue> given, Successions successions, DateOnly day) =>
    [
        .. from place in given.Keys.SelectMany(id => successions.HeirsOn(id, day)).Distinct().Order()
           let value = given.GetValueOrDefault(place)
           select value is null
               ? new Restated(place, null, false, 0, CannotRestate.DoesNotAdd)
               : new Restated(place, value.Value, value.Estimate, 0),
    ];
}
